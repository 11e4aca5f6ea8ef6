import { describe, expect, test } from 'vitest';
import { BUDGET, type Budget } from '../../../src/custom/meter.js';
import { run } from '../run.js';

// Templates and bodies that would need too much time, memory or stack.

/** A tenth of the usual budget. What uses it up would use up the whole, too, but in ten times the time. */
const SMALL: Budget = { steps: BUDGET.steps / 10, characters: BUDGET.characters / 10 };

const stops = (template: string, body = '{}', budget = SMALL): string => {
  const printed = run({ template, body, budget });
  return 'stops' in printed ? printed.stops : 'prints';
};

describe('a template', () => {
  test.each<[what: string, template: string, outcome: string]>([
    ['loops in loops', '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])x#end#end#end', 'budget'],
    ['a string that doubles', '#set($a = \'aaaaaaaa\')#foreach($i in [1..99])#set($a = "$a$a")#end', 'budget'],
    ['a list that contains itself', '#set($l = [1])#set($done = $l.add($l))$l', 'prints'],
    ['a map that contains itself', "#set($m = {})#set($done = $m.put('m', $m))$m", 'prints'],
    ['an entry that contains itself', "#set($m = {'a': 1})#foreach($e in $m.entrySet())#set($done = $e.setValue($e))$e#end", 'budget'],
    ['the hash of it', "#set($m = {'a': 1})#foreach($e in $m.entrySet())#set($done = $e.setValue($e))$e.hashCode()#end", 'budget'],
    ['a map with it as key', "#set($m = {'a': 1})#foreach($e in $m.entrySet())#set($done = $e.setValue($e))$m.get($e)#end", 'budget'],
    ['a range of two billion', '#foreach($i in [1..2147483647])#end', 'budget'],
    ['a range of two billion, printed', '#set($r = [1..2147483647])$r', 'budget'],
    ['a macro that calls itself', '#macro(m)#m()#end#m()', 'exception'],
    ['a block that prints itself', '#define($a)$a#end$a', 'prints'],
    ['a string that evaluates itself', "#set($a = '#evaluate($a)')#evaluate($a)", 'budget'],
    ['a number with many digits', '#set($a = 99999)#foreach($i in [1..40])#set($a = $a * $a)#end', 'budget'],
    ['a pattern that backtracks', "#set($t = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')$t.matches('(a+)+')", 'budget'],
    ['100,000 brackets', `#set($a = ${'('.repeat(100_000)}1${')'.repeat(100_000)})`, 'syntax'],
    ['100,000 lists in lists', `#set($a = ${'['.repeat(100_000)}1${']'.repeat(100_000)})`, 'syntax'],
    ['100,000 directives in each other', '#if(true)'.repeat(100_000), 'syntax'],
    ['100,000 negations', `#if(${'!'.repeat(100_000)}true)#end`, 'syntax'],
    ['100,000 properties', `$a${'.b'.repeat(100_000)}`, 'prints'],
    ['100,000 operators', `#set($a = 1${' + 1'.repeat(100_000)})$a`, 'prints'],
  ])('with %s', (_, template, outcome) => {
    expect(stops(template)).toBe(outcome);
  });
});

describe('a body', () => {
  test.each<[what: string, template: string, body: string, outcome: string]>([
    ['100,000 brackets', "$input.path('$')", '['.repeat(100_000), 'budget'],
    ['100,000 closed brackets', "$input.json('$')", `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'budget'],
    ['100,000 objects in each other', "$input.json('$..a')", `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'budget'],
    ['a number of 100,000 digits', "$input.path('$')", '1'.repeat(100_000), 'budget'],
    ['a pattern that backtracks', "$input.path('$.t').matches($input.path('$.p'))", `{"t":"${'a'.repeat(40)}b","p":"(a+)+"}`, 'budget'],
    ['a pattern with 1,000 groups', "$input.path('$.p').matches($input.path('$.p'))", `{"p":"${'('.repeat(1000)}"}`, 'exception'],
    ['a repetition of two billion', "$input.path('$.p').matches($input.path('$.p'))", '{"p":"(a{2147483647}){2147483647}"}', 'prints'],
    ['a replacement that grows', "$input.path('$.t').replaceAll('a', $input.path('$.t'))", `{"t":"${'a'.repeat(20_000)}"}`, 'budget'],
    ['a template that evaluates itself', "#set($t = $input.path('$.t'))#evaluate($t)", '{"t":"#evaluate($t)"}', 'budget'],
    ['a path of 100,000 steps', "$input.path($input.path('$.p'))", JSON.stringify({ p: `$${'.p'.repeat(100_000)}` }), 'prints'],
    [
      'a class of characters with an inherited name',
      "$input.path('$.p').matches($input.path('$.p'))",
      '{"p":"\\\\p{constructor}"}',
      'exception',
    ],
    [
      'a property of characters with an inherited name',
      "$input.path('$.p').matches($input.path('$.p'))",
      '{"p":"\\\\p{IsvalueOf}"}',
      'exception',
    ],
    ['an index of 309 digits', "$input.path($input.path('$.p'))", JSON.stringify({ p: `$[${'9'.repeat(309)}]` }), 'exception'],
  ])('with %s', (_, template, body, outcome) => {
    expect(stops(template, body)).toBe(outcome);
  });

  test.each(['trim()', 'hashCode()', 'equalsIgnoreCase($t)', 'compareToIgnoreCase($t)', 'contains("x")', 'toLowerCase()'])(
    'counts what a method reads of a long string: %s',
    (call) => {
      const template = `#set($t = $input.path('$.t'))#foreach($i in [1..1000])#set($done = $t.${call})#end`;
      expect(stops(template, JSON.stringify({ t: 'a'.repeat(20_000) }))).toBe('budget');
    },
  );

  test.each<[times: number, outcome: string]>([
    [99, 'prints'],
    [101, 'budget'],
  ])(`makes at most ${BUDGET.characters} characters: %i times a hundredth`, (times, outcome) => {
    const template = `#set($t = $input.path('$.t'))#foreach($i in [1..${times}])#set($done = $t.contains('x'))#end`;
    const body = JSON.stringify({ t: 'a'.repeat(BUDGET.characters / 100) });
    expect(stops(template, body, BUDGET)).toBe(outcome);
  });

  test('loops at most 1,000 times', () => {
    const body = JSON.stringify(Array.from({ length: 5000 }, () => 1));
    expect(run({ template: "#foreach($i in $input.path('$'))$i#end", body })).toEqual({ text: '1'.repeat(1000) });
  });
});
