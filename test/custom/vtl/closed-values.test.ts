import { describe, expect, test } from 'vitest';
import { run } from '../run.js';

// No template and no body reaches a property of a JavaScript object.

const INHERITED = [
  ...Reflect.ownKeys(Object.prototype),
  ...Reflect.ownKeys(Array.prototype),
  ...Reflect.ownKeys(Map.prototype),
  ...Reflect.ownKeys(Function.prototype),
  ...['prototype', 'kind', 'entries', 'items', 'value', 'fn'],
].filter((name): name is string => typeof name === 'string' && /^[a-z]\w*$/i.test(name));

/** What Java has under these names, too. */
const OF_JAVA =
  /^(?:keys|values|concat|entries|indexOf|lastIndexOf|length|toString|size|get|set|has|isEmpty|forEach|clear|replace|add|value|valueOf|name)$/;
const NAMES = [...new Set(INHERITED)].filter((name) => !OF_JAVA.test(name));

const HOLDERS = [
  "$input.path('$')",
  "$input.path('$.list')",
  "$input.path('$.text')",
  "$input.path('$.n')",
  '$input',
  '$util',
  '$context',
  '$stageVariables',
  '$foreach',
  "$input.path('$').keySet()",
  "$input.path('$').entrySet().iterator().next()",
  "$input.path('$.text').split('x')",
  "$input.path('$.n').class",
];

describe.each(HOLDERS)('%s', (holder) => {
  test.each(NAMES)('has no %s', (name) => {
    const template = `#set($h = ${holder})[$h.${name}][$h.${name}()][$h.${name}('return 1')][$h['${name}']][$h.get('${name}')][$h.${name}.constructor]`;
    const body = '{"list":[1,{"a":1}],"text":"abc","n":1}';
    const printed = run({ template, body });
    // A list and a string throw for an index that is no number.
    expect('text' in printed ? printed.text : printed.stops).toMatch(/^(?:\[\]){6}$|^unsupported$/);
  });
});

test.each(HOLDERS)('%s has no prototype', (holder) => {
  const template = `#set($h = ${holder})[$h['__proto__']][$h.get('__proto__')][$h.get('__proto__').get('__proto__')]`;
  const printed = run({ template, body: '{"list":[1],"text":"abc","n":1}' });
  expect('text' in printed ? printed.text : printed.stops).toMatch(/^(?:\[\]){3}$|^unsupported$/);
});

test('a key called __proto__ is a key', () => {
  const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  const template =
    "#set($b = $input.path('$'))#set($done = $b.put('__proto__', {'polluted': 2}))#set($m = {})#set($done = $m.put('__proto__', $b))$input.json('$') $m";
  expect(run({ template, body })).toEqual({
    text: '{"__proto__":{"polluted":2},"constructor":{"prototype":{"polluted":1}}} {__proto__={__proto__={polluted=2}, constructor={prototype={polluted=1}}}}',
  });
  expect(Reflect.get({}, 'polluted')).toBe(undefined);
});
