import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFieldName } from '../../src/http/field-syntax.js';
import { readHeaderName } from '../../src/http/header-name.js';
import { titleCase } from '../../src/http/title-case.js';
import { character } from '../characters.js';

const NAMES = fc.oneof(
  fc.string(),
  fc.string({ unit: character }),
  fc.constantFrom('', 'constructor', '__proto__', 'ETag', 'x-API-key', `X-${'a'.repeat(60)}`),
);

describe('readHeaderName', () => {
  test('returns the same forms the first time, the second time, and after many other names', () => {
    const others = Array.from({ length: 600 }, (_, index) => `x-${index}`);
    fc.assert(
      fc.property(NAMES, (name) => {
        const expected = { key: name.toLowerCase(), title: titleCase(name), isValid: isFieldName(name), last: expect.anything() };
        expect([readHeaderName(name), readHeaderName(name)]).toEqual([expected, expected]);
        others.forEach(readHeaderName);
        expect(readHeaderName(name)).toEqual(expected);
      }),
    );
  });
});
