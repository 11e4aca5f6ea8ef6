import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overrideParts } from '../../../src/events/build/override.js';
import { differenceOf } from '../../../src/events/recover/difference.js';

const KEY = fc.constantFrom('a', 'b', '__proto__', 'toString');
const { value: VALUE } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, 0, -0, '', 'x', true),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(KEY, tie('value'), { maxKeys: 3 }),
  ),
}));

describe('differenceOf', () => {
  test('returns the parts that make a value equal to another one', () => {
    fc.assert(
      fc.property(VALUE, VALUE, (value, wanted) => {
        expect(overrideParts(value, differenceOf(value, wanted) as never)).toEqual(wanted);
      }),
    );
  });

  test('returns undefined for an equal value', () => {
    fc.assert(
      fc.property(fc.clone(VALUE, 2), ([value, same]) => {
        expect(differenceOf(value, same)).toBeUndefined();
      }),
    );
  });

  test.each([
    ['a shorter array', { a: [1, 2] }, { a: [1] }, { a: [1] }],
    ['a longer array', { a: [1] }, { a: [1, 2] }, { a: [1, 2] }],
    ['one other element', { a: [1, 2] }, { a: [1, 3] }, { a: [1, 3] }],
    ['a key more, one less, and one deeper', { a: 1, c: { d: 1, e: 2 } }, { b: 2, c: { d: 1, e: 3 } }, { a: undefined, b: 2, c: { e: 3 } }],
  ])('returns nothing but what differs: %s', (_, value, wanted, difference) => {
    expect(differenceOf(value, wanted)).toStrictEqual(difference);
  });
});
