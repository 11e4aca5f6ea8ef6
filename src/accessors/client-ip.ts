import { isPayload2 } from '../aws/payload-format.js';
import { type ClientIpEvent, requireField } from './event.js';
import { requireEvent } from './require-event.js';

/** An address with a port: `192.0.2.1:1234`, `[2001:db8::1]:1234`. */
const WITH_PORT = /^(?:([\d.]+)|\[([\da-f:.]+)\]):\d+$/i;

/**
 * Returns the client's IP address, v4 or v6, as the gateway saw it. A client cannot change it with an X-Forwarded-For header. If a proxy in
 * front of AWS adds a port, the port is left out.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @throws TypeError if the event has no address, because it is not the event of an HTTP request.
 * @example
 * ```ts
 * import { buildHttpEvent, clientIp } from 'apigw-proxy';
 *
 * console.log(clientIp(buildHttpEvent())); // => 203.0.113.1
 * ```
 */
export function clientIp(event: ClientIpEvent): string {
  const address = addressOf(event).trim();
  const [, v4, v6] = WITH_PORT.exec(address) ?? [];
  return v4 ?? v6 ?? address;
}

function addressOf(event: ClientIpEvent): string {
  requireEvent(event);
  if (isPayload2(event)) return requireField(event.requestContext.http.sourceIp, 'requestContext', 'http', 'sourceIp');
  return requireField(event.requestContext?.identity?.sourceIp, 'requestContext', 'identity', 'sourceIp');
}
