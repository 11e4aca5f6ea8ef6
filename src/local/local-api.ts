import { checkRequestShape } from '../events/request/check-request-shape.js';
import type { TargetEvent } from '../events/to-event.js';
import { dropUndefined } from '../gateway/drop-undefined.js';
import { urlPrefixOf } from '../gateway/url-prefix.js';
import { fromFetchRequest } from '../http/fetch.js';
import type { HttpRequest } from '../http/request.js';
import type { RenderTarget } from '../render/types.js';
import { type ExchangingApi, fetchResponseOf, finishExchange, type LiveExchange, startExchange } from './answer/live-exchange.js';
import { type PlannedApi, planRoute } from './answer/route-plan.js';
import type { HttpApiTarget, LocalApiInit, LocalApiInitForAnyHandler, LocalApiInitWithPayloads, LocalApiSettings } from './api/api-init.js';
import { createExchangeLog } from './api/exchange-log.js';
import { defaultLimits, limitsOf } from './api/limits.js';
import type { LocalExchange } from './api/local-exchange.js';
import { type LocalRoutes, routesOf } from './api/local-route.js';
import { createAuthorizerCache } from './authorize/authorizer-cache.js';
import { warnOfListener } from './function/listener-warning.js';
import { reliableClock } from './function/reliable-clock.js';
import { DEFAULT_RUNTIME } from './function/runtime/lambda-runtime.js';
import type { LocalServer } from './server/http-server.js';
import { listen } from './server/listen.js';
import type { ListenOptions } from './server/listen-options.js';
import { checkSettings } from './settings/check-settings.js';

/** A local REST API, HTTP API or function URL. */
export interface LocalApi<T extends RenderTarget = RenderTarget> {
  /**
   * Answers a request without a server.
   *
   * @param input A Fetch request, a URL or a path. On REST the path starts with the stage: `/prod/users/1`.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /**
   * Answers a request and returns everything that happened. If a handler throws, the response is AWS's. If `onExchange` throws, this
   * rejects with its error. Rejects with a `GatewayError` if the request has a part of the wrong type.
   */
  exchange(request: HttpRequest): Promise<LocalExchange<T>>;
  /** The last exchanges, oldest first. */
  readonly exchanges: readonly LocalExchange<T>[];
  /** The newest exchange. `undefined` before the first one. */
  readonly last: LocalExchange<T> | undefined;
  /** The part of the URL path before the path of a route, such as `/prod`, or an empty string. */
  readonly prefix: string;
  /**
   * Starts a server on 127.0.0.1.
   *
   * @param port The port. Default: one that is free.
   */
  listen(port?: number, options?: ListenOptions): Promise<LocalServer>;
}

/**
 * Creates a local API from routes and handlers.
 *
 * @param init the routes with their handlers, the target, and the settings of the API.
 * @throws GatewayError if a setting is unknown or invalid, or has no effect.
 * @throws GatewayResponseError if a gateway response is invalid.
 * @example
 * ```ts
 * import { createLocalApi } from 'apigw-proxy/local';
 *
 * const api = createLocalApi({
 *   target: 'http-2.0',
 *   routes: { 'GET /users/{id}': async (event) => ({ id: event.pathParameters.id }) },
 * });
 * const response = await api.fetch('/users/42');
 * console.log(response.status, await response.json()); // => 200 { id: '42' }
 * console.log(api.last?.event?.routeKey); // => 'GET /users/{id}'
 * console.log((await api.fetch('/pets')).status); // => 404
 * ```
 */
export function createLocalApi<const T extends RenderTarget, const TKey extends string = string>(init: LocalApiInit<T, TKey>): LocalApi<T>;
export function createLocalApi<const T extends HttpApiTarget, const TKey extends string = string>(
  init: LocalApiInitWithPayloads<T, TKey>,
): LocalApi<HttpApiTarget>;
export function createLocalApi<const T extends RenderTarget, const TKey extends string = string>(
  init: LocalApiInitForAnyHandler<T, TKey>,
): LocalApi<T>;
export function createLocalApi<const T extends RenderTarget>(init: LocalApiSettings<T> & { readonly routes: object }): LocalApi<T> {
  checkSettings(init, 'http');
  const { routes, authorizers = {}, authorizer, apiKeys = [], apiKeySource = 'HEADER', context = {}, limits, keep = 20, ...rest } = init;
  const { runtime = DEFAULT_RUNTIME, tenantId, onExchange, ...given } = rest;
  const settings = { ...given, ids: given.ids ?? {}, now: reliableClock(given.now) };
  const planned: PlannedApi<T> = {
    settings,
    authorizer,
    limits,
    context: dropUndefined(context),
    runtime,
  };
  // What each route key and each integration adds to the event's type is left out here.
  const byKey = routesOf(routes as LocalRoutes<TargetEvent[T]>);
  const plans = new Map([...byKey].map(([key, route]) => [key, planRoute(key, route, planned)]));
  const log = createExchangeLog<LocalExchange<T>>(keep);
  const api: ExchangingApi<T> = {
    settings,
    ids: given.ids,
    routes: plans,
    routeKeys: Object.freeze([...plans.keys()]),
    authorizers: { byName: authorizers, cache: createAuthorizerCache(), runtime },
    apiKeys,
    apiKeySource,
    limits: limitsOf(defaultLimits(settings), limits),
    awsRequestId: planned.context.awsRequestId,
    runtime,
    tenantId,
    async record(finished) {
      log.add(finished);
      if (onExchange !== undefined) await onExchange(finished.read()); // a promise, if the listener is asynchronous
      return finished;
    },
  };
  const prefix = urlPrefixOf(settings);
  let count = 0;

  function respond(request: HttpRequest): Promise<LiveExchange<T>> {
    count += 1;
    return startExchange(request, count, api);
  }

  async function exchange(request: HttpRequest): Promise<LocalExchange<T>> {
    checkRequestShape(request);
    return finishExchange(await respond(request));
  }

  return {
    exchange,
    get exchanges() {
      return log.readAll();
    },
    prefix,
    get last() {
      return log.readLast();
    },
    async fetch(input, requestInit) {
      const url = input instanceof Request ? input : new URL(input, 'https://127.0.0.1');
      const request = await fromFetchRequest(new Request(url, requestInit));
      const live = await respond({ ...request, sourceIp: '127.0.0.1' });
      // When the stream has ended, nobody waits for an error of onExchange.
      if (live.sent.body instanceof ReadableStream) live.done.catch(warnOfListener);
      else await live.done;
      return fetchResponseOf(live);
    },
    listen: (port = 0, options = {}) =>
      listen({ target: settings.target, prefix, exchange, respond, exchanges: log.readAll, limits: api.limits }, port, options),
  };
}
