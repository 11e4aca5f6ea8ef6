import type { HttpResponse } from './response.js';

/** How the end of a response's body is marked on the wire. */
export type Framing = 'chunked' | 'as it is';

/**
 * Finds out how the end of the body is marked; `undefined` when the fields contradict each other or the body, so that two readers could
 * find two different ends (RFC 9112, section 6.3).
 */
export function framingOf({ headers, body }: HttpResponse): Framing | undefined {
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
  if (coding !== undefined) return coding === 'chunked' && length === undefined ? 'chunked' : undefined;
  // The answer to HEAD has the length of a body that is not there.
  return length === undefined || body.length === 0 || length === `${body.length}` ? 'as it is' : undefined;
}
