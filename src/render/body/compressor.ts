import { invalidOption } from '../../gateway/check-shape.js';
import type { RenderOptions } from '../types.js';

/** The part of `node:zlib` that is needed here. */
interface Zlib {
  gzipSync(bytes: Uint8Array): Uint8Array;
  deflateSync(bytes: Uint8Array): Uint8Array;
}

interface Runtime {
  readonly process?: { readonly getBuiltinModule?: (id: 'node:zlib') => Zlib | undefined };
}

/**
 * Returns the function that compresses a body: your own, or zlib in Node.js; `undefined` without either.
 *
 * @throws GatewayError `invalid-option` if `compress` isn't a function.
 */
export function findCompressor({ compress }: RenderOptions): RenderOptions['compress'] {
  if (typeof compress === 'function') return compress;
  if (compress !== undefined) throw invalidOption(['compress'], 'a function', compress, 'Pass a function, or leave it out.');
  // It is looked for, never imported, so that the library runs and bundles without Node.
  const zlib = (globalThis as Runtime).process?.getBuiltinModule?.('node:zlib');
  return zlib && ((coding, bytes) => toPlainBytes(coding === 'gzip' ? zlib.gzipSync(bytes) : zlib.deflateSync(bytes)));
}

/** Turns a Buffer of Node into a plain Uint8Array. */
function toPlainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
