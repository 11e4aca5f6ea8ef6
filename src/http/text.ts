const encoder = new TextEncoder();

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  // Most texts are ASCII, as many bytes as characters: with the size guessed, encoding takes half of the time.
  const bytes = new Uint8Array(text.length);
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length ? bytes : concatBytes([bytes.subarray(0, written), encoder.encode(text.slice(read))]);
}

/** Returns the bytes of several arrays as one array. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** How many bytes are decoded by one call. A function cannot be called with any number of arguments. */
const BYTES_AT_ONCE = 4096;

/**
 * Decodes bytes as ISO-8859-1: each byte becomes the character with its number. `TextDecoder('latin1')` is another encoding, windows-1252,
 * which Node 20 decodes differently than later versions do.
 */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += BYTES_AT_ONCE) {
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(start, start + BYTES_AT_ONCE));
  }
  return text;
}
