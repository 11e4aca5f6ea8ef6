import type { SentRequest } from '../../events/request/sent-request.js';
import { searchRoutes } from '../../events/routing/find-route.js';
import { innerPathOf } from '../../events/routing/inner-path.js';
import { refusalOf } from '../../events/routing/refusals.js';
import { type TargetEvent, translateSent } from '../../events/to-event.js';
import type { RefusalCode } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { refusalCodeOf } from '../../gateway/refusal.js';
import type { RequestIssue } from '../../gateway/request-issue.js';
import type { HttpRequest } from '../../http/request.js';
import { answersPreflight } from '../../render/answers/configure-cors.js';
import { failure, unauthorized, unsigned } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';
import { renderResult } from '../../render/render-result.js';
import { type RenderedStream, renderStream } from '../../render/render-stream.js';
import type { RenderedResponse, RenderTarget } from '../../render/types.js';
import { type ApiKeySettings, findApiKey } from '../api/api-keys.js';
import { lazily } from '../api/lazily.js';
import { isTooLarge, isTooLargeForLambda, type LocalLimits } from '../api/limits.js';
import type { Authorization, CustomExchange } from '../api/local-exchange.js';
import { type TenantIdSource, tenantIdOf } from '../api/tenant-id.js';
import { type Authorizers, authorize } from '../authorize/authorize.js';
import type { Denied, Verdict } from '../authorize/verdict.js';
import { liveStreamOf, startStream } from '../function/live-stream.js';
import { isStreamified } from '../function/runtime/awslambda.js';
import { answerFunctionless } from './answer-functionless.js';
import { answerNoRoute } from './answer-no-route.js';
import { explainMiss } from './explain-miss.js';
import { invokeCustom } from './invoke-custom.js';
import { copyEvent, type FunctionCall, invokeRoute, type RouteFunction, type RouteResult } from './invoke-route.js';
import { limitStream } from './limit-stream.js';
import type { FunctionPlan, RoutePlan } from './route-plan.js';

/** The parts of an API that are needed to answer requests. */
export interface AnsweringApi<T extends RenderTarget> extends ApiKeySettings {
  /** The settings of the gateway. Those of a single request have the place of the ids and the clock. */
  readonly settings: Gateway<T> & Required<Pick<Gateway, 'ids' | 'now'>>;
  readonly routes: ReadonlyMap<string, RoutePlan<T>>;
  /** The keys of `routes`. A frozen array, so that a search doesn't have to compare it with its index. */
  readonly routeKeys: readonly string[];
  readonly authorizers: Authorizers;
  readonly limits: LocalLimits;
  /** Where a request has its tenant. `undefined` if the functions have no tenant isolation. */
  readonly tenantId: TenantIdSource | undefined;
}

/** A request that has arrived. */
export interface Arrival<T extends RenderTarget> {
  readonly request: HttpRequest;
  /** The same request, read once. */
  readonly sent: SentRequest;
  /** The settings of the gateway for this request. */
  readonly gateway: AnsweringApi<T>['settings'];
  /** Id of the invocation, if there is one. */
  readonly awsRequestId: string;
}

/** How a request ended, before its response is rendered. */
export interface Outcome<T extends RenderTarget> {
  /** The settings for this request. */
  readonly gateway: Gateway<T>;
  readonly route?: string;
  readonly authorization?: Authorization | undefined;
  /** Returns the event as the function received it. Absent if the gateway did not invoke it, and for a custom integration. */
  readonly event?: () => TargetEvent[T];
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
export function handleRequest<T extends RenderTarget>(arrival: Arrival<T>, api: AnsweringApi<T>): Outcome<T> | Promise<Outcome<T>> {
  const { request, sent, gateway } = arrival;
  if (isTooLarge(request, api.limits, gateway)) return refuse(gateway, 'request-too-large');
  const refusal = refusalOf(sent, gateway);
  const code = refusal && refusalCodeOf(refusal);
  if (code !== undefined) return refuse(gateway, code);
  const key = searchRoutes(request, api.routeKeys, gateway);
  const plan = key === undefined ? undefined : api.routes.get(key);
  if (plan === undefined) return answerMiss(request, gateway, api.routeKeys);
  const routed = { ...plan.gateway, ids: gateway.ids, now: gateway.now };
  // documented: if the gateway answers a preflight request itself, it calls no authorizer.
  if (answersPreflight(request, routed)) return { gateway: routed, result: undefined };
  return runRoute(plan, routed, arrival, api);
}

/** Answers a request that no route matches. */
function answerMiss<T extends RenderTarget>(request: HttpRequest, gateway: Gateway<T>, routeKeys: readonly string[]): Outcome<T> {
  const issues = explainMiss(request, gateway, routeKeys);
  if (lacksPrefix(request, gateway)) return { ...refuse(gateway, 'unknown-url'), issues };
  if (answersPreflight(request, gateway)) return { gateway, result: undefined };
  return { gateway, result: answerNoRoute(request, gateway), issues };
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

/** Calls the authorizer and the function of a route. */
async function runRoute<T extends RenderTarget>(
  plan: RoutePlan<T>,
  gateway: Gateway<T>,
  arrival: Arrival<T>,
  api: AnsweringApi<T>,
): Promise<Outcome<T>> {
  const { key, route } = plan;
  const { request } = arrival;
  const verdict = plan.authorizer === undefined ? OPEN : await judge(plan.authorizer, plan, gateway, request, api);
  const { authorization } = verdict;
  // The templates of gateway responses can use what an authorizer says when it denies a request.
  const judged = verdict.authorizer === undefined ? gateway : { ...gateway, authorizer: verdict.authorizer };
  if ('failure' in verdict) return { ...refuseBy(judged, verdict), route: key, authorization };
  const keyed = findApiKey(request, api, route.apiKeyRequired === true, verdict.usageKey);
  if ('failure' in keyed) return { ...refuse(judged, keyed.failure), route: key, authorization };
  const full = keyed.apiKey === undefined ? judged : { ...judged, apiKey: keyed.apiKey };
  if (plan.called === undefined) {
    const result = await answerFunctionless(request, { ...full, target: 'rest' }, plan.route.integration, plan.limits.timeout);
    return { gateway: full, route: key, authorization, ...result };
  }
  if (plan.route.integration !== undefined) {
    const settings: Gateway<'rest'> = { ...full, target: 'rest' };
    const call = { awsRequestId: arrival.awsRequestId, patience: plan.limits.timeout };
    const result = await invokeCustom(request, settings, plan.route, plan.called, call);
    return { gateway: full, route: key, authorization, ...result };
  }
  // documented: a REST API that can't inflate the body answers before it invokes the function. assumed: after it has called the authorizer.
  const event = eventOf(arrival.sent, full);
  if (typeof event === 'string') return { ...refuse(full, event), route: key, authorization };
  // assumed: an event that is too large for Lambda gets the same answer as a request that is too large for the gateway.
  if (isTooLargeForLambda(event)) return { ...refuse(full, 'request-too-large'), route: key, authorization };
  const kept = keepEvent(event, arrival, full);
  return { gateway: full, route: key, authorization, event: kept, ...(await invokeForTenant(plan, event, arrival, api)) };
}

/**
 * Keeps an event for the exchange, whatever the function does to it. Translating the request again, when somebody reads the event, is less
 * work than copying it now. But the bytes of a body and what an authorizer returned can change until then.
 */
function keepEvent<T extends RenderTarget>(
  event: TargetEvent[T],
  { request, sent }: Arrival<T>,
  gateway: Gateway<T>,
): () => TargetEvent[T] {
  if (request.body === undefined && gateway.authorizer === undefined) return lazily(() => translateSent(sent, gateway));
  const copy = copyEvent(event);
  return () => copy;
}

/** The verdict about a request to a route without an authorizer. */
const OPEN: Verdict = { authorizer: undefined };

/** Calls the authorizer of a route. */
function judge<T extends RenderTarget>(
  name: string,
  { route }: RoutePlan<T>,
  gateway: Gateway<T>,
  request: HttpRequest,
  { settings, authorizers }: AnsweringApi<T>,
): Promise<Verdict> {
  return authorize(request, { ...gateway, target: settings.target }, name, route.scopes, authorizers);
}

/** Calls the function for the tenant that the request names. */
function invokeForTenant<T extends RenderTarget>(
  plan: FunctionPlan<T>,
  event: TargetEvent[T],
  { request, awsRequestId }: Arrival<T>,
  { tenantId: source }: AnsweringApi<T>,
): RouteResult | Promise<RouteResult> {
  if (source === undefined) return invokePlanned(plan, event, awsRequestId);
  const tenantId = tenantIdOf(source, request, event);
  if (tenantId !== undefined) return invokePlanned(plan, event, awsRequestId, tenantId);
  // documented: Lambda rejects a call without a tenant. assumed: the gateway answers as for any other call that Lambda rejects.
  const error = new Error(`The request has no \`${source}\`, so Lambda rejects the call of a function with tenant isolation.`);
  return { result: failure('integration-failure'), error };
}

function invokePlanned<T extends RenderTarget>(
  { called, limits, streams }: FunctionPlan<T>,
  event: TargetEvent[T],
  awsRequestId: string,
  tenantId?: string,
): Promise<RouteResult> {
  const patience = streams ? Math.min(limits.timeout, limits.idle) : limits.timeout;
  const call = tenantId === undefined ? { awsRequestId, patience } : { awsRequestId, patience, tenantId };
  return streams ? invokeStreaming(called, event, call, limits) : invokeRoute(called, event, call);
}

async function invokeStreaming(called: RouteFunction, event: unknown, call: FunctionCall, limits: LocalLimits): Promise<RouteResult> {
  const { handler, newContext, runtime } = called;
  const answered = isStreamified(handler)
    ? { result: startStream(handler, event, newContext(call.awsRequestId, call.tenantId), runtime) }
    : await invokeRoute(called, event, call);
  const live = liveStreamOf(answered.result);
  if (live === undefined) return answered;
  const { result, hasBegun } = limitStream(live, limits);
  // assumed: a stream that doesn't begin in time gets the same answer as a function that doesn't answer in time.
  return { result: (await hasBegun) ? result : failure('timeout') };
}

/** Returns the event of a request, or why the gateway refuses to make one. */
function eventOf<T extends RenderTarget>(sent: SentRequest, gateway: Gateway<T>): TargetEvent[T] | RefusalCode {
  try {
    // The settings were checked when the API was made, and what an authorizer adds to them when it answered.
    return translateSent(sent, gateway);
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
