import { GOING_AWAY } from '../../aws/close-codes.js';
import { nowOf } from '../../gateway/clock.js';
import type { Gateway } from '../../gateway/gateway.js';
import { idsOf } from '../../gateway/ids.js';
import { encodeText } from '../../http/text.js';
import type {
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from '../../types/websocket-event.js';
import { asHandshake } from '../headers/handshake.js';
import { selectRoute } from '../routing/select-route.js';
import { websocketConnectEvent, websocketDisconnectEvent, websocketMessageEvent } from '../websocket-event.js';
import { type EventInit, fromInit } from './init.js';

/** The handshake of a WebSocket connection and the settings of its API. */
export interface WebsocketSessionInit
  extends Pick<EventInit, 'query' | 'headers' | 'cookies' | 'userAgent' | 'sourceIp' | 'httpVersion'>,
    Pick<
      EventInit,
      'stage' | 'stageVariables' | 'authorizer' | 'apiKey' | 'domainName' | 'customDomain' | 'apiId' | 'region' | 'now' | 'ids'
    > {
  /** Where a message names its route. Default: `$request.body.action`. */
  routeSelectionExpression?: string;
  /** Keys of the API's message routes; a message that selects none of them goes to `$default`. Default: every key is a route. */
  routes?: readonly string[];
}

/** One connection's life: its events share the connection, and every one is later than the one before. */
export interface WebsocketSession {
  /** Id of the connection. */
  readonly connectionId: string;
  /** The `$connect` event of the handshake. */
  connect(): APIGatewayProxyWebsocketConnectEvent;
  /** The event of a message: text as it is, any other value as JSON. `route` overrides what the selection expression selects. */
  message(body: unknown, options?: { route?: string }): APIGatewayProxyWebsocketMessageEvent;
  /** The `$disconnect` event: of a close frame without a code, of one with a code, or of ten idle minutes. */
  disconnect(close?: { code: number; reason?: string } | 'idle-timeout'): APIGatewayProxyWebsocketDisconnectEvent;
}

const SECOND = 1000;

/**
 * Builds the events of one WebSocket connection.
 *
 * @example
 * ```ts
 * import { buildWebsocketSession } from 'apigw-proxy';
 *
 * const session = buildWebsocketSession({ query: { token: 'abc' } });
 * const { requestContext } = session.message({ action: 'say', text: 'hello' });
 * console.log(requestContext.routeKey); // => 'say'
 * console.log(requestContext.connectionId === session.connect().requestContext.connectionId); // => true
 * ```
 * @throws GatewayError when the init contradicts itself.
 */
export function buildWebsocketSession(init: WebsocketSessionInit = {}): WebsocketSession {
  const { routeSelectionExpression = '$request.body.action', routes, ...handshake } = init;
  const { request: sent, gateway: settings } = fromInit('websocket', handshake);
  const request = asHandshake(sent);
  const { connectionId } = idsOf(settings);
  let events = 0;
  let connectedAt: number | undefined;

  function next(more: Partial<Gateway<'websocket'>>): Gateway<'websocket'> {
    const now = settings.now === undefined ? nowOf(settings) + events * SECOND : nowOf(settings);
    connectedAt ??= now;
    events += 1;
    const ids = { connectionId, requestId: sequenceId('Xr', events), messageId: sequenceId('Xm', events), ...settings.ids };
    return { ...settings, ...more, now: () => now, connectedAt, ids };
  }

  return {
    connectionId,
    connect: () => websocketConnectEvent(request, next({ route: '$connect' })),
    message(body, options) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const route = options?.route ?? selectRoute(text, routeSelectionExpression, routes);
      return websocketMessageEvent({ ...request, body: encodeText(text) }, next({ route }));
    },
    disconnect(close) {
      const cause = close === 'idle-timeout' ? GOING_AWAY : close;
      return websocketDisconnectEvent(request, next({ route: '$disconnect', ...(cause && { close: cause }) }));
    },
  };
}

/** An id in the form of the gateway's: 15 characters and `=`. */
function sequenceId(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(13, '0')}=`;
}
