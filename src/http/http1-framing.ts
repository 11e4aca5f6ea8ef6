import { allowsBody } from './allows-body.js';
import type { HttpResponse } from './response.js';

const DIGITS = /^\d+$/;

/** How the end of a response's body is marked on the wire. */
export type Framing = 'chunked' | 'as it is';

/**
 * Finds out how the end of the body is marked; `undefined` when the fields contradict each other or the body, so that two readers could
 * find two different ends (RFC 9112, section 6.3).
 */
export function framingOf({ status, headers, body }: HttpResponse): Framing | undefined {
  let length: string | undefined;
  let coding: string | undefined;
  for (const [name, value] of headers) {
    // The two names have these lengths; most others need no second look.
    if (name.length !== 14 && name.length !== 17) continue;
    const key = name.toLowerCase();
    if (key === 'content-length') {
      if (length !== undefined) return undefined;
      length = value;
    } else if (key === 'transfer-encoding') {
      if (coding !== undefined) return undefined;
      coding = value.toLowerCase();
    }
  }
  if (!allowsBody(status) && body.length > 0) return undefined;
  if (coding !== undefined) return coding === 'chunked' && length === undefined ? chunkedBelow(status) : undefined;
  if (length === undefined) return 'as it is';
  // The answer to HEAD has the length of a body that is not there.
  return DIGITS.test(length) && (body.length === 0 || length === `${body.length}`) ? 'as it is' : undefined;
}

// RFC 9112, section 6.1: not in a 1xx or a 204; in a 304 it tells of the body that a 200 would have.
function chunkedBelow(status: number): Framing | undefined {
  if (allowsBody(status)) return 'chunked';
  return status === 304 ? 'as it is' : undefined;
}
