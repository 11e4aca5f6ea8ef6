import { searchRoutes } from '../../events/routing/find-route.js';
import { innerPathOf } from '../../events/routing/inner-path.js';
import { findRefusal } from '../../events/routing/refusals.js';
import { type TargetEvent, toEvent, translate } from '../../events/to-event.js';
import { type RefusalCode, refusalCodeOf } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { RequestIssue } from '../../gateway/request-issue.js';
import type { HttpRequest } from '../../http/request.js';
import { answersPreflight } from '../../render/cors.js';
import { failure, unauthorized, unsigned } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';
import { renderResult } from '../../render/render-result.js';
import { type RenderedStream, renderStream } from '../../render/render-stream.js';
import { isStreaming } from '../../render/stream/streaming-mode.js';
import type { RenderedResponse, RenderTarget } from '../../render/types.js';
import { type ApiKey, findApiKey } from '../api/api-keys.js';
import type { CustomRoute } from '../api/custom-route.js';
import { isTooLarge, isTooLargeForLambda, type LocalLimits } from '../api/limits.js';
import type { Authorization, CustomExchange } from '../api/local-exchange.js';
import type { LocalRoute } from '../api/local-route.js';
import { routedGateway, routedLimits } from '../api/route-settings.js';
import { type TenantIdSource, tenantIdOf } from '../api/tenant-id.js';
import { type Authorizers, authorize, authorizerOf } from '../authorize/authorize.js';
import type { Denied } from '../authorize/verdict.js';
import type { ContextInit } from '../function/build-context.js';
import { liveStreamOf, startStream } from '../function/live-stream.js';
import { isStreamified } from '../function/runtime/awslambda.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { answerNoRoute } from './answer-no-route.js';
import { explainMiss } from './explain-miss.js';
import { invokeCustom } from './invoke-custom.js';
import { contextOf, copyEvent, handlerOf, invokeRoute, type RouteResult } from './invoke-route.js';
import { limitStream } from './limit-stream.js';

/** The parts of an API that are needed to answer requests. */
export interface AnsweringApi<T extends RenderTarget> {
  /** The settings of the gateway, without those of a single request. */
  readonly settings: Gateway<T>;
  readonly routes: ReadonlyMap<string, LocalRoute<TargetEvent[T]> | CustomRoute>;
  /** The keys of `routes`. A frozen array, so that a search doesn't have to compare it with its index. */
  readonly routeKeys: readonly string[];
  readonly authorizers: Authorizers;
  /** Name of the authorizer for routes that don't name one. `undefined` for none. */
  readonly authorizer: string | undefined;
  readonly apiKeys: readonly ApiKey[];
  readonly limits: LocalLimits;
  /** The limits that the API sets itself. `undefined` for none. */
  readonly ownLimits: Partial<LocalLimits> | undefined;
  readonly context: ContextInit;
  readonly runtime: LambdaRuntime;
  /** Where a request has its tenant. `undefined` if the functions have no tenant isolation. */
  readonly tenantId: TenantIdSource | undefined;
}

/** How a request ended, before its response is rendered. */
export interface Outcome<T extends RenderTarget> {
  /** The settings for this request. */
  readonly gateway: Gateway<T>;
  readonly route?: string;
  readonly authorization?: Authorization | undefined;
  readonly event?: TargetEvent[T];
  readonly custom?: CustomExchange;
  /** The response of a custom integration. Absent if the result is still to be rendered. */
  readonly response?: RenderedResponse;
  /** What is wrong with the request or its route. Absent if nothing is. */
  readonly issues?: readonly RequestIssue[];
  /** What the function returned, a stream of what it writes, or a failure. */
  readonly result: unknown;
  readonly error?: unknown;
}

/** Handles a request up to the result of the function, or to the step where the gateway answers itself. */
export async function handleRequest<T extends RenderTarget>(
  request: HttpRequest,
  gateway: Gateway<T>,
  api: AnsweringApi<T>,
): Promise<Outcome<T>> {
  if (isTooLarge(request, api.limits, gateway)) return refuse(gateway, 'request-too-large');
  const refusal = refusalCodeOf(findRefusal(request, gateway));
  if (refusal !== undefined) return refuse(gateway, refusal);
  const key = searchRoutes(request, api.routeKeys, gateway);
  const miss = key === undefined ? explainMiss(request, gateway, api.routeKeys) : [];
  if (key === undefined && lacksPrefix(request, gateway)) return { ...refuse(gateway, 'unknown-url'), issues: miss };
  const route = key === undefined ? undefined : api.routes.get(key);
  const routed = key === undefined ? gateway : routedGateway(gateway, key, route);
  // documented: if the gateway answers a preflight request itself, it calls no authorizer.
  if (answersPreflight(request, routed)) return { gateway: routed, result: undefined };
  return key === undefined || route === undefined
    ? { gateway, result: answerNoRoute(request, gateway), issues: miss }
    : runRoute(request, routed, key, route, api);
}

/** Renders the response. What a function streams is passed on as it comes. */
export function renderOutcome<T extends RenderTarget>(
  { result, gateway, response }: Outcome<T>,
  request: HttpRequest,
): RenderedResponse | Promise<RenderedStream> {
  if (response !== undefined) return response;
  const live = liveStreamOf(result);
  if (live === undefined) return renderResult(result, gateway, request);
  return renderStream(live.stream, gateway, request, { contentType: live.contentType });
}

/** Calls the authorizer and the handler of a route. */
async function runRoute<T extends RenderTarget>(
  request: HttpRequest,
  gateway: Gateway<T>,
  key: string,
  route: LocalRoute<TargetEvent[T]> | CustomRoute,
  api: AnsweringApi<T>,
): Promise<Outcome<T>> {
  const name = authorizerOf(route, api.authorizer);
  const verdict = await authorize(request, { ...gateway, target: api.settings.target }, name, route.scopes, api.authorizers);
  const { authorization } = verdict;
  // The templates of gateway responses can use what an authorizer says when it denies a request.
  const judged: Gateway<T> = { ...gateway, ...(verdict.authorizer && { authorizer: verdict.authorizer }) };
  if ('failure' in verdict) return { ...refuseBy(judged, verdict), route: key, authorization };
  const keyed = findApiKey(request, api.apiKeys, route.apiKeyRequired === true, verdict.usageKey);
  if ('failure' in keyed) return { ...refuse(judged, keyed.failure), route: key, authorization };
  const full: Gateway<T> = { ...judged, ...keyed };
  const limits = routedLimits(route, gateway, api.limits, api.ownLimits);
  if (route.integration !== undefined) {
    const result = await invokeCustom(request, { ...full, target: 'rest' }, route, {
      context: api.context,
      runtime: api.runtime,
      patience: limits.timeout,
    });
    return { gateway: full, route: key, authorization, ...result };
  }
  // documented: a REST API that can't inflate the body answers before it invokes the function. assumed: after it has called the authorizer.
  const event = eventOf(request, full);
  if (typeof event === 'string') return { ...refuse(full, event), route: key, authorization };
  // assumed: an event that is too large for Lambda gets the same answer as a request that is too large for the gateway.
  if (isTooLargeForLambda(event)) return { ...refuse(full, 'request-too-large'), route: key, authorization };
  return { gateway: full, route: key, authorization, event, ...(await invokeForTenant(route, event, { ...api, limits }, full, request)) };
}

async function invokeHandler<E, T extends RenderTarget>(
  route: LocalRoute<E>,
  event: E,
  { context, limits, runtime }: Pick<AnsweringApi<T>, 'context' | 'limits' | 'runtime'>,
  gateway: Gateway<T>,
): Promise<RouteResult> {
  if (!isStreaming(gateway)) return invokeRoute(route, event, { context, runtime, patience: limits.timeout });
  const handler = handlerOf(route);
  const patience = Math.min(limits.timeout, limits.idle);
  const called = isStreamified(handler)
    ? { result: startStream(handler, copyEvent(event), contextOf(route, context), runtime) }
    : await invokeRoute(route, event, { context, runtime, patience });
  const live = liveStreamOf(called.result);
  if (live === undefined) return called;
  const { result, hasBegun } = limitStream(live, limits);
  // assumed: a stream that doesn't begin in time gets the same answer as a function that doesn't answer in time.
  return { result: (await hasBegun) ? result : failure('timeout') };
}

/** Calls the function for the tenant that the request names. */
async function invokeForTenant<E, T extends RenderTarget>(
  route: LocalRoute<E>,
  event: E,
  api: AnsweringApi<T>,
  gateway: Gateway<T>,
  request: HttpRequest,
): Promise<RouteResult> {
  if (api.tenantId === undefined) return invokeHandler(route, event, api, gateway);
  const tenantId = tenantIdOf(api.tenantId, request, event);
  if (tenantId !== undefined) return invokeHandler(route, event, { ...api, context: { ...api.context, tenantId } }, gateway);
  // documented: Lambda rejects a call without a tenant. assumed: the gateway answers as for any other call that Lambda rejects.
  const error = new Error(`The request has no \`${api.tenantId}\`, so Lambda rejects the call of a function with tenant isolation.`);
  return { result: failure('integration-failure'), error };
}

/** Returns the event of a request, or why the gateway refuses to make one. */
function eventOf<T extends RenderTarget>(request: HttpRequest, gateway: Gateway<T>): TargetEvent[T] | RefusalCode {
  try {
    // The settings were checked when the API was made, and what an authorizer adds to them was not.
    return gateway.authorizer === undefined ? translate(request, gateway) : toEvent(request, gateway);
  } catch (error) {
    const code = refusalCodeOf(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** The outcome of a request that the gateway answers itself. */
function refuse<T extends RenderTarget>(gateway: Gateway<T>, type: Failure['type'], challenge?: string): Outcome<T> {
  return { gateway, result: challenge === undefined ? failure(type) : unauthorized(challenge) };
}

/** The outcome of a request that an authorizer refuses. */
function refuseBy<T extends RenderTarget>(gateway: Gateway<T>, { failure: type, challenge, isUnsigned, issue }: Denied): Outcome<T> {
  const refused = isUnsigned ? { gateway, result: unsigned() } : refuse(gateway, type, challenge);
  return { ...refused, ...(issue && { issues: [issue] }) };
}

/** Checks whether the URL lacks the stage or the base path. No API gets such a request. */
function lacksPrefix(request: HttpRequest, gateway: Gateway): boolean {
  return innerPathOf(request, gateway) === undefined;
}
