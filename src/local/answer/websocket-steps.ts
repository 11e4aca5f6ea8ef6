import { pathOf } from '../../events/request/path-of.js';
import type { SentRequest } from '../../events/request/sent-request.js';
import { toEvent, translateSent } from '../../events/to-event.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { RequestIssue } from '../../gateway/request-issue.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import type { HttpRequest } from '../../http/request.js';
import { failure, unsigned } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';
import { renderHandshake } from '../../render/websocket/render-handshake.js';
import { renderMessage } from '../../render/websocket/render-message.js';
import { findApiKey } from '../api/api-keys.js';
import { isTooLargeHandshake } from '../api/limits.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { authorize, authorizerOf } from '../authorize/authorize.js';
import type { ConnectedApi } from './connected-api.js';
import { explainHandshakeMiss } from './explain-miss.js';
import { copyEvent, invokeRoute, type RouteResult } from './invoke-route.js';

/** An exchange without its times. */
export type Step = Pick<WebsocketExchange, 'route' | 'event' | 'response' | 'request'> &
  RouteResult &
  Partial<Pick<WebsocketExchange, 'authorization'>>;

/** The settings of a step. All of them are there, because replacing them is faster than adding them. */
export type StepSettings = Gateway<'websocket'> & Required<Pick<Gateway, 'ids' | 'now' | 'connectedAt' | 'route' | 'routeResponse'>>;

/** What a handshake adds to the settings. */
type FoundByHandshake = Pick<Gateway, 'authorizer' | 'apiKey'>;

/** Answers a handshake: checks it, and calls the authorizer and `$connect`. */
export async function answerHandshake(
  request: HttpRequest,
  gateway: StepSettings,
  awsRequestId: string,
  api: ConnectedApi,
): Promise<Step & { readonly added: FoundByHandshake }> {
  const connecting = { ...gateway, route: '$connect' as const };
  function refuse(
    result: Failure,
    more: Partial<Step> = {},
    issues: readonly RequestIssue[] = [],
  ): Step & { readonly added: FoundByHandshake } {
    const response = renderHandshake(result, connecting);
    const explained = { ...response, issues: [...issues, ...response.issues] };
    return { request, route: '$connect', event: undefined, ...more, result, response: explained, added: {} };
  }
  // assumed: the limits of a request, and the answer beyond them, are those of a handshake, too.
  if (isTooLargeHandshake(request)) return refuse(failure('request-too-large'), { route: undefined });
  if (!isOfStage(request, gateway)) return refuse(failure('unknown-url'), { route: undefined }, explainHandshakeMiss(gateway));
  const { route, called } = api.routes.get('$connect') ?? {};
  const verdict = await authorize(request, connecting, authorizerOf(route, api.authorizer), undefined, api.authorizers);
  const { authorization } = verdict;
  if ('failure' in verdict) {
    const result = verdict.isUnsigned ? unsigned() : failure(verdict.failure);
    return refuse(result, { authorization }, verdict.issue && [verdict.issue]);
  }
  const keyed = findApiKey(request, api, route?.apiKeyRequired === true, verdict.usageKey);
  if ('failure' in keyed) return refuse(failure(keyed.failure), { authorization });
  const added = { ...keyed, ...(verdict.authorizer && { authorizer: verdict.authorizer }) };
  // documented: without a $connect route, every handshake is accepted.
  if (called === undefined) {
    const result = { statusCode: 200 };
    return { request, route: undefined, event: undefined, authorization, result, response: renderHandshake(result, connecting), added };
  }
  const event = toEvent(request, { ...connecting, ...added });
  const answered = await invokeRoute(called, copyEvent(event), { awsRequestId, patience: api.limits.timeout });
  return { request, route: '$connect', event, authorization, ...answered, response: renderHandshake(answered.result, connecting), added };
}

/** The request of a step, as the exchange has it and as it is read. */
export interface StepRequest {
  readonly request: HttpRequest;
  readonly sent: SentRequest;
}

/** Calls the route of a message, or `$disconnect`. */
export async function callRoute(
  key: string,
  { request, sent }: StepRequest,
  gateway: StepSettings,
  awsRequestId: string,
  api: ConnectedApi,
): Promise<Step> {
  const { route, called } = api.routes.get(key) ?? {};
  const routed: StepSettings = { ...gateway, route: key, routeResponse: route?.routeResponse === true };
  if (called === undefined) {
    // assumed: without a $disconnect route, nothing happens.
    const result = key === '$disconnect' ? { statusCode: 200 } : failure('no-route');
    return { request, route: undefined, event: undefined, result, response: renderMessage(result, routed) };
  }
  // The settings were checked when the API was made, and what a close frame adds to them was not.
  const event = gateway.close === undefined ? translateSent(sent, routed) : toEvent(request, routed);
  const { result, error } = await invokeRoute(called, copyEvent(event), { awsRequestId, patience: api.limits.timeout });
  return { request, route: key, event, result, error, response: renderMessage(result, routed) };
}

/** Checks whether the URL of a handshake is that of the API: the stage, with or without a slash at its end. */
function isOfStage({ target }: HttpRequest, gateway: Gateway): boolean {
  return pathOf(target).replace(/\/$/, '') === urlPrefixOf(gateway);
}
