import { findRoute } from '../../events/routing/find-route.js';
import { pathOf } from '../../events/routing/inner-path.js';
import { type TargetEvent, toEvent } from '../../events/to-event.js';
import type { Gateway } from '../../gateway/gateway.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import type { HttpRequest } from '../../http/request.js';
import { isPreflight } from '../../render/cors.js';
import { failure, unauthorized } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';
import { renderResult } from '../../render/render-result.js';
import { type RenderedStream, renderStream } from '../../render/render-stream.js';
import { isStreaming } from '../../render/stream/streaming-mode.js';
import type { RenderedResponse, RenderTarget } from '../../render/types.js';
import { type ApiKey, checkApiKey } from '../api/api-keys.js';
import { isTooLarge, isTooLargeForLambda, type LocalLimits } from '../api/limits.js';
import type { Authorization } from '../api/local-exchange.js';
import type { LocalRoute } from '../api/local-route.js';
import { type Authorizers, authorize, authorizerOf } from '../authorize/authorize.js';
import type { ContextInit } from '../function/build-context.js';
import { liveStreamOf, startStream } from '../function/live-stream.js';
import { isStreamified } from '../function/stream-runtime.js';
import { contextOf, deliveryOf, handlerOf, invokeRoute, type RouteResult } from './invoke-route.js';

/** What it takes to answer the requests of an API. */
export interface AnsweringApi<T extends RenderTarget> {
  /** The settings of the gateway, but for what a request adds to them. */
  readonly settings: Gateway<T>;
  readonly routes: ReadonlyMap<string, LocalRoute<TargetEvent[T]>>;
  readonly authorizers: Authorizers;
  /** The authorizer of routes that name none. */
  readonly authorizer: string | undefined;
  readonly apiKeys: readonly ApiKey[];
  readonly limits: LocalLimits;
  readonly context: ContextInit;
}

/** What became of a request before its answer is rendered. */
export interface Outcome<T extends RenderTarget> {
  /** The settings as they are for this request. */
  readonly gateway: Gateway<T>;
  readonly route?: string;
  readonly authorization?: Authorization | undefined;
  readonly event?: TargetEvent[T];
  /** What the function returned, a stream of what it writes, or a failure. */
  readonly result: unknown;
  readonly error?: unknown;
}

/** Takes a request as far as the function's result, or as far as the gateway lets it come. */
export async function outcomeOf<T extends RenderTarget>(
  request: HttpRequest,
  gateway: Gateway<T>,
  api: AnsweringApi<T>,
): Promise<Outcome<T>> {
  if (isTooLarge(request, api.limits)) return refused(gateway, 'request-too-large');
  // documented: a preflight request needs no route, and no authorizer sees it.
  if (isPreflight(request, gateway)) return { gateway, result: undefined };
  const key = findRoute(request, [...api.routes.keys()], gateway);
  const route = key === undefined ? undefined : api.routes.get(key);
  if (key === undefined || route === undefined) return refused(gateway, isBesideApi(request, gateway) ? 'unknown-url' : 'no-route');
  return passed(request, { ...gateway, route: key }, key, route, api);
}

/** The answer to a request; what a function streams is passed on as it comes. */
export function rendered<T extends RenderTarget>(
  { result, gateway }: Outcome<T>,
  request: HttpRequest,
): RenderedResponse | Promise<RenderedStream> {
  const live = liveStreamOf(result);
  if (live === undefined) return renderResult(result, gateway, request);
  return renderStream(live.stream, gateway, request, { contentType: live.contentType });
}

async function passed<T extends RenderTarget>(
  request: HttpRequest,
  gateway: Gateway<T>,
  key: string,
  route: LocalRoute<TargetEvent[T]>,
  api: AnsweringApi<T>,
): Promise<Outcome<T>> {
  const name = authorizerOf(route, api.authorizer);
  const verdict = await authorize(request, gateway, name, route.scopes, api.authorizers);
  const authorization = verdict.asked;
  if ('refused' in verdict) return { ...refused(gateway, verdict.refused, verdict.challenge), route: key, authorization };
  const keyed = checkApiKey(request, api.apiKeys, route.apiKeyRequired === true, verdict.usageKey);
  if ('refused' in keyed) return { ...refused(gateway, keyed.refused), route: key, authorization };
  const full: Gateway<T> = { ...gateway, ...keyed, ...(verdict.passed && { authorizer: verdict.passed }) };
  const event = toEvent(request, full);
  // assumed: what Lambda does not take for its size is refused as what the gateway does not take.
  if (isTooLargeForLambda(request, event)) return { ...refused(full, 'request-too-large'), route: key, authorization };
  return { gateway: full, route: key, authorization, event, ...(await invoked(route, event, api, full)) };
}

async function invoked<E, T extends RenderTarget>(
  route: LocalRoute<E>,
  event: E,
  { context, limits }: AnsweringApi<T>,
  gateway: Gateway<T>,
): Promise<RouteResult> {
  const handler = handlerOf(route);
  // documented: a gateway that streams waits up to 15 minutes; the function's own time is what ends a stream here.
  if (isStreaming(gateway) && isStreamified(handler)) return { result: startStream(handler, deliveryOf(event), contextOf(route, context)) };
  return invokeRoute(route, event, context, limits.timeout);
}

function refused<T extends RenderTarget>(gateway: Gateway<T>, type: Failure['type'], challenge?: string): Outcome<T> {
  return { gateway, result: challenge === undefined ? failure(type) : unauthorized(challenge) };
}

/** Whether the URL lacks the stage or the base path: no API is asked then. */
function isBesideApi({ target }: HttpRequest, gateway: Gateway): boolean {
  const prefix = urlPrefixOf(gateway);
  const path = pathOf(target).replace(/^\/+/, '/');
  return path !== prefix && !path.startsWith(`${prefix}/`);
}
