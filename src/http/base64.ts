import { decodeLatin1 } from './text.js';

interface NativeBase64 {
  from(text: string, encoding: 'base64'): Uint8Array;
  from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64'): string };
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
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  if (digits % 4 === 1 || (digits !== text.length && text.length % 4 !== 0)) return undefined;
  if (WIDE.test(text)) return undefined;
  const bytes = decodeLeniently(text);
  // Node's decoder skips invalid characters, so the output is too short. It also accepts the URL-safe alphabet.
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
    return encodeBinary(atob(text));
  } catch {
    return undefined;
  }
}

/** Encodes a string in which each character stands for one byte. */
function encodeBinary(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

// Node, Bun and Lambda's runtimes have this global. It decodes a megabyte in a millisecond; `atob` is ten times slower.
function nativeBase64(): NativeBase64 | undefined {
  return (globalThis as { Buffer?: NativeBase64 }).Buffer;
}
