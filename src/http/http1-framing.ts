import { allowsBody } from './allows-body.js';
import type { HttpResponse } from './response.js';

const DIGITS = /^\d+$/;

/** How a response's body is written: as one chunk, or unchanged. */
export type Framing = 'chunked' | 'as it is';

/**
 * Returns how to write the body of a response. Returns `undefined` if the headers contradict each other or the body, because two readers
 * could then disagree about where the body ends (RFC 9112, section 6.3).
 */
export function framingOf({ status, headers, body }: HttpResponse): Framing | undefined {
  let length: string | undefined;
  let coding: string | undefined;
  for (const [name, value] of headers) {
    // The two names have 14 and 17 characters. Comparing lengths first skips most headers.
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
  if (coding !== undefined) return coding === 'chunked' && length === undefined ? chunkedFramingOf(status) : undefined;
  if (length === undefined) return 'as it is';
  // A response to HEAD has the Content-Length of the body it leaves out.
  return length === `${body.length}` || (body.length === 0 && DIGITS.test(length)) ? 'as it is' : undefined;
}

// RFC 9112, section 6.1: a 1xx or a 204 can't have Transfer-Encoding. In a 304 it describes the body that a 200 would have.
function chunkedFramingOf(status: number): Framing | undefined {
  if (allowsBody(status)) return 'chunked';
  return status === 304 ? 'as it is' : undefined;
}
