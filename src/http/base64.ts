import { createBytes, decodeLatin1 } from './text.js';

interface NativeBase64 {
  from(bytes: ArrayBufferLike, offset: number, length: number): NativeBytes;
}

interface NativeBytes {
  toString(encoding: 'base64'): string;
  write(text: string, encoding: 'base64'): number;
}

/** Characters that Node's decoder confuses with ASCII, because it reads only their lower eight bits. */
const WIDE = /[\u0100-\uffff]/;

/** Encodes bytes as standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const native = nativeBase64();
  return native ? native.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') : btoa(decodeLatin1(bytes));
}

/**
 * Decodes standard base64 (RFC 4648, section 4). Returns `undefined` if the string is not standard base64.
 *
 * Padding is optional. Line breaks and the URL-safe alphabet are not allowed.
 *
 * @param create creates the array for the bytes.
 */
export function decodeBase64(text: string, create: (length: number) => Uint8Array = createBytes): Uint8Array | undefined {
  const digits = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  if (digits % 4 === 1 || (digits !== text.length && text.length % 4 !== 0)) return undefined;
  // Node's decoder accepts the URL-safe alphabet, too.
  if (WIDE.test(text) || text.includes('-') || text.includes('_')) return undefined;
  const bytes = create(Math.floor((digits * 3) / 4));
  // Node's decoder skips invalid characters, so it writes too few bytes.
  return decodeInto(text, bytes) === bytes.length ? bytes : undefined;
}

/** Decodes as many bytes as fit. Returns the number of bytes written; -1 for invalid characters. */
function decodeInto(text: string, { buffer, byteOffset, length }: Uint8Array): number {
  const native = nativeBase64();
  return native
    ? native.from(buffer, byteOffset, length).write(text, 'base64')
    : decodeBinary(text, new Uint8Array(buffer, byteOffset, length));
}

function decodeBinary(text: string, bytes: Uint8Array): number {
  try {
    const binary = atob(text);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    return binary.length;
  } catch {
    return -1;
  }
}

// Node, Bun and Lambda's runtimes have this global. It decodes a megabyte in a millisecond; `atob` is ten times slower.
function nativeBase64(): NativeBase64 | undefined {
  return (globalThis as { Buffer?: NativeBase64 }).Buffer;
}
