import { NO_CLOSE_CODE } from '../../aws/close-codes.js';
import { asHandshake } from '../../events/headers/handshake.js';
import { pathOf } from '../../events/routing/inner-path.js';
import { selectRoute } from '../../events/routing/select-route.js';
import { toEvent } from '../../events/to-event.js';
import type { Gateway } from '../../gateway/gateway.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import { failure } from '../../render/failure.js';
import { renderResult } from '../../render/render-result.js';
import { renderMessage } from '../../render/websocket/render-message.js';
import { type ApiKey, findApiKey } from '../api/api-keys.js';
import { gatewayId, invocationId } from '../api/exchange-ids.js';
import { isTooLargeHandshake } from '../api/limits.js';
import type { LocalRoute, WebsocketHandlerEvent } from '../api/local-route.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import type { WebsocketLimits } from '../api/websocket-limits.js';
import { type Authorizers, authorize, authorizerOf } from '../authorize/authorize.js';
import type { ContextInit } from '../function/build-context.js';
import type { ConnectionClient, ConnectionsApi } from './connections-api.js';
import { invokeRoute, type RouteResult } from './invoke-route.js';

/** A WebSocket API, as its connections share it. */
export interface ConnectedApi {
  readonly settings: Gateway<'websocket'>;
  readonly routes: ReadonlyMap<string, LocalRoute<WebsocketHandlerEvent>>;
  readonly selection: string;
  readonly authorizers: Authorizers;
  /** Name of the authorizer of `$connect`, if that route names none. `undefined` for none. */
  readonly authorizer: string | undefined;
  readonly apiKeys: readonly ApiKey[];
  readonly context: ContextInit;
  readonly limits: WebsocketLimits;
  readonly connections: ConnectionsApi;
  /** Returns the id of a connection, by its number. */
  readonly nameConnection: (index: number) => string;
  /** Returns the next number of a connection or an exchange. */
  readonly next: (of: 'connection' | 'exchange') => number;
  /** Called after every exchange, which waits for it. */
  readonly record: (exchange: WebsocketExchange) => void | Promise<void>;
}

/** Why a connection ended: code and reason of the close frame. */
export type Close = NonNullable<Gateway['close']>;

/** A connection, as the gateway sees it. */
export interface GatewayConnection {
  readonly connectionId: string;
  /** Calls the authorizer and `$connect`. The connection is open if the response has status 101. */
  open(client: ConnectionClient): Promise<WebsocketExchange>;
  /** Handles a text message of the client. */
  message(text: string): Promise<WebsocketExchange>;
  /** Calls `$disconnect`. */
  leave(close: Close): Promise<WebsocketExchange>;
}

/** An exchange without its times. */
type Step = Pick<WebsocketExchange, 'route' | 'event' | 'response' | 'request'> &
  RouteResult &
  Partial<Pick<WebsocketExchange, 'authorization'>>;

/** Creates the connection that a handshake asks for. */
export function createConnection(handshake: HttpRequest, api: ConnectedApi): GatewayConnection {
  const connectionId = api.nameConnection(api.next('connection'));
  const request = asHandshake(handshake);
  const { now = Date.now } = api.settings;
  const connectedAt = now();
  /** What the handshake adds to the settings. */
  let found: Pick<Gateway, 'authorizer' | 'apiKey'> = {};

  async function exchange(step: (gateway: Gateway<'websocket'>, context: ContextInit) => Promise<Step>): Promise<WebsocketExchange> {
    const index = api.next('exchange');
    const startedAt = now();
    const start = performance.now();
    const ids = { requestId: gatewayId('Xr', index), messageId: gatewayId('Xm', index), ...api.settings.ids, connectionId };
    const context = { awsRequestId: invocationId(index), ...api.context };
    const done = await step({ ...api.settings, ...found, ids, connectedAt, now: () => startedAt }, context);
    const { route, event, response, result, error, authorization } = done;
    const whole = { index, startedAt, duration: performance.now() - start, connectionId, request: done.request, route, event, response };
    const exchanged: WebsocketExchange = { ...whole, result, error, authorization };
    await api.record(exchanged);
    return exchanged;
  }

  async function connect(gateway: Gateway<'websocket'>, context: ContextInit): Promise<Step> {
    const connecting = { ...gateway, route: '$connect' as const };
    const refuse = (type: Parameters<typeof failure>[0], more: Partial<Step> = {}): Step => {
      const result = failure(type);
      return { request, route: '$connect', event: undefined, ...more, result, response: renderResult(result, connecting) };
    };
    // assumed: the limits of a request, and the answer beyond them, are those of a handshake, too.
    if (isTooLargeHandshake(request)) return refuse('request-too-large', { route: undefined });
    if (!isOfStage(request, gateway)) return refuse('unknown-url', { route: undefined });
    const route = api.routes.get('$connect');
    const name = authorizerOf(route, api.authorizer);
    const verdict = await authorize(request, connecting, name, undefined, api.authorizers);
    const { authorization } = verdict;
    if ('failure' in verdict) return refuse(verdict.failure, { authorization });
    const keyed = findApiKey(request, api.apiKeys, route?.apiKeyRequired === true, verdict.usageKey);
    if ('failure' in keyed) return refuse(keyed.failure, { authorization });
    found = { ...keyed, ...(verdict.authorizer && { authorizer: verdict.authorizer }) };
    // documented: without a $connect route, every handshake is accepted.
    if (route === undefined) {
      const result = { statusCode: 200 };
      return { request, route: undefined, event: undefined, authorization, result, response: renderResult(result, connecting) };
    }
    const event = toEvent(request, { ...connecting, ...found });
    const answered = await invokeRoute(route, event, context, api.limits.timeout);
    return { request, route: '$connect', event, authorization, ...answered, response: renderResult(answered.result, connecting) };
  }

  async function deliver(key: string, sent: HttpRequest, gateway: Gateway<'websocket'>, context: ContextInit): Promise<Step> {
    const route = api.routes.get(key);
    const routed = { ...gateway, route: key, routeResponse: route?.routeResponse === true };
    if (route === undefined) {
      // assumed: without a $disconnect route, nothing happens.
      const result = key === '$disconnect' ? { statusCode: 200 } : failure('no-route');
      return { request: sent, route: undefined, event: undefined, result, response: renderMessage(result, routed) };
    }
    const event = toEvent(sent, routed);
    const answered = await invokeRoute(route, event, context, api.limits.timeout);
    return { request: sent, route: key, event, ...answered, response: renderMessage(answered.result, routed) };
  }

  return {
    connectionId,
    async open(client) {
      const done = await exchange(connect);
      if ('status' in done.response && done.response.status === 101) {
        const { sourceIp } = request;
        const userAgent = lastValueOf(request.headers, 'user-agent') ?? '';
        api.connections.connect(connectionId, { connectedAt, ...(sourceIp && { sourceIp }), userAgent, client });
      }
      return done;
    },
    message(text) {
      const connection = api.connections.connections.get(connectionId);
      if (connection !== undefined) connection.lastActiveAt = now();
      const key = selectRoute(
        text,
        api.selection,
        [...api.routes.keys()].filter((route) => !RESERVED.has(route)),
      );
      return exchange((gateway, context) => deliver(key, { ...request, body: encodeText(text) }, gateway, context));
    },
    leave(close) {
      api.connections.disconnect(connectionId);
      return exchange((gateway, context) =>
        deliver('$disconnect', request, { ...gateway, ...(close.code !== NO_CLOSE_CODE.code && { close }) }, context),
      );
    },
  };
}

/** Routes that a message cannot select by name. */
const RESERVED: ReadonlySet<string> = new Set(['$connect', '$disconnect', '$default']);

/** Checks whether the URL of a handshake is that of the API: the stage, with or without a slash at its end. */
function isOfStage({ target }: HttpRequest, gateway: Gateway): boolean {
  return pathOf(target).replace(/\/$/, '') === urlPrefixOf(gateway);
}
