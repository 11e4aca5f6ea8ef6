import type { HttpField, HttpRequest } from './request.js';
import type { HttpResponse } from './response.js';
import { withWireText } from './wire-text.js';

/** Statuses that a Fetch `Response` may not have a body with. */
const NULL_BODY_STATUS: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * Reads a Fetch `Request`: its path and query as they stand in the URL, its headers in lower case, a Host header from the URL, the body's
 * bytes. The request's body is used up.
 */
export async function fromFetchRequest(request: Request): Promise<HttpRequest> {
  const { pathname, search, host } = new URL(request.url);
  const fields: HttpField[] = [...request.headers];
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  return {
    method: request.method,
    target: pathname + search,
    headers: request.headers.has('host') ? fields : [['host', host], ...fields],
    ...(body !== undefined && { body }),
  };
}

/**
 * A response as a Fetch `Response`, every Set-Cookie a field of its own. A status that Fetch gives no body has none.
 *
 * @throws RangeError for a status below 200, which Fetch cannot express.
 */
export function toFetchResponse(response: HttpResponse): Response {
  const { status, statusText, headers, body } = withWireText(response);
  const fields = new Headers();
  for (const [name, value] of headers) fields.append(name, value);
  const content = NULL_BODY_STATUS.has(status) ? null : new Uint8Array(body);
  return new Response(content, { status, statusText, headers: fields });
}
