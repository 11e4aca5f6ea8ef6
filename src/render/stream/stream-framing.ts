import type { HttpField } from '../../http/request.js';
import type { Rendering } from '../rendering.js';
import { CHUNKED } from './streaming-mode.js';

/** How the end of a streamed body is marked. */
export interface StreamFraming {
  /** The one field that marks it. */
  readonly field: HttpField;
  /** Length of the body in bytes, if `field` states it. */
  readonly length?: number;
  /** The function's fields without those that mark the end. */
  readonly rest: readonly HttpField[];
}

const LENGTH = /^\d{1,15}$/;

/**
 * Finds out how the end of a streamed body is marked. documented for REST: `Transfer-Encoding: chunked`, unless the function states a
 * Content-Length. It is never marked by two fields at once, because parsers would read them differently. A function URL has
 * neither field by now: Content-Length was remapped, and Transfer-Encoding dropped.
 */
export function framingOf(fields: readonly HttpField[], { report }: Rendering): StreamFraming {
  const rest: HttpField[] = [];
  const lengths: HttpField[] = [];
  let isChunked = false;
  for (const field of fields) {
    const key = field[0].toLowerCase();
    if (key === 'content-length') lengths.push(field);
    else if (key !== 'transfer-encoding') rest.push(field);
    else if (field[1].toLowerCase() === 'chunked') isChunked = true;
    // assumed: there is no other way to transfer a stream.
    else report('header-dropped', ['headers', field[0]], field[0]);
  }
  const [length, another] = lengths;
  if (length === undefined) return { field: CHUNKED, rest };
  if (!isChunked && another === undefined && LENGTH.test(length[1])) {
    return { field: ['Content-Length', `${Number(length[1])}`], length: Number(length[1]), rest };
  }
  // assumed: a length that isn't a number, or comes with `chunked`, doesn't count.
  report('header-dropped', ['headers', length[0]], length[0]);
  return { field: CHUNKED, rest };
}
