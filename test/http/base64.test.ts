import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../src/http/base64.js';

const NodeBuffer = Buffer;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Calls a function as if the platform had no Buffer. */
function withoutBuffer<T>(call: () => T): T {
  vi.stubGlobal('Buffer', undefined);
  try {
    return call();
  } finally {
    vi.unstubAllGlobals();
  }
}

/** Base64, and strings that look like it. */
const ALMOST_BASE64 = fc.oneof(
  fc.base64String(),
  fc.string({ unit: fc.constantFrom('A', 'b', '9', '+', '/', '-', '_', '=', ' ', '\n', 'é', '\u0141', '\ud83d') }),
);

describe('encodeBase64', () => {
  test('returns the same as Node, with and without Buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const expected = NodeBuffer.from(bytes).toString('base64');
        expect([encodeBase64(bytes), withoutBuffer(() => encodeBase64(bytes))]).toEqual([expected, expected]);
      }),
    );
  });

  test('encodes only the bytes of a view, not its whole buffer', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    expect([encodeBase64(view), withoutBuffer(() => encodeBase64(view))]).toEqual(['AgM=', 'AgM=']);
  });
});

describe('decodeBase64', () => {
  test('restores the bytes, with and without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64(bytes);
        expect(decodeBase64(text)).toEqual(bytes);
        expect(decodeBase64(text.replace(/=+$/, ''))).toEqual(bytes);
      }),
    );
  });

  test.each(['A', 'AA=', 'AAA==', 'AAAA=', 'AA\n==', 'A-A_', 'AA A', 'AAA\u0141', '====', 'A==='])('returns undefined for %j', (text) => {
    expect([decodeBase64(text), withoutBuffer(() => decodeBase64(text))]).toEqual([undefined, undefined]);
  });

  test('returns the same with and without Buffer', () => {
    fc.assert(
      fc.property(ALMOST_BASE64, (text) => {
        expect(withoutBuffer(() => decodeBase64(text))).toEqual(decodeBase64(text));
      }),
    );
  });
});
