import { isPayload2 } from '../aws/payload-format.js';
import { type MethodEvent, requireField } from './event.js';
import { requireEvent } from './require-event.js';

/**
 * Returns the request's method, in capitals. It is the method of this request even if the route says `ANY`.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @throws TypeError if the event has no method, because it is not the event of an HTTP request.
 * @example
 * ```ts
 * import { buildHttpEvent, method } from 'apigw-proxy';
 *
 * console.log(method(buildHttpEvent({ route: 'ANY /users', method: 'PATCH' }))); // => PATCH
 * ```
 */
export function method(event: MethodEvent): string {
  requireEvent(event);
  if (isPayload2(event)) return requireField(event.requestContext.http.method, 'requestContext', 'http', 'method');
  return requireField(event.httpMethod, 'httpMethod');
}
