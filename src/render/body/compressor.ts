import { invalidOption } from '../../gateway/check-shape.js';
import { findZlib, toPlainBytes } from '../../http/zlib.js';
import type { RenderOptions } from '../types.js';

/**
 * Returns the function that compresses a body: your own, or zlib in Node.js; `undefined` without either.
 *
 * @throws GatewayError `invalid-option` if `compress` isn't a function.
 */
export function findCompressor({ compress }: RenderOptions): RenderOptions['compress'] {
  if (typeof compress === 'function') return compress;
  if (compress !== undefined) throw invalidOption(['compress'], 'a function', compress, 'Pass a function, or leave it out.');
  const zlib = findZlib();
  return zlib && ((coding, bytes) => toPlainBytes(coding === 'gzip' ? zlib.gzipSync(bytes) : zlib.deflateSync(bytes)));
}
