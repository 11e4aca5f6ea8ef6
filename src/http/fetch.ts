import { argumentError } from './argument-error.js';
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
 *
 * @param request the request. Its body is read.
 * @throws TypeError if the body has been read before, or if the argument is not a request.
 * @example
 * ```ts
 * import { fromFetchRequest } from 'apigw-proxy';
 *
 * const request = await fromFetchRequest(new Request('https://api.example.com/a?b=1', { method: 'POST', body: 'hi' }));
 * console.log(request.method, request.target, request.body?.length); // => POST /a?b=1 2
 * ```
 */
export async function fromFetchRequest(request: Request): Promise<HttpRequest> {
  if (typeof request?.url !== 'string') throw argumentError(['request'], 'a Fetch Request', request);
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
 * @param response a response, such as `renderResult` returns.
 * @throws {RangeError} if the status is below 200 or above 599, which Fetch doesn't allow.
 * @throws {UnsafeResponseError} if a header or the status text could split the response.
 * @example
 * ```ts
 * import { renderResult, toFetchResponse } from 'apigw-proxy';
 *
 * const response = toFetchResponse(renderResult({ statusCode: 201, body: '{}' }, { target: 'rest' }));
 * console.log(response.status, response.headers.get('content-type')); // => 201 application/json
 * ```
 */
export function toFetchResponse(response: HttpResponse): Response {
  checkResponse(response);
  const { status, statusText, headers, body } = withWireText(response);
  if (status < 200 || status > 599) {
    throw argumentError(['response', 'status'], 'a status from 200 to 599', status, undefined, RangeError);
  }
  const fields = new Headers();
  for (const [name, value] of headers) fields.append(name, value);
  const content = NULL_BODY_STATUS.has(status) ? null : new Uint8Array(body);
  return new Response(content, { status, statusText, headers: fields });
}
