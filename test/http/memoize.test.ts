import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownName } from '../../src/http/known-name.js';
import { memoize } from '../../src/http/memoize.js';

describe('memoize', () => {
  test('returns what the function returns, for any number of strings', () => {
    const shout = memoize((text) => `${text}!`);
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 3000; index += 1) expect(shout(`x${index}`)).toBe(`x${index}!`);
    }
  });

  test('keeps at most 1,024 results, and none of a string with more than 256 characters', () => {
    const made: string[] = [];
    const shout = memoize((text) => {
      made.push(text);
      return `${text}!`;
    });
    const call = (text: string): boolean => {
      const before = made.length;
      shout(text);
      return made.length > before;
    };
    expect([call('a'), call('a'), call('x'.repeat(257)), call('x'.repeat(257))]).toEqual([true, false, true, true]);
    for (let index = 0; index < 1024; index += 1) call(`b${index}`);
    expect(call('a')).toBe(true);
  });
});

describe('knownName', () => {
  test('returns the name and its lower case', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'X-A', 'İ', '1')), (name) => {
        expect(knownName(name)).toEqual({ name, lower: name.toLowerCase() });
      }),
    );
  });
});
