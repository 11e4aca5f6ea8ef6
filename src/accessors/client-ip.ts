import { isPayload2, type RequestEvent } from './event.js';

/** The client's IP address, v4 or v6, as the gateway saw it: a claim in X-Forwarded-For does not change it. */
export function clientIp(event: RequestEvent): string {
  return isPayload2(event) ? event.requestContext.http.sourceIp : event.requestContext.identity.sourceIp;
}
