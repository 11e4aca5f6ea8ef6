import { GOING_AWAY } from '../../aws/close-codes.js';
import { checkNames, checkShape, checkShapes, type Shape, type Shapes } from '../../gateway/check-shape.js';
import { nowOf } from '../../gateway/clock.js';
import { serialiseJson } from '../../gateway/serialise-json.js';
import { SETTING_SHAPES } from '../../gateway/setting-shapes.js';
import { wellFormed } from '../../http/text.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import { asSentHandshake } from '../headers/handshake.js';
import { type ResolvedRequest, resolve } from '../request/resolved-request.js';
import { selectRoute } from '../routing/select-route.js';
import { websocketConnectEvent, websocketDisconnectEvent, websocketMessageEvent } from '../websocket-event.js';
import type {
  BuiltWebsocketConnectEvent,
  BuiltWebsocketDisconnectEvent,
  BuiltWebsocketEvent,
  BuiltWebsocketMessageEvent,
} from './built-websocket-event.js';
import { checkIsInit } from './check-init.js';
import type { EventInit } from './event-init.js';
import { gatewayFromInit, requestFromInit } from './from-init.js';
import { requestOptions } from './request-options.js';

/** Options of {@link buildWebsocketSession}: the handshake of the connection, and the settings of its API. */
export interface WebsocketSessionInit
  extends Pick<EventInit, 'query' | 'headers' | 'cookies' | 'userAgent' | 'sourceIp' | 'httpVersion'>,
    Pick<
      EventInit,
      'stage' | 'stageVariables' | 'authorizer' | 'apiKey' | 'domainName' | 'customDomain' | 'apiId' | 'region' | 'now' | 'ids'
    > {
  /** Where the key of the route is in a message. Default: `$request.body.action`. */
  routeSelectionExpression?: string;
  /** Keys of the API's message routes. A message that selects none of them goes to `$default`. Default: every key is a route. */
  routes?: readonly string[];
}

/** The events of one connection. They share the connection's id, and each is one second later than the one before. */
export interface WebsocketSession {
  /** Id of the connection. */
  readonly connectionId: string;
  /** Builds the `$connect` event of the handshake. */
  connect(): BuiltWebsocketConnectEvent;
  /**
   * Builds the event of a message. A string is sent as it is, any other value as JSON. The option `route` overrides the selected route.
   *
   * @throws GatewayError `unserialisable-json` for a value that JSON can't represent, `invalid-option` for wrong options.
   */
  message(body: unknown, options?: { route?: string }): BuiltWebsocketMessageEvent;
  /**
   * Builds the `$disconnect` event. Pass the code and the reason of the close frame, or `'idle-timeout'` for ten idle minutes. Default: a
   * close frame without a code.
   *
   * @throws GatewayError `invalid-option` for a wrong code or reason.
   */
  disconnect(close?: { code: number; reason?: string } | 'idle-timeout'): BuiltWebsocketDisconnectEvent;
}

const SECOND = 1000;

const NAMES: readonly string[] = /* @__PURE__ */ Object.keys({
  query: true,
  headers: true,
  cookies: true,
  userAgent: true,
  sourceIp: true,
  httpVersion: true,
  stage: true,
  stageVariables: true,
  authorizer: true,
  apiKey: true,
  domainName: true,
  customDomain: true,
  apiId: true,
  region: true,
  now: true,
  ids: true,
  routeSelectionExpression: true,
  routes: true,
} satisfies Record<keyof WebsocketSessionInit, true>);

const SHAPES: Shapes = {
  routeSelectionExpression: { is: 'string', example: "an expression such as '$request.body.action'" },
  routes: { is: 'strings', example: "keys of routes, such as ['say']" },
};

const MESSAGE_OPTIONS: Shape = {
  example: "options such as { route: 'say' }",
  fields: { route: { is: 'string', example: "the key of a route, such as 'say'" } },
};

/**
 * Builds the events of one WebSocket connection.
 *
 * @param init the handshake, the settings of the gateway, and the keys of the API's `routes`. Default: a client without a query.
 * @throws GatewayError if an option is unknown, wrong, or contradicts another one.
 * @example
 * ```ts
 * import { buildWebsocketSession } from 'apigw-proxy';
 *
 * const session = buildWebsocketSession({ query: { token: 'abc' } });
 * const { requestContext } = session.message({ action: 'say', text: 'hello' });
 * console.log(requestContext.routeKey); // => 'say'
 * console.log(requestContext.connectionId === session.connect().requestContext.connectionId); // => true
 * ```
 */
export function buildWebsocketSession(init: WebsocketSessionInit = {}): WebsocketSession {
  checkIsInit(init, "{ query: { token: 'abc' } }");
  checkNames(init, NAMES, []);
  checkShapes({ ...init }, SHAPES, []);
  const { routeSelectionExpression = '$request.body.action', routes, ...handshake } = init;
  const gateway = gatewayFromInit('websocket', handshake);
  const request = asSentHandshake(requestFromInit(requestOptions(handshake, {}), gateway));
  const { endpoint, ids } = resolve(request, gateway, undefined);
  const given = gateway.ids ?? {};
  let events = 0;
  let connectedAt: number | undefined;

  function next(route?: string): ResolvedRequest {
    const now = gateway.now === undefined ? nowOf(gateway) + events * SECOND : nowOf(gateway);
    connectedAt ??= now;
    events += 1;
    const count = formatCount(events);
    const requestId = given.extendedRequestId ?? given.requestId ?? `Xr${count}=`;
    const messageId = given.messageId ?? `Xm${count}=`;
    const nextIds = { requestId, extendedRequestId: requestId, traceId: ids.traceId, connectionId: ids.connectionId, messageId };
    return { request, gateway, route, endpoint, ids: nextIds, now, connectedAt };
  }

  return {
    connectionId: ids.connectionId,
    connect: () => asBuilt(websocketConnectEvent(next())),
    message(body, options) {
      checkShape(options, MESSAGE_OPTIONS, ['options']);
      const text = typeof body === 'string' ? body : serialiseJson(body, ['body']);
      const route = options?.route ?? selectRoute(text, routeSelectionExpression, routes);
      return asBuilt(websocketMessageEvent(next(route), wellFormed(text)));
    },
    disconnect(close) {
      const cause = close === 'idle-timeout' ? GOING_AWAY : close;
      checkShape(cause, SETTING_SHAPES.close, ['close']);
      return asBuilt(websocketDisconnectEvent(next(), cause));
    },
  };
}

/** Returns the same event. Its direction is always `IN`, and only a message has an id. */
function asBuilt<E extends APIGatewayProxyWebsocketEvent>(
  event: E,
): Extract<BuiltWebsocketEvent, { requestContext: Pick<E['requestContext'], 'eventType'> }> {
  return event as never; // the built types fit AWS's types, as a type test shows
}

const ZEROS = '0'.repeat(13);

/** Writes a number with 13 digits. Two letters in front and `=` behind it make an id that looks like the gateway's. */
function formatCount(count: number): string {
  const digits = String(count);
  return `${ZEROS.slice(digits.length)}${digits}`;
}
