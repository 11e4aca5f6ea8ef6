import { NO_CLOSE_CODE } from '../aws/close-codes.js';
import { checkRequest } from '../events/request/check-request.js';
import { checkNames, checkShapes, checkValue, invalidOption } from '../gateway/check-shape.js';
import { dropUndefined } from '../gateway/drop-undefined.js';
import type { Gateway } from '../gateway/gateway.js';
import { urlPrefixOf } from '../gateway/url-prefix.js';
import { isObject } from '../http/is-object.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { RenderedResponse } from '../render/types.js';
import { type ConnectionsApi, createConnectionsApi } from './answer/connections-api.js';
import { type Close, type ConnectedApi, createConnection } from './answer/websocket-connection.js';
import type { LocalWebsocketApiInit } from './api/api-init.js';
import { gatewayId, randomGatewayId } from './api/exchange-ids.js';
import { createExchangeLog } from './api/exchange-log.js';
import { limitsOf } from './api/limits.js';
import { routesOf } from './api/local-route.js';
import type { WebsocketExchange } from './api/websocket-exchange.js';
import { WEBSOCKET_LIMITS } from './api/websocket-limits.js';
import { createAuthorizerCache } from './authorize/authorizer-cache.js';
import { warnOfListener } from './function/listener-warning.js';
import { reliableClock } from './function/reliable-clock.js';
import type { LocalServer } from './server/http-server.js';
import type { ListenOptions } from './server/listen-options.js';
import { listenWebsocket } from './server/listen-websocket.js';
import { checkSettings } from './settings/check-settings.js';

/** The handshake of a client without a server. */
export interface HandshakeInit {
  /** The query, such as `token=abc`. Default: none. */
  readonly query?: string;
  /** Headers besides those of every handshake. Default: none. */
  readonly headers?: Iterable<HttpField> | Readonly<Record<string, string>>;
}

/** A client without a server. */
export interface LocalConnection {
  readonly connectionId: string;
  /** The response to the handshake. There is a connection only if its status is 101. */
  readonly response: RenderedResponse;
  /** The messages that the client has received, in order: from routes, and from functions that posted. */
  readonly received: readonly string[];
  /** Whether the connection is open. */
  readonly isOpen: boolean;
  /** Sends a message and waits for the exchange. Throws a `TypeError` if the connection is closed. */
  send(message: string): Promise<WebsocketExchange>;
  /** Closes the connection and waits for `$disconnect`. */
  close(code?: number, reason?: string): Promise<void>;
}

/** A local WebSocket API. */
export interface LocalWebsocketApi {
  /** Connects a client without a server. */
  connect(init?: HandshakeInit): Promise<LocalConnection>;
  /** The API that functions use to post to clients. On a server it is at `/{stage}/@connections/{id}`. */
  readonly connections: ConnectionsApi;
  /** The last exchanges, oldest first. */
  readonly exchanges: readonly WebsocketExchange[];
  /** The newest exchange. `undefined` before the first one. */
  readonly last: WebsocketExchange | undefined;
  /** The path of the API, such as `/prod`. */
  readonly prefix: string;
  /**
   * Starts a server on 127.0.0.1. Needs the package `ws`.
   *
   * @param port The port. Default: one that is free.
   */
  listen(port?: number, options?: ListenOptions): Promise<LocalServer>;
}

/**
 * Creates a local WebSocket API from routes and handlers.
 *
 * @example
 * ```ts
 * import { createLocalWebsocketApi } from 'apigw-proxy/local';
 *
 * const api = createLocalWebsocketApi({
 *   routes: { say: { handler: async ({ body }) => ({ statusCode: 200, body: `heard ${body}` }), routeResponse: true } },
 * });
 * const client = await api.connect();
 * await client.send('{"action":"say"}');
 * console.log(client.received); // => ['heard {"action":"say"}']
 * ```
 * @throws GatewayError if a setting is unknown or invalid, or has no effect.
 */
export function createLocalWebsocketApi(init: LocalWebsocketApiInit): LocalWebsocketApi {
  checkSettings({ ...init, target: 'websocket' }, 'websocket');
  const {
    routes,
    routeSelectionExpression,
    connectionIds,
    authorizers = {},
    authorizer,
    apiKeys = [],
    context = {},
    limits,
    keep = 20,
    ...rest
  } = init;
  const { onExchange, ...given } = rest;
  const now = reliableClock(given.now);
  const settings: Gateway<'websocket'> = { ...given, now, target: 'websocket' };
  const prefix = urlPrefixOf(settings);
  const nameConnection = connectionNames(init);
  const connections = createConnectionsApi({ now, stage: prefix.slice(1) });
  const { exchanges, add } = createExchangeLog<WebsocketExchange>(keep);
  const counts = { connection: 0, exchange: 0 };
  const api: ConnectedApi = {
    settings,
    routes: routesOf(routes),
    selection: routeSelectionExpression ?? '$request.body.action',
    authorizers: { byName: authorizers, cache: createAuthorizerCache() },
    authorizer,
    apiKeys,
    context: dropUndefined(context),
    limits: limitsOf(WEBSOCKET_LIMITS, limits),
    connections,
    nameConnection: nameConnection ?? ((index) => gatewayId('Xc', index)),
    next(of) {
      counts[of] += 1;
      return counts[of];
    },
    async record(exchange) {
      add(exchange);
      await onExchange?.(exchange); // a promise, if the listener is asynchronous
    },
  };
  return {
    connections,
    exchanges,
    prefix,
    get last() {
      return exchanges.at(-1);
    },
    connect: (handshake = {}) => connectLocally(handshake, prefix, api),
    listen: (port = 0, options = {}) =>
      listenWebsocket({ ...api, nameConnection: nameConnection ?? randomGatewayId, exchanges }, port, options),
  };
}

/** Returns the function that names the connections, or `undefined` if the settings have none. */
function connectionNames({ connectionIds, ids }: LocalWebsocketApiInit): ((index: number) => string) | undefined {
  const fixed = ids?.connectionId;
  if (connectionIds === undefined) return fixed === undefined ? undefined : () => fixed;
  return (index) => {
    const id = connectionIds(index);
    checkValue(id, { is: 'name', example: 'a function that returns a non-empty string' }, ['connectionIds']);
    return id;
  };
}

/** The request of a handshake. */
function handshakeOf(init: HandshakeInit, prefix: string): HttpRequest {
  const shapes = { query: { is: 'string', example: "a query such as 'token=abc'" } } as const;
  if (!isObject(init)) throw invalidOption(['handshake'], 'an object', init, "Pass an object such as { query: 'token=abc' }.");
  checkNames(init, ['query', 'headers'], []);
  checkShapes(init, shapes, []);
  const { query, headers = [] }: HandshakeInit = init;
  if (typeof headers !== 'object' || headers === null) {
    const must = 'an object, or an array of [name, value] pairs';
    throw invalidOption(['headers'], must, headers, "Pass headers such as { Authorization: 'Bearer abc' }.");
  }
  const fields = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const target = query === undefined ? prefix : `${prefix}?${query}`;
  const request: HttpRequest = { method: 'GET', target, headers: fields, sourceIp: '127.0.0.1' };
  checkRequest(request);
  return request;
}

async function connectLocally(init: HandshakeInit, prefix: string, api: ConnectedApi): Promise<LocalConnection> {
  const connection = createConnection(handshakeOf(init, prefix), api);
  const received: string[] = [];
  let isOpen = false;
  async function leave(close: Close): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await connection.leave(close);
  }
  const { response } = await connection.open({
    send: (message) => received.push(new TextDecoder().decode(message)),
    // assumed: the code of a connection that the API closes.
    close: () => void leave({ code: 1000, reason: '' }).catch(warnOfListener),
  });
  if (!('status' in response)) throw new TypeError('The answer to a handshake must be a response.');
  isOpen = response.status === 101;
  return {
    connectionId: connection.connectionId,
    response,
    received,
    get isOpen() {
      return isOpen;
    },
    async send(message) {
      if (!isOpen) throw new TypeError('The connection is closed.');
      checkValue(message, { is: 'string', example: 'the message as a string' }, ['message']);
      const exchange = await connection.message(message);
      if ('frame' in exchange.response && exchange.response.frame !== undefined && isOpen) received.push(exchange.response.frame);
      return exchange;
    },
    close: (code = NO_CLOSE_CODE.code, reason = '') => leave({ code, reason }),
  };
}
