import type { TargetEvent } from '../events/to-event.js';
import { defined } from '../gateway/defined.js';
import type { Gateway } from '../gateway/gateway.js';
import type { REQUEST_SETTINGS } from '../gateway/setting-names.js';
import { urlPrefixOf } from '../gateway/url-prefix.js';
import { fromFetchRequest } from '../http/fetch.js';
import type { HttpRequest } from '../http/request.js';
import type { RenderTarget } from '../render/types.js';
import type { AnsweringApi } from './answer.js';
import type { ApiKey } from './api-keys.js';
import { createAuthorizerCache } from './authorizer-cache.js';
import type { ContextInit } from './build-context.js';
import { checkSettings } from './check-settings.js';
import type { LocalServer } from './http-server.js';
import { LIMITS, type LocalLimits, limitsOf } from './limits.js';
import { type ListenOptions, listen } from './listen.js';
import { warnOfListener } from './listener-warning.js';
import { fetchResponseOf, type LiveExchange, settled, startExchange } from './live-exchange.js';
import type { LocalAuthorizer } from './local-authorizer.js';
import type { LocalExchange } from './local-exchange.js';
import { type LocalRoutes, routesOf } from './local-route.js';
import { reliableClock } from './reliable-clock.js';

/** What every local API may have. */
export interface LocalSettings<T extends Gateway['target']> extends Omit<Gateway<T>, keyof typeof REQUEST_SETTINGS> {
  /** Authorizers by name. Default: none. */
  readonly authorizers?: Readonly<Record<string, LocalAuthorizer>>;
  /** Name of the authorizer of every route that names none. Default: none. */
  readonly authorizer?: string;
  /** REST and WebSocket: keys of the API's usage plan. Default: none. */
  readonly apiKeys?: readonly ApiKey[];
  /** What handlers get beside the event; `timeout` is the function's own. Default: 30 s, and what {@link buildContext} has. */
  readonly context?: ContextInit;
  /** The clock, in milliseconds since the Unix epoch. Default: `Date.now`. */
  now?: () => number;
}

/** A REST API, an HTTP API or a function URL: its routes and its settings. */
export interface LocalApiInit<T extends RenderTarget> extends LocalSettings<T> {
  /** Handlers by route key; a function URL has `$default` alone. */
  readonly routes: LocalRoutes<TargetEvent[T]>;
  /** What the gateway grants a request. Default: AWS's limits for the target. */
  readonly limits?: Partial<LocalLimits>;
  /** How many exchanges are kept for a look. Default: 20. */
  readonly keep?: number;
  /** Hears of every exchange when it is over. What it throws or rejects with, `fetch` and `exchange` reject with; a server goes on and warns of it. */
  readonly onExchange?: (exchange: LocalExchange<T>) => void;
}

/** An API that answers here. */
export interface LocalApi<T extends RenderTarget = RenderTarget> {
  /**
   * Answers a request without a socket.
   *
   * @param input a Fetch request, a URL, or a path; on REST it starts with the stage: `/prod/users/1`.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /**
   * Answers a request and tells everything that became of it. A handler that throws is answered as AWS does; what `onExchange` throws, this
   * rejects with.
   */
  exchange(request: HttpRequest): Promise<LocalExchange<T>>;
  /** The exchanges that are kept, oldest first. */
  readonly exchanges: readonly LocalExchange<T>[];
  /** The last of them. */
  readonly last: LocalExchange<T> | undefined;
  /** What a URL has in front of the paths of the routes: `/prod`, or nothing. */
  readonly prefix: string;
  /**
   * Listens on loopback.
   *
   * @param port the port. Default: one that is free.
   */
  listen(port?: number, options?: ListenOptions): Promise<LocalServer>;
}

/**
 * Creates a local API: routes, handlers and both translations around them.
 *
 * @example
 * ```ts
 * import { createLocalApi } from 'apigw-proxy/local';
 *
 * const api = createLocalApi({
 *   target: 'http-2.0',
 *   routes: { 'GET /users/{id}': async (event) => ({ id: event.pathParameters?.['id'] }) },
 * });
 * const response = await api.fetch('/users/42');
 * console.log(response.status, await response.json()); // => 200 { id: '42' }
 * console.log(api.last?.event?.routeKey); // => 'GET /users/{id}'
 * console.log((await api.fetch('/pets')).status); // => 404
 * ```
 * @throws GatewayError when the settings contradict themselves.
 */
export function createLocalApi<const T extends RenderTarget>(init: LocalApiInit<T>): LocalApi<T> {
  checkSettings(init, 'http');
  const { routes, authorizers = {}, authorizer, apiKeys = [], context = {}, limits, keep = 20, onExchange, ...given } = init;
  const settings: Gateway<T> = { ...given, now: reliableClock(given.now) };
  const api: AnsweringApi<T> = {
    settings,
    routes: routesOf(routes),
    authorizers: { byName: authorizers, cache: createAuthorizerCache() },
    authorizer,
    apiKeys,
    limits: limitsOf(LIMITS[init.target], limits),
    context: defined(context),
  };
  const exchanges: LocalExchange<T>[] = [];
  let count = 0;

  async function respond(request: HttpRequest): Promise<LiveExchange<T>> {
    count += 1;
    const live = await startExchange(request, count, api);
    const done = live.done.then(record);
    return { ...live, done };
  }

  async function record(exchange: LocalExchange<T>): Promise<LocalExchange<T>> {
    exchanges.push(exchange);
    if (exchanges.length > keep) exchanges.shift();
    await onExchange?.(exchange); // a promise, if the listener is asynchronous
    return exchange;
  }

  const exchange = async (request: HttpRequest): Promise<LocalExchange<T>> => settled(await respond(request));
  return {
    exchange,
    exchanges,
    prefix: urlPrefixOf(settings),
    get last() {
      return exchanges.at(-1);
    },
    async fetch(input, requestInit) {
      const url = input instanceof Request ? input : new URL(input, 'https://127.0.0.1');
      const request = await fromFetchRequest(new Request(url, requestInit));
      const live = await respond({ ...request, sourceIp: '127.0.0.1' });
      // What a listener throws when the stream has ended, nobody waits for any more.
      if (live.sent.body instanceof ReadableStream) live.done.catch(warnOfListener);
      else await live.done;
      return fetchResponseOf(live);
    },
    listen: (port = 0, options = {}) => listen({ exchange, respond, exchanges, limits: api.limits }, port, options),
  };
}
