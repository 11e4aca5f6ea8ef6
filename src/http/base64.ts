interface NativeBase64 {
  from(text: string, encoding: 'base64'): Uint8Array;
  from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64'): string };
}

/** What Node takes for the digit that its lower eight bits are. */
const WIDE = /[\u0100-\uffff]/;

/** Encodes bytes as padded standard base64. */
export function encodeBase64(bytes: Uint8Array): string {
  const native = nativeBase64();
  if (native) return native.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Decodes standard base64 (RFC 4648, section 4); `undefined` when the text is not that. Padding may be missing, line breaks and the
 * URL-safe alphabet may not be there.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  if (digits % 4 === 1 || (digits !== text.length && text.length % 4 !== 0)) return undefined;
  if (WIDE.test(text)) return undefined;
  const bytes = decodeLeniently(text);
  // What is no digit was skipped, and the bytes are too few; the URL-safe digits alone are taken for others.
  const isStandard = bytes?.length === Math.floor((digits * 3) / 4) && !text.includes('-') && !text.includes('_');
  return isStandard ? bytes : undefined;
}

function decodeLeniently(text: string): Uint8Array | undefined {
  const native = nativeBase64();
  if (native) {
    const { buffer, byteOffset, byteLength } = native.from(text, 'base64');
    return new Uint8Array(buffer, byteOffset, byteLength);
  }
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

// Node, Bun and Lambda's runtimes have this global and decode a megabyte in a millisecond with it; atob is ten times slower.
function nativeBase64(): NativeBase64 | undefined {
  return (globalThis as { Buffer?: NativeBase64 }).Buffer;
}
