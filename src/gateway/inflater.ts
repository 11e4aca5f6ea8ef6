import { findZlib, toPlainBytes } from '../http/zlib.js';
import { invalidOption } from './check-shape.js';

/** A content coding that a REST API inflates. */
export type RequestCoding = 'gzip' | 'deflate';

/**
 * Inflates a request body.
 *
 * @param limit the largest result that is needed, in bytes. Stop there: a small body can expand to a thousand times its size.
 * @returns the plain bytes; `undefined` if there are more of them than `limit`.
 * @throws any error if the bytes are not of this coding.
 */
export type Inflater = (coding: RequestCoding, bytes: Uint8Array, limit: number) => Uint8Array | undefined;

/** Returns the function that inflates request bodies: your own, or zlib in Node.js; `undefined` without either. */
export function findInflater(given: Inflater | undefined): Inflater | undefined {
  if (given !== undefined) return (coding, bytes, limit) => checkBytes(given(coding, bytes, limit), limit);
  const zlib = findZlib();
  return (
    zlib &&
    ((coding, bytes, limit) => {
      try {
        const options = { maxOutputLength: limit };
        return toPlainBytes(coding === 'gzip' ? zlib.gunzipSync(bytes, options) : zlib.inflateSync(bytes, options));
      } catch (error) {
        if (isOverLimit(error)) return undefined;
        throw error;
      }
    })
  );
}

function checkBytes(bytes: unknown, limit: number): Uint8Array | undefined {
  if (bytes === undefined) return undefined;
  if (bytes instanceof Uint8Array) return bytes.length > limit ? undefined : bytes;
  throw invalidOption(['inflate'], 'a function that returns a Uint8Array', bytes, 'Return the plain bytes.');
}

/** Node stops as soon as it has more bytes than it may return. */
function isOverLimit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
