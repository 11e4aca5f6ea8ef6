import { describe, expect, test } from 'vitest';
import { isObject } from '../../src/http/is-object.js';

describe('isObject', () => {
  test.each([{}, { a: 1 }, Object.create(null), new Date(0), new Map()])('accepts an object: %o', (value) => {
    expect(isObject(value)).toBe(true);
  });

  test.each([null, undefined, [], [{}], 'text', 1, true, () => ({})])('rejects anything else: %o', (value) => {
    expect(isObject(value)).toBe(false);
  });
});
