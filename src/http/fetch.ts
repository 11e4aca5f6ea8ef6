import { checkResponse } from './check-response.js';
import type { HttpField, HttpRequest } from './request.js';
import type { HttpResponse } from './response.js';
import { withWireText } from './wire-text.js';

/** Statuses that can't have a body in a Fetch `Response`. */
const NULL_BODY_STATUS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Converts a Fetch `Request`. This reads its body, so clone the request first if you need the body again.
 *
 * Path and query come from the URL. Header names are in lower case, as Fetch has them. If there is no Host header, it is added from the URL.
 * If the body has already been read, the promise rejects with the `TypeError` of Fetch.
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
 * Converts a response to a Fetch `Response`. Every `Set-Cookie` stays a separate header.
 *
 * With status 204, 205 or 304 the body is dropped, because Fetch doesn't allow one.
 *
 * @throws {RangeError} if the status is below 200 or above 599, which Fetch doesn't allow.
 * @throws {UnsafeResponseError} if a header or the status text could split the response.
 */
export function toFetchResponse(response: HttpResponse): Response {
  checkResponse(response);
  const { status, statusText, headers, body } = withWireText(response);
  const fields = new Headers();
  for (const [name, value] of headers) fields.append(name, value);
  const content = NULL_BODY_STATUS.has(status) ? null : new Uint8Array(body);
  return new Response(content, { status, statusText, headers: fields });
}
