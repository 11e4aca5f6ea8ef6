import { describe, expect, test } from 'vitest';
import { checkRequired, checkShape, formatPath, type Path, type Shape, unknownOption } from '../../src/gateway/check-shape.js';

describe('formatPath', () => {
  test.each<[Path, string]>([
    [[], ''],
    [['cors', 'allowOrigins', 0], 'cors.allowOrigins[0]'],
    [['$a_1', '_b'], '$a_1._b'],
    [['headers', 'x-a'], 'headers["x-a"]'],
    [['1a', 'b'], '["1a"].b'],
    [['a b'], '["a b"]'],
    [['a', ''], 'a[""]'],
    [[0, 'a'], '[0].a'],
  ])('writes %j as %s', (path, expected) => {
    expect(formatPath(path)).toBe(expected);
  });
});

const NAME: Shape = { is: 'name', example: "'a'" };
const EACH: Shape = { each: NAME, example: "['a']" };
const RANGE: Shape = { from: 0, to: 1, example: '0.5' };
const FIELDS: Shape = { fields: { first: NAME, second: { is: 'amount', example: '5', required: true } }, example: '{ second: 5 }' };
const OFF: Shape = { is: 'limit', example: '5, or false', orFalse: true };
const CHOICE: Shape = { oneOf: ['first', 'second'] };

describe('checkShape', () => {
  test.each<[Shape, unknown]>([
    ...[EACH, RANGE, FIELDS, OFF, CHOICE].map((shape): [Shape, unknown] => [shape, undefined]),
    [EACH, []],
    [EACH, ['a', 'b']],
    [RANGE, 0],
    [RANGE, 1],
    [FIELDS, { second: 0 }],
    [FIELDS, { first: 'a', second: Number.POSITIVE_INFINITY }],
    [OFF, false],
    [OFF, Number.POSITIVE_INFINITY],
    [CHOICE, 'second'],
  ])('accepts, as %j, %j', (shape, value) => {
    expect(() => checkShape(value, shape, ['a'])).not.toThrow();
  });

  test.each<[Shape, unknown, string, Path, string]>([
    [EACH, 'a', 'invalid-option', ['a'], '`a` must be an array; got "a". Pass [\'a\'].'],
    [EACH, ['a', undefined], 'invalid-option', ['a', 1], "`a[1]` must be set; got undefined. Pass ['a']."],
    [EACH, ['a', ''], 'invalid-option', ['a', 1], '`a[1]` must be a non-empty string; got "". Pass \'a\'.'],
    [RANGE, -0.1, 'invalid-option', ['a'], '`a` must be a number from 0 to 1; got -0.1. Pass 0.5.'],
    [RANGE, 1.1, 'invalid-option', ['a'], '`a` must be a number from 0 to 1; got 1.1. Pass 0.5.'],
    [RANGE, '1', 'invalid-option', ['a'], '`a` must be a number from 0 to 1; got "1". Pass 0.5.'],
    [RANGE, null, 'invalid-option', ['a'], '`a` must be a number from 0 to 1; got null. Pass 0.5.'],
    [FIELDS, 5, 'invalid-option', ['a'], '`a` must be an object; got 5. Pass { second: 5 }.'],
    [FIELDS, new Map([['second', 5]]), 'invalid-option', ['a'], '`a` must be an object; got a Map. Pass { second: 5 }.'],
    [{ is: 'object', example: '{}' }, new Set(['b']), 'invalid-option', ['a'], '`a` must be an object; got a Set. Pass {}.'],
    [
      { is: 'strings by name', example: '{}' },
      new Headers({ b: 'c' }),
      'invalid-option',
      ['a'],
      '`a` must be an object of strings; got a Headers. Pass {}.',
    ],
    [FIELDS, { second: -1 }, 'invalid-option', ['a', 'second'], '`a.second` must be a number that is 0 or more; got -1. Pass 5.'],
    [FIELDS, {}, 'missing-option', ['a', 'second'], '`a.second` is missing. Pass 5.'],
    [FIELDS, { secnd: 5 }, 'unknown-option', ['a', 'secnd'], 'Unknown option `a.secnd`. Did you mean `second`?'],
    [FIELDS, { second: 5, other: 1 }, 'unknown-option', ['a', 'other'], 'Unknown option `a.other`. Use one of first, second.'],
    [OFF, true, 'invalid-option', ['a'], '`a` must be a positive number or Infinity; got true. Pass 5, or false.'],
    [OFF, 0, 'invalid-option', ['a'], '`a` must be a positive number or Infinity; got 0. Pass 5, or false.'],
    [{ is: 'limit', example: '5' }, false, 'invalid-option', ['a'], '`a` must be a positive number or Infinity; got false. Pass 5.'],
    [{ is: 'RegExp', example: '/a/' }, 'a', 'invalid-option', ['a'], '`a` must be a RegExp; got "a". Pass /a/.'],
    [CHOICE, 'frist', 'invalid-option', ['a'], "`a` must be one of 'first', 'second'; got \"frist\". Did you mean `first`?"],
    [CHOICE, 5, 'invalid-option', ['a'], "`a` must be one of 'first', 'second'; got 5. Pass 'first'."],
  ])('rejects, as %j, %j', (shape, value, code, path, message) => {
    expect(() => checkShape(value, shape, ['a'])).toThrow(expect.objectContaining({ name: 'GatewayError', code, path, message }));
  });
});

test('checkRequired requires only what has to be there', () => {
  const shapes = { a: { is: 'name', example: "'a'", required: false }, b: RANGE, c: CHOICE } as const;
  expect(() => checkRequired({}, shapes, [])).not.toThrow();
});

test('unknownOption can be told what was meant', () => {
  expect(unknownOption(['a', 'b'], ['c'], 'd').message).toBe('Unknown option `a.b`. Did you mean `d`?');
  expect(unknownOption(['a', 'stge'], ['stage']).message).toBe('Unknown option `a.stge`. Did you mean `stage`?');
});
