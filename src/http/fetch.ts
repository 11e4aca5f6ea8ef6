import { checkResponse } from './check-response.js';
import type { HttpField, HttpRequest } from './request.js';
import type { HttpResponse } from './response.js';
import { withWireText } from './wire-text.js';

/** Statuses with which a Fetch `Response` must not have a body. */
const NULL_BODY_STATUS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Reads a Fetch `Request` and uses up its body.
 *
 * Path and query are those of the URL, and header names are in lower case. Without a Host header, the host of the URL becomes one.
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
 * Makes a Fetch `Response` of a response. Each Set-Cookie stays a header of its own.
 *
 * The body is left out for a status that has none in Fetch: 204, 205 and 304.
 *
 * @throws {RangeError} for a status that Fetch does not have: below 200 or above 599.
 * @throws {UnsafeResponseError} if a name or a value could split the response.
 */
export function toFetchResponse(response: HttpResponse): Response {
  checkResponse(response);
  const { status, statusText, headers, body } = withWireText(response);
  const fields = new Headers();
  for (const [name, value] of headers) fields.append(name, value);
  const content = NULL_BODY_STATUS.has(status) ? null : new Uint8Array(body);
  return new Response(content, { status, statusText, headers: fields });
}
