import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAsciiFieldValue, isFieldName, isSafeFieldValue, trimFieldValue } from '../../src/http/field-syntax.js';

function accepts(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

const LATIN1 = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 6 });

describe('isFieldName', () => {
  test('agrees with Node', () => {
    fc.assert(fc.property(LATIN1, (name) => isFieldName(name) === accepts(() => validateHeaderName(name))));
  });
});

describe('isSafeFieldValue', () => {
  test('agrees with Node', () => {
    fc.assert(fc.property(LATIN1, (value) => isSafeFieldValue(value) === accepts(() => validateHeaderValue('a', value))));
  });
});

describe('isAsciiFieldValue', () => {
  test('accepts exactly the safe values that are ASCII and have no spaces at their ends', () => {
    fc.assert(
      fc.property(LATIN1, (value) => {
        const isAscii = Array.from(value).every((character) => character < '\u0080');
        expect(isAsciiFieldValue(value)).toBe(isSafeFieldValue(value) && isAscii && trimFieldValue(value) === value);
      }),
    );
  });
});

describe('trimFieldValue', () => {
  test.each([
    ['', ''],
    [' \t', ''],
    ['\ta b ', 'a b'],
    ['\u00a0a', '\u00a0a'],
  ])('trims %j to %j', (text, trimmed) => {
    expect(trimFieldValue(text)).toBe(trimmed);
  });
});
