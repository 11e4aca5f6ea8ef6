import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../../src/http/text.js';

describe('encodeText', () => {
  test('encodes as Node does, a lone surrogate as U+FFFD', () => {
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
