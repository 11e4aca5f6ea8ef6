import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicateKey } from '../../../src/render/read/duplicate-key.js';

describe('findDuplicateKey', () => {
  test.each([
    ['{"a":1,"a":2}', '"a"'],
    ['{"a":1,"\\u0061":2}', '"\\u0061"'],
    ['{"x":[{"b":1},{"b":{"c":1,"c":2}}]}', '"c"'],
    ['{"a":1,"b":[1],"b":2}', '"b"'],
    ['{"a":"a","b":["a","a",{"a":1}]}', undefined],
    ['{"a":"}\\"{,","b":{"a":1}}', undefined],
    ['[["a","a"]]', undefined],
    ['"a"', undefined],
  ])('returns, for %s, %s', (json, key) => {
    expect(findDuplicateKey(json)).toBe(key);
  });

  test('returns undefined for everything that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(findDuplicateKey(JSON.stringify(value))).toBeUndefined();
      }),
    );
  });
});
