import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteLength, decodeLatin1, encodeText, wellFormed } from '../../src/http/text.js';

describe('encodeText', () => {
  test('returns the same bytes as Node, also for lone surrogates', () => {
    const text = fc
      .array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\udc00', '😀')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        expect(Buffer.compare(encodeText(given), Buffer.from(given, 'utf8'))).toBe(0);
      }),
    );
  });
});

describe('encodeText with an array', () => {
  test('returns the same bytes, whatever length the array has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        expect(Buffer.compare(encodeText(text, new Uint8Array(length).fill(7)), Buffer.from(text))).toBe(0);
      }),
    );
  });
});

describe('decodeLatin1', () => {
  test('turns every byte into the character with the same code', () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(Array.from(decodeLatin1(every), (character) => character.charCodeAt(0))).toEqual([...every]);
  });

  test.each([0, 1, 4095, 4096, 4097, 20_000])('returns the same string as Node for %i bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => index % 251);
    expect(decodeLatin1(bytes)).toBe(Buffer.from(bytes).toString('latin1'));
  });
});

describe('byteLength', () => {
  test('counts the bytes that TextEncoder writes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('é', '\ud800', '\udc00a', '\u{1f600}', '€')), (text) => {
        expect(byteLength(wellFormed(text))).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
