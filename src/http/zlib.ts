/** The part of `node:zlib` that the library uses. */
export interface Zlib {
  gzipSync(bytes: Uint8Array): Uint8Array;
  deflateSync(bytes: Uint8Array): Uint8Array;
  gunzipSync(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array;
  inflateSync(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array;
}

interface Runtime {
  readonly process?: { readonly getBuiltinModule?: (id: 'node:zlib') => Zlib | undefined };
}

/**
 * Returns Node's zlib, or `undefined` on other platforms. zlib is looked up at run time, never imported, so that the library runs and bundles
 * without Node.
 */
export function findZlib(): Zlib | undefined {
  return (globalThis as Runtime).process?.getBuiltinModule?.('node:zlib');
}

/** Converts a Node.js Buffer to a plain Uint8Array. */
export function toPlainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
