import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import { asHandshake } from '../headers/handshake.js';
import { translate } from '../to-event.js';
import { type EventBuilder, eventBuilder } from './event-builder.js';
import type { EventInit } from './event-init.js';
import { fromInit } from './from-init.js';

/**
 * Builds one event of a WebSocket API. The route decides which: `$connect`, `$disconnect`, or the key of a message route, for which `body` or
 * `json` is the message. For all events of one connection, use `buildWebsocketSession`.
 *
 * @example
 * ```ts
 * import { buildWebsocketEvent } from 'apigw-proxy';
 *
 * const event = buildWebsocketEvent({ route: 'say', json: { action: 'say' } });
 * console.log(event.requestContext.eventType, event.requestContext.routeKey); // => MESSAGE say
 * ```
 */
export const buildWebsocketEvent: EventBuilder<APIGatewayProxyWebsocketEvent> = /* @__PURE__ */ eventBuilder(websocketEventOf);

function websocketEventOf(init: EventInit): APIGatewayProxyWebsocketEvent {
  const { request, gateway } = fromInit('websocket', init);
  return translate(asHandshake(request), gateway);
}
