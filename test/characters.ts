import * as fc from 'fast-check';

// fast-check's own graphemes and web addresses build tables of Unicode, so that the first draw takes a second.

const SPECIAL = [...' %+&=#?/\\"<>{}|^`\t\r\n\u007f\ufeffäßéÅ日本語ΩЖ🙂👩🏽‍🚀', 'e\u0301', '\u0000', '\u2028'];

/** A character as a reader sees it: of ASCII, with a meaning somewhere, or any of Unicode. No half of a surrogate pair. */
export const character: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...SPECIAL),
  fc.integer({ min: 0, max: 0x10ffff - 0x800 }).map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800)),
);

/** A query as a browser writes one, with characters that mean something in it, and broken escapes. */
export const query: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'b', '=', '&', '+', '%20', '%', '%C3', '%C3%A9', '%F0%9F%99%82', '%zz', '?', '/', ';'),
      character.map(encodeURIComponent),
    ),
    {
      maxLength: 16,
    },
  )
  .map((parts) => parts.join('').replaceAll('#', ''));
