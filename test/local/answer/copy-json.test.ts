import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyJson } from '../../../src/local/answer/copy-json.js';

describe('copyJson', () => {
  test('returns an equal value that shares no part with the original', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = copyJson(value);
        expect(copy).toEqual(value);
        expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
        for (const part of partsOf(copy)) expect(partsOf(value)).not.toContain(part);
      }),
    );
  });

  test('copies a key __proto__ like any other', () => {
    const copy = copyJson(JSON.parse('{"__proto__":{"a":1}}'));
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1}}');
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });
});

/** The objects and arrays in a value, at any depth. */
function partsOf(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}
