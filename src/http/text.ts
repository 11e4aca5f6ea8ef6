const encoder = new TextEncoder();

/**
 * Encodes a string as UTF-8. Lone surrogates become U+FFFD.
 *
 * @param guess the array that is filled and returned if it has the right size.
 */
export function encodeText(text: string, guess: Uint8Array = new Uint8Array(text.length)): Uint8Array {
  // Most strings are ASCII, with one byte for each character. Guessing that size makes encoding twice as fast.
  const { read, written } = encoder.encodeInto(text, guess);
  return read === text.length && written === guess.length
    ? guess
    : concatBytes([guess.subarray(0, written), encoder.encode(text.slice(read))]);
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Returns the text as it arrives in UTF-8: lone surrogates become U+FFFD. */
export function wellFormed(text: string): string {
  // Engines have had this method since 2023. It is many times faster than a RegExp.
  const { toWellFormed: native } = text as { readonly toWellFormed?: () => string };
  return native === undefined ? text.replace(LONE_SURROGATE, '\uFFFD') : native.call(text);
}

/** Returns the number of bytes of a string in UTF-8. The string must be well-formed, see {@link wellFormed}. */
export function byteLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Half of a surrogate pair is two of the pair's four bytes.
    if (code > 0x7f) length += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return length;
}

/** Copies several byte arrays into one. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Bytes to decode in one call. The number of arguments of a call is limited. */
const BYTES_AT_ONCE = 4096;

/**
 * Decodes bytes as ISO-8859-1: each byte becomes the character with that code.
 *
 * `TextDecoder('latin1')` can't do this. It stands for windows-1252, and Node 20 decodes that differently from later versions.
 */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += BYTES_AT_ONCE) {
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(start, start + BYTES_AT_ONCE));
  }
  return text;
}
