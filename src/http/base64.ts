import { nativeBuffer } from './native-buffer.js';
import { decodeLatin1 } from './text.js';

/** Characters that Node's decoder confuses with ASCII, because it reads only their lower eight bits. */
const WIDE = /[\u0100-\uffff]/;

/** Encodes bytes as standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const native = nativeBuffer();
  return native ? native.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') : btoa(decodeLatin1(bytes));
}

/**
 * Decodes standard base64 (RFC 4648, section 4). Returns `undefined` if the string is not standard base64.
 *
 * Padding is optional. Line breaks and the URL-safe alphabet are not allowed.
 *
 * @param create creates the array that is filled and returned. Default: one with memory of its own.
 */
export function decodeBase64(text: string, create?: (length: number) => Uint8Array): Uint8Array | undefined {
  const digits = text.length - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  if (digits % 4 === 1 || (digits !== text.length && text.length % 4 !== 0)) return undefined;
  // Node's decoder accepts the URL-safe alphabet, too.
  if (WIDE.test(text) || text.includes('-') || text.includes('_')) return undefined;
  const length = (digits * 3) >> 2; // three bytes for four digits
  const bytes = create?.(length) ?? new Uint8Array(length);
  // Decoders skip invalid characters or white space, and write too few bytes.
  return writeBase64(text, bytes) === length ? bytes : undefined;
}

/** Decodes into an array. Returns the number of bytes; `undefined` if the decoder rejects the string. */
function writeBase64(text: string, bytes: Uint8Array): number | undefined {
  const native = nativeBuffer();
  if (native) return native.from(bytes.buffer, bytes.byteOffset, bytes.length).write(text, 'base64');
  try {
    const binary = atob(text);
    for (const index of bytes.keys()) bytes[index] = binary.charCodeAt(index);
    return binary.length;
  } catch {
    return undefined;
  }
}
