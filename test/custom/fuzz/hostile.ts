import fc from 'fast-check';
import { body, json } from '../drawn.js';

// Bodies that a client sends to do harm.

const NAMES = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'then', 'length', 'class'],
  ...['a', 'b', 'list', 'map', 'text', 'n', 'k', 'path', 'kind', 'entries', 'items', 'fn'],
];

const TEXTS = [
  ...['$a', '#set($a = 1)', '${a', '#foreach($i in [1..1000])#foreach($j in [1..1000])x#end#end', '#evaluate("#evaluate($b.a)")', '\\'],
  ...['[', '(?<n>', '\\Q', 'a{1000000}', '$1', '\\9', '(?=a)*', '\\p{constructor}', '\\p{IsvalueOf}'],
  ...['$..*', '$[?(@.a == @.b)]', '$[', '$..a..b..*', "$['__proto__']", '$.constructor.constructor', '@'],
  ...['\r\nSet-Cookie: a=b', '\u0000', '\ud800', '\u2028', '999999999999999999999999', '1e400', '-0', '0x10', 'NaN', 'true', 'null'],
  ...['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '%', '%ZZ', '%F0%9F', '====', 'YQ', 'é中😀'],
];

/** Patterns that backtrack until the budget is used up, which takes longer than everything else. */
const EXPLOSIVE = ['(a+)+$', '(a|a)*b', '.*.*.*x', '((((((((((a*)*)*)*)*)*)*)*)*)*', '$[?(@ =~ /(a+)+$/)]'];

const hostile: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    { weight: 80, arbitrary: fc.constantFrom<unknown>(...TEXTS) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...EXPLOSIVE) },
    { weight: 40, arbitrary: fc.constantFrom<unknown>(0, -1, 1000, 2147483647, 9007199254740991, 1.5, 1e308, true, false, null) },
    { weight: 20, arbitrary: fc.string({ maxLength: 30 }) },
    { weight: 40, arbitrary: fc.array(tie('value'), { maxLength: 6 }) },
    {
      weight: 100,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 8 })
        .map((pairs) => `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`).join()}}`)
        .map((text) => new Raw(text)),
    },
  ),
})).value;

/** JSON text with keys that no JavaScript object could have twice. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function textOf(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  return JSON.stringify(value) ?? 'null';
}

/** Large, but not so large that a million of them take a day. */
const large = fc
  .tuple(
    fc.constantFrom<(n: number) => string>(
      (n) => '['.repeat(n),
      (n) => '{"a":'.repeat(n),
      (n) => `[${'{},'.repeat(n)}1]`,
      (n) => `{"list":[${Array.from({ length: n }, (_, id) => `{"id":${id},"tags":["a","b"],"a":${id},"b":"x"}`).join()}]}`,
      (n) => `{"text":"${'a'.repeat(n)}","a":"${n % 20 === 0 ? '(a+)+$' : 'a+$'}","b":"$0$0"}`,
      (n) => `{"n":1${'0'.repeat(n)},"a":0.${'3'.repeat(n)}}`,
      (n) => `{"map":{${Array.from({ length: n }, (_, id) => `"x-${id}":"${id}"`).join()}}}`,
      (n) => '&a=b'.repeat(n),
      (n) => `{"text":${JSON.stringify('"\\/\n'.repeat(n))}}`,
    ),
    fc.integer({ min: 1, max: 300 }),
  )
  .map(([make, n]) => make(n));

/** Bodies as bytes: ordinary ones, hostile ones, large ones, and noise. */
export const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: hostile.map(textOf).map(encode) },
  { weight: 4, arbitrary: body.map(encode) },
  { weight: 2, arbitrary: json.map((value) => encode(JSON.stringify({ list: [value], map: value, text: value, n: value, a: value }))) },
  { weight: 1, arbitrary: large.map(encode) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }) },
);

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
