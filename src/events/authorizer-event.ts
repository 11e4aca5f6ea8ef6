import type { Target } from '../aws/target.js';
import { requestArn } from '../gateway/arn.js';
import { checkGateway } from '../gateway/check-gateway.js';
import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import { isConsoleTest } from '../gateway/settings.js';
import type { HttpRequest } from '../http/request.js';
import type { APIGatewayRequestAuthorizerEvent } from '../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../types/request-authorizer-event-v2.js';
import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../types/websocket-request-authorizer-event.js';
import { identityOf } from './context/identity-source.js';
import { eventHeaders } from './headers/headers.js';
import { type PreparedRequest, prepareRest } from './prepared-request.js';
import { httpContextV1, restContext, restEvent } from './proxy-event.js';
import { payloadV2 } from './proxy-event-v2.js';
import { checkRequestShape } from './request/check-request-shape.js';
import { allValues, lastValues, mapOf } from './request/maps.js';
import { parametersOf, restParametersOf } from './request/query.js';
import { type ResolvedRequest, resolve } from './request/resolved-request.js';
import { readRequest, type SentRequest } from './request/sent-request.js';
import { type RoutedRequest, routeHttpV1, routeHttpV2, routeRest } from './routing/paths.js';
import { connectContext } from './websocket-event.js';

/** The event of a REQUEST authorizer, by target. */
export interface TargetAuthorizerEvent {
  rest: APIGatewayRequestAuthorizerEvent;
  'http-1.0': APIGatewayRequestAuthorizerEventV1;
  'http-2.0': APIGatewayRequestAuthorizerEventV2;
  websocket: APIGatewayWebsocketRequestAuthorizerEvent;
}

/** The targets that can have a Lambda authorizer. */
export type AuthorizerTarget = keyof TargetAuthorizerEvent;

const TRANSLATIONS: { readonly [T in AuthorizerTarget]: (resolved: ResolvedRequest) => TargetAuthorizerEvent[T] } = {
  rest: (resolved) => restAuthorizerEvent(routeRest(resolved)),
  'http-1.0': (resolved) => httpAuthorizerEventV1(routeHttpV1(resolved)),
  'http-2.0': (resolved) => httpAuthorizerEventV2(routeHttpV2(resolved)),
  websocket: websocketAuthorizerEvent,
};

/**
 * Translates a request into the event that AWS sends to a Lambda authorizer of type REQUEST.
 *
 * @param request the request of the client.
 * @param gateway the settings of the gateway. `identitySource` and `route` matter.
 * @throws GatewayError `identity-missing` if an identity source has no value; `wrong-target` for a function URL, which has no Lambda
 *   authorizers; otherwise as `toEvent` does.
 * @example
 * ```ts
 * import { toAuthorizerEvent } from 'apigw-proxy';
 *
 * const request = { method: 'GET', target: '/me', headers: [['Authorization', 'Bearer abc']] } as const;
 * const event = toAuthorizerEvent(request, { target: 'http-2.0', route: 'GET /me', identitySource: ['$request.header.Authorization'] });
 * console.log(event.routeKey, event.identitySource); // => GET /me [ 'Bearer abc' ]
 * ```
 */
export function toAuthorizerEvent<T extends AuthorizerTarget>(request: HttpRequest, gateway: Gateway<T>): TargetAuthorizerEvent[T] {
  checkGateway(gateway);
  checkRequestShape(request);
  return translateForAuthorizer(readRequest(request), gateway, gateway.route);
}

/** Translates a request without checking the arguments. */
export function translateForAuthorizer<T extends AuthorizerTarget>(
  request: SentRequest,
  gateway: Gateway<T>,
  route: string | undefined,
): TargetAuthorizerEvent[T] {
  checkTargetIn(gateway.target, Object.keys(TRANSLATIONS), 'REQUEST');
  return TRANSLATIONS[gateway.target](resolve(request, withoutAuthorizer(gateway), route));
}

/** The authorizer runs first, so its event has nothing that it adds. */
function withoutAuthorizer<T extends Target>(gateway: Gateway<T>): Gateway<T> {
  if (gateway.authorizer === undefined) return gateway;
  const { authorizer: _, ...others } = gateway;
  return others;
}

/**
 * Translates a request into the event that a REST API sends to a Lambda authorizer of type TOKEN.
 *
 * @param request the request of the client.
 * @param gateway the settings of the gateway. `identitySource` and `route` matter.
 * @throws GatewayError `identity-missing` if the header with the token is missing; `wrong-target` for any target except `rest`; otherwise
 *   as `toEvent` does.
 * @example
 * ```ts
 * import { toTokenAuthorizerEvent } from 'apigw-proxy';
 *
 * const request = { method: 'GET', target: '/prod/me', headers: [['Authorization', 'Bearer abc']] } as const;
 * console.log(toTokenAuthorizerEvent(request, { target: 'rest', route: 'GET /me' }).authorizationToken); // => Bearer abc
 * ```
 */
export function toTokenAuthorizerEvent(request: HttpRequest, gateway: Gateway<'rest'>): APIGatewayTokenAuthorizerEvent {
  checkGateway(gateway);
  checkRequestShape(request);
  checkTargetIn(gateway.target, ['rest'], 'TOKEN');
  return tokenEvent(readRequest(request), gateway, gateway.route);
}

/** Translates a request for an authorizer of type TOKEN without checking the arguments. */
export function tokenEvent(request: SentRequest, gateway: Gateway<'rest'>, route: string | undefined): APIGatewayTokenAuthorizerEvent {
  const routed = routeRest(resolve(request, gateway, route));
  const [authorizationToken = ''] = identityOf(routed, {}, gateway.identitySource ?? TOKEN_SOURCE) ?? [];
  return { type: 'TOKEN', methodArn: methodArn(routed), authorizationToken };
}

const TOKEN_SOURCE: readonly string[] = ['$request.header.Authorization'];

function checkTargetIn(target: Target, targets: readonly string[], type: string): void {
  if (targets.includes(target)) return;
  const reason = `The target \`${target}\` has no ${type} authorizers.`;
  throw new GatewayError('wrong-target', ['target'], reason, `Use ${targets.join(', ')}.`);
}

function restAuthorizerEvent(routed: RoutedRequest): APIGatewayRequestAuthorizerEvent {
  const { request, gateway, paths } = routed;
  // assumed: when the console tests an authorizer, the event has everything that the function's event has, with nulls and a body.
  if (isConsoleTest(gateway)) {
    const event = restEvent(prepareRest(routed));
    identityOf(routed, event.requestContext);
    return { type: 'REQUEST', methodArn: methodArn(routed), ...event };
  }
  const requestContext = restContext(routed);
  identityOf(routed, requestContext);
  const headers = eventHeaders(routed, 'rest-authorizer');
  const query = restParametersOf(request);
  return {
    type: 'REQUEST',
    methodArn: methodArn(routed),
    resource: paths.resource,
    path: paths.path,
    httpMethod: request.method,
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    // recorded [rest-authorizer-request-event]: empty maps where the function's event has null.
    queryStringParameters: lastValues(query),
    multiValueQueryStringParameters: allValues(query),
    pathParameters: mapOf(paths.parameters),
    stageVariables: { ...gateway.stageVariables },
    requestContext,
  };
}

function httpAuthorizerEventV1(routed: RoutedRequest): APIGatewayRequestAuthorizerEventV1 {
  const { request, gateway, paths } = routed;
  const requestContext = httpContextV1(routed);
  // documented: both are the values of the identity sources, joined with commas.
  const identity = identityOf(routed, requestContext)?.join(',') ?? null;
  return {
    version: '1.0',
    type: 'REQUEST',
    methodArn: methodArn(routed),
    identitySource: identity,
    authorizationToken: identity,
    resource: paths.resource,
    path: paths.path,
    httpMethod: request.method,
    headers: lastValues(eventHeaders(routed)),
    // documented: empty maps where the function's event has null.
    queryStringParameters: lastValues(parametersOf(request)),
    pathParameters: mapOf(paths.parameters),
    stageVariables: { ...gateway.stageVariables },
    requestContext,
  };
}

function httpAuthorizerEventV2(routed: RoutedRequest): APIGatewayRequestAuthorizerEventV2 {
  const prepared: PreparedRequest = { routed, headers: eventHeaders(routed), query: parametersOf(routed.request), body: undefined };
  const {
    version,
    body: _,
    isBase64Encoded: __,
    ...event
  } = payloadV2(prepared, undefined, routed.endpoint.accountId, routed.gateway.stageVariables);
  return {
    version,
    type: 'REQUEST',
    routeArn: methodArn(routed),
    // reported [http2-authorizer-without-identity-source]: null without identity sources.
    identitySource: identityOf(routed, event.requestContext) ?? null,
    ...event,
  };
}

function websocketAuthorizerEvent(resolved: ResolvedRequest): APIGatewayWebsocketRequestAuthorizerEvent {
  const { request, gateway, endpoint } = resolved;
  const requestContext = connectContext(resolved);
  identityOf(resolved, requestContext);
  const headers = eventHeaders(resolved, 'websocket-authorizer');
  const query = parametersOf(request);
  return {
    type: 'REQUEST',
    methodArn: requestArn(endpoint, '$connect'),
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    queryStringParameters: lastValues(query),
    multiValueQueryStringParameters: allValues(query),
    stageVariables: { ...gateway.stageVariables },
    requestContext,
  };
}

// recorded [rest-authorizer-token-event, http2-authorizer-named-stage-root]: the ARN ends with the path of the request; for the root, a
// slash.
function methodArn({ request, endpoint, paths }: RoutedRequest): string {
  return requestArn(endpoint, `${request.method}${paths.innerPath}`);
}
