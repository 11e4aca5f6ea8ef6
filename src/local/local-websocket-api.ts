import { checkValue } from '../gateway/check-shape.js';
import { dropUndefined } from '../gateway/drop-undefined.js';
import { urlPrefixOf } from '../gateway/url-prefix.js';
import type { ConnectedApi } from './answer/connected-api.js';
import { type ConnectionsApi, createConnectionsApi } from './answer/connections-api.js';
import { functionOf } from './answer/invoke-route.js';
import { connectLocally, type HandshakeInit, type LocalConnection } from './answer/local-connection.js';
import type { LocalWebsocketApiInit, LocalWebsocketApiInitForAnyHandler, LocalWebsocketApiSettings } from './api/api-init.js';
import { gatewayId, randomGatewayId } from './api/exchange-ids.js';
import { createExchangeLog, sizeOfExchange } from './api/exchange-log.js';
import { limitsOf } from './api/limits.js';
import { type LocalRoutes, routesOf, type WebsocketHandlerEvent } from './api/local-route.js';
import type { WebsocketExchange } from './api/websocket-exchange.js';
import { WEBSOCKET_LIMITS } from './api/websocket-limits.js';
import { createAuthorizerCache } from './authorize/authorizer-cache.js';
import { reliableClock } from './function/reliable-clock.js';
import { DEFAULT_RUNTIME } from './function/runtime/lambda-runtime.js';
import type { LocalServer } from './server/http-server.js';
import type { ListenOptions } from './server/listen-options.js';
import { listenWebsocket } from './server/listen-websocket.js';
import { checkSettings } from './settings/check-settings.js';

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
 * @param init the routes with their handlers, the target, and the settings of the API.
 * @throws GatewayError if a setting is unknown or invalid, or has no effect.
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
 */
export function createLocalWebsocketApi(init: LocalWebsocketApiInit): LocalWebsocketApi;
export function createLocalWebsocketApi(init: LocalWebsocketApiInitForAnyHandler): LocalWebsocketApi;
export function createLocalWebsocketApi(init: LocalWebsocketApiSettings & { readonly routes: object }): LocalWebsocketApi {
  checkSettings({ ...init, target: 'websocket' }, 'websocket');
  const {
    routes,
    routeSelectionExpression,
    connectionIds,
    authorizers = {},
    authorizer,
    apiKeys = [],
    apiKeySource = 'HEADER',
    context = {},
    limits,
    keep = 20,
    ...rest
  } = init;
  const { runtime = DEFAULT_RUNTIME, onExchange, ...given } = rest;
  const now = reliableClock(given.now);
  const settings = { ...given, now, target: 'websocket' } as const;
  const prefix = urlPrefixOf(settings);
  const nameConnection = connectionNames(init);
  const connections = createConnectionsApi({ now, stage: prefix.slice(1) });
  const log = createExchangeLog<WebsocketExchange>(keep);
  const exchanges = log.readAll();
  const functionSettings = dropUndefined(context);
  // Both types of routes have the same handlers at run time.
  const byKey = routesOf(routes as LocalRoutes<WebsocketHandlerEvent>);
  const counts = { connection: 0, exchange: 0 };
  const api: ConnectedApi = {
    settings,
    routes: new Map([...byKey].map(([key, route]) => [key, { route, called: functionOf(route, functionSettings, runtime) }])),
    selectable: [...byKey.keys()].filter((key) => !RESERVED.has(key)),
    selection: routeSelectionExpression ?? '$request.body.action',
    authorizers: { byName: authorizers, cache: createAuthorizerCache(), runtime },
    authorizer,
    apiKeys,
    apiKeySource,
    awsRequestId: functionSettings.awsRequestId,
    limits: limitsOf(WEBSOCKET_LIMITS, limits),
    connections,
    nameConnection: nameConnection ?? ((index) => gatewayId('Xc', index)),
    next(of) {
      counts[of] += 1;
      return counts[of];
    },
    async record(exchange) {
      const { request, event, response } = exchange;
      const sent = 'status' in response ? response.body.length : (response.frame?.length ?? 0);
      const size = sizeOfExchange(request, event !== undefined && 'body' in event ? event : undefined, sent);
      log.add({ size, read: () => exchange });
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
      listenWebsocket({ ...api, nameConnection: nameConnection ?? randomGatewayId, exchanges, prefix }, port, options),
  };
}

/** Routes that a message cannot select by name. */
const RESERVED: ReadonlySet<string> = new Set(['$connect', '$disconnect', '$default']);

/** Returns the function that names the connections, or `undefined` if the settings have none. */
function connectionNames({ connectionIds, ids }: LocalWebsocketApiSettings): ((index: number) => string) | undefined {
  const fixed = ids?.connectionId;
  if (connectionIds === undefined) return fixed === undefined ? undefined : () => fixed;
  return (index) => {
    const id = connectionIds(index);
    checkValue(id, { is: 'name', example: 'a function that returns a non-empty string' }, ['connectionIds']);
    return id;
  };
}
