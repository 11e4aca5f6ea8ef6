import type { RenderOptions } from '../types.js';

/** What is needed of `node:zlib`. */
interface Zlib {
  gzipSync(bytes: Uint8Array): Uint8Array;
  deflateSync(bytes: Uint8Array): Uint8Array;
}

interface Runtime {
  readonly process?: { readonly getBuiltinModule?: (id: 'node:zlib') => Zlib | undefined };
}

/** What compresses a body: what was passed or, where there is one, Node's own; `undefined` elsewhere. */
export function compressorOf({ compress }: RenderOptions): RenderOptions['compress'] {
  if (compress !== undefined) return compress;
  // Looked for, never imported: the library runs, and bundles, without Node.
  const zlib = (globalThis as Runtime).process?.getBuiltinModule?.('node:zlib');
  return zlib && ((coding, bytes) => plain(coding === 'gzip' ? zlib.gzipSync(bytes) : zlib.deflateSync(bytes)));
}

/** Node answers with its own kind of Uint8Array. */
function plain({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
