import { decodePrelude, encodePrelude } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const METADATA = fc.record(
  {
    statusCode: fc.integer({ min: 200, max: 599 }),
    headers: fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 }),
    cookies: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

describe('decodePrelude', () => {
  test('returns the text of encodePrelude, and where the body begins', () => {
    fc.assert(
      fc.property(METADATA, fc.uint8Array(), (metadata, body) => {
        const prelude = encodePrelude(metadata);
        const found = decodePrelude(Buffer.concat([prelude, body]));
        expect([JSON.parse(found?.text ?? ''), found?.end]).toEqual([JSON.parse(JSON.stringify(metadata)), prelude.length]);
      }),
    );
  });

  test('leaves further NUL bytes to the body', () => {
    expect(decodePrelude(Buffer.from(`{}${'\0'.repeat(12)}`))).toEqual({ text: '{}', end: 10 });
  });

  test('finds the delimiter at the start of the stream', () => {
    expect(decodePrelude(Buffer.from(`${'\0'.repeat(8)}body`))).toEqual({ text: '', end: 8 });
  });

  test.each<[string, number, boolean]>([
    ['ends within the first 16 KB', 16 * 1024 - 8, true],
    ['ends beyond them', 16 * 1024 - 7, false],
  ])('finds a delimiter that %s: %d bytes of metadata', (_, size, isFound) => {
    const bytes = Buffer.from(`${' '.repeat(size)}${'\0'.repeat(8)}body`);
    expect(decodePrelude(bytes) !== undefined).toBe(isFound);
  });

  test.each(['', '{}', `{}${'\0'.repeat(7)}`, `${'\0'.repeat(7)}x${'\0'.repeat(7)}`])('returns undefined for %j', (text) => {
    expect(decodePrelude(Buffer.from(text))).toBeUndefined();
  });
});
