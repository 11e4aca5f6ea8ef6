import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUDGET, startMeter, TemplateFailure } from '../../../src/custom/meter.js';
import { compileRegex, findMatches, matchesWhole } from '../../../src/custom/regex/java-regex.js';
import { PatternError } from '../../../src/custom/regex/pattern.js';
import { pattern, subject } from '../drawn-patterns.js';

const meter = () => startMeter(() => undefined);
const matches = (regex: string, text: string): boolean => matchesWhole(compileRegex(regex), text, meter());
const find = (regex: string, text: string): string[] =>
  [...findMatches(compileRegex(regex), text, meter())].map(([start = 0, end = 0]) => text.slice(start, end));

describe("Java's regular expressions", () => {
  test.each<[regex: string, text: string, isMatch: boolean]>([
    ['a*', '', true],
    ['.', '\n', false],
    ['.', '\u2028', false],
    ['(?s).', '\n', true],
    ['a$', 'a\n', false], // the whole text has to match, and `$` takes no line end
    ['[a-c&&[^b]]+', 'ac', true],
    ['[a-c&&[^b]]+', 'ab', false],
    ['[a[bc]]+', 'abc', true],
    ['a++a', 'aaa', false],
    ['(?>a|ab)c', 'abc', false],
    ['(a)(b)\\2\\1', 'abba', true],
    ['(?<x>a)\\k<x>', 'aa', true],
    ['\\Qa.b\\E+', 'a.bbb', true],
    ['(?i)straße', 'STRASSE', false],
    ['(?i)é', 'É', false], // without (?u), only ASCII ignores case
    ['(?iu)é', 'É', true],
    ['(?iu)\\x{10428}', '\u{10400}', true],
    ['(?iu)[\\x{10428}]', '\u{10400}', true],
    ['(?iu)ß', 'S', false], // its upper case is two letters
    ['\\x{1F600}', '😀', true],
    ['(?x) a b # comment', 'ab', true],
    ['(?<=a)b|ab', 'ab', true],
    ['\\d{2,3}', '1234', false],
    ['\\w+', 'aé', false], // ASCII only
    ['\\s', '\u00a0', false],
    ['\\h', '\u00a0', true],
    ['[\\d&&[5-9]]', '7', true],
    ['^(?m)a$', 'a', true],
    ['a{2}{3}', 'aa', true],
  ])('%s matches %j: %s', (regex, text, isMatch) => {
    expect(matches(regex, text)).toBe(isMatch);
  });

  test.each(['(', ')', '[', '*a', 'a**+', '\\', '\\q', '(?<1>a)', '(?z)', 'a{2,1}', '\\p{Nope}', '(?<=a*)b', '[a&&', '{'])(
    '%s is not a pattern',
    (regex) => {
      expect(() => compileRegex(regex)).toThrow(PatternError);
    },
  );

  test('find one match after the other', () => {
    expect(find('a*', 'baac')).toEqual(['', 'aa', '', '']);
    expect(find('(?m)^.', 'ab\ncd')).toEqual(['a', 'c']);
    expect(find('\\b', 'ab cd')).toHaveLength(4);
  });

  test('find quoted text where JavaScript finds it', () => {
    fc.assert(
      fc.property(subject, subject, (wanted, text) => {
        const places = [...findMatches(compileRegex(`\\Q${wanted}\\E`), text, meter())].map(([start]) => start);
        expect(places[0] ?? -1).toBe(text.indexOf(wanted));
      }),
    );
  });

  test('fail only as documented', () => {
    fc.assert(
      fc.property(pattern, subject, (regex, text) => {
        try {
          find(regex, text);
        } catch (error) {
          expect(error instanceof PatternError || error instanceof TemplateFailure).toBe(true);
        }
      }),
    );
  });

  test.each(['(a+)+', '(a|a)*', '(a*)*b', '(.*)*x'])('stop when the budget is used up: %s', (regex) => {
    const few = startMeter(() => undefined, { ...BUDGET, steps: BUDGET.steps / 100 });
    expect(() => matchesWhole(compileRegex(regex), `${'a'.repeat(40)}!`, few)).toThrow(TemplateFailure);
  });
});
