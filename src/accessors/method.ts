import { isPayload2, type RequestEvent } from './event.js';

/** The request's method, in capitals: the concrete one also where the route says `ANY`. */
export function method(event: RequestEvent): string {
  return isPayload2(event) ? event.requestContext.http.method : event.httpMethod;
}
