/** The part of Node's `Buffer` that is used here. */
interface NativeBuffer {
  from(bytes: ArrayBufferLike, offset: number, length: number): NativeBytes;
  allocUnsafeSlow(length: number): Uint8Array;
  byteLength(text: string): number;
}

interface NativeBytes {
  toString(encoding: 'base64'): string;
  write(text: string, encoding: 'base64'): number;
}

/**
 * Returns `Buffer`, which Node, Bun and Lambda's runtimes have as a global; `undefined` elsewhere. It decodes a megabyte of base64 in a
 * millisecond; `atob` is ten times slower.
 */
export function nativeBuffer(): NativeBuffer | undefined {
  return (globalThis as { Buffer?: NativeBuffer }).Buffer;
}
