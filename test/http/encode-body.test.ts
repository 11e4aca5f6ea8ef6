import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeBody } from '../../src/http/encode-body.js';

/** Text with a character of each kind, around the length up to which it is encoded without native code, and around those with room. */
const TEXT = fc
  .tuple(
    fc.constantFrom(0, 1, 63, 64, 65, 2046, 2048, 65_535, 65_537),
    fc.constantFrom('', 'é', '€', '\ud800', '\udc00x', '\u{1f600}'),
    fc.nat(3),
    fc.nat(70),
  )
  .map(
    ([length, other, times, place]) => 'x'.repeat(Math.min(place, length)) + other.repeat(times) + 'x'.repeat(Math.max(0, length - place)),
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('encodeBody', () => {
  test('returns the same bytes as Node', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(Buffer.compare(encodeBody(text), Buffer.from(text))).toBe(0);
      }),
    );
  });

  test('returns the same bytes where there is no Buffer', () => {
    const { compare, from } = Buffer;
    vi.stubGlobal('Buffer', undefined);
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(compare(encodeBody(text), from(text))).toBe(0);
      }),
    );
  });
});
