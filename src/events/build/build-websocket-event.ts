import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import { asSentHandshake } from '../headers/handshake.js';
import { resolve } from '../request/resolved-request.js';
import { websocketEvent } from '../websocket-event.js';
import { type EventBuilder, eventBuilder } from './event-builder.js';

/**
 * Builds one event of a WebSocket API. The route decides which: `$connect`, `$disconnect`, or the key of a message route, for which `body` or
 * `json` is the message. For all events of one connection, use `buildWebsocketSession`.
 *
 * @param init the request and the settings of the gateway, all optional; see {@link EventInit}. Default: a GET to `/`.
 * @throws GatewayError if an option is unknown, has the wrong type, or contradicts another one.
 * @example
 * ```ts
 * import { buildWebsocketEvent } from 'apigw-proxy';
 *
 * const event = buildWebsocketEvent({ route: 'say', json: { action: 'say' } });
 * console.log(event.requestContext.eventType, event.requestContext.routeKey); // => MESSAGE say
 * ```
 */
export const buildWebsocketEvent: EventBuilder<APIGatewayProxyWebsocketEvent> = /* @__PURE__ */ eventBuilder('websocket', {
  prepare: (request, gateway, route) => resolve(asSentHandshake(request), gateway, route),
  write: websocketEvent,
});
