import { requestArn } from '../gateway/arn.js';
import type { Gateway } from '../gateway/gateway.js';
import { type Endpoint, endpointOf, isConsoleTest } from '../gateway/settings.js';
import { parseQuery } from '../http/percent.js';
import type { HttpRequest } from '../http/request.js';
import type { APIGatewayRequestAuthorizerEvent } from '../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../types/request-authorizer-event-v2.js';
import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../types/websocket-request-authorizer-event.js';
import { identityOf } from './context/identity-source.js';
import { eventHeaders } from './headers/headers.js';
import { httpEventV1, restEvent } from './proxy-event.js';
import { httpEventV2 } from './proxy-event-v2.js';
import { allValues, gather, lastValues } from './request/maps.js';
import { queryOf } from './routing/inner-path.js';
import { type EventPaths, httpPathsV1, httpPathsV2, restPaths } from './routing/paths.js';
import { websocketConnectEvent } from './websocket-event.js';

/** The event that a request authorizer of each target gets. */
export interface TargetAuthorizerEvent {
  rest: APIGatewayRequestAuthorizerEvent;
  'http-1.0': APIGatewayRequestAuthorizerEventV1;
  'http-2.0': APIGatewayRequestAuthorizerEventV2;
  websocket: APIGatewayWebsocketRequestAuthorizerEvent;
}

/** The targets whose routes can have a Lambda authorizer. */
export type AuthorizerTarget = keyof TargetAuthorizerEvent;

const TRANSLATIONS: { readonly [T in AuthorizerTarget]: (request: HttpRequest, gateway: Gateway) => TargetAuthorizerEvent[T] } = {
  rest: restAuthorizerEvent,
  'http-1.0': httpAuthorizerEventV1,
  'http-2.0': httpAuthorizerEventV2,
  websocket: websocketAuthorizerEvent,
};

/**
 * Translates a request into the event that the gateway hands to a Lambda authorizer of type REQUEST, before the function gets its own.
 *
 * @throws GatewayError when the path cannot lead to the route, or `identity-missing` when an identity source has no value.
 */
export function toAuthorizerEvent<T extends AuthorizerTarget>(request: HttpRequest, gateway: Gateway<T>): TargetAuthorizerEvent[T] {
  const { authorizer: _, ...before } = gateway;
  return TRANSLATIONS[gateway.target](request, before);
}

/**
 * Translates a request into the event that a REST API hands to a Lambda authorizer of type TOKEN.
 *
 * @throws GatewayError when the path cannot lead to the route, or `identity-missing` when the token's header was not sent.
 */
export function toTokenAuthorizerEvent(request: HttpRequest, gateway: Gateway<'rest'>): APIGatewayTokenAuthorizerEvent {
  const endpoint = endpointOf(gateway, request);
  const paths = restPaths(request, gateway, endpoint);
  const [authorizationToken = ''] = identityOf(request, { identitySource: ['$request.header.Authorization'], ...gateway }, {}) ?? [];
  return { type: 'TOKEN', methodArn: methodArn(request, endpoint, paths), authorizationToken };
}

function restAuthorizerEvent(request: HttpRequest, gateway: Gateway): APIGatewayRequestAuthorizerEvent {
  const endpoint = endpointOf(gateway, request);
  const event = restEvent(request, gateway);
  identityOf(request, gateway, event.requestContext);
  const start = { type: 'REQUEST', methodArn: methodArn(request, endpoint, restPaths(request, gateway, endpoint)) } as const;
  // recorded: the console's tester hands over the function's whole event, nulls and body included.
  if (isConsoleTest(gateway)) return { ...start, ...event };
  const headers = eventHeaders(request, gateway, endpoint, 'rest-authorizer');
  return {
    ...start,
    resource: event.resource,
    path: event.path,
    httpMethod: event.httpMethod,
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    // recorded: empty maps where the function's event has null.
    queryStringParameters: event.queryStringParameters ?? {},
    multiValueQueryStringParameters: event.multiValueQueryStringParameters ?? {},
    pathParameters: event.pathParameters ?? {},
    stageVariables: event.stageVariables ?? {},
    requestContext: event.requestContext,
  };
}

function httpAuthorizerEventV1(request: HttpRequest, gateway: Gateway): APIGatewayRequestAuthorizerEventV1 {
  const endpoint = endpointOf(gateway, request);
  const event = httpEventV1(request, gateway);
  // documented: both hold the sources' values, joined with commas.
  const identity = identityOf(request, gateway, event.requestContext)?.join(',') ?? null;
  return {
    version: '1.0',
    type: 'REQUEST',
    methodArn: methodArn(request, endpoint, httpPathsV1(request, gateway, endpoint)),
    identitySource: identity,
    authorizationToken: identity,
    resource: event.resource,
    path: event.path,
    httpMethod: event.httpMethod,
    headers: event.headers ?? {},
    // documented: empty maps where the function's event has null.
    queryStringParameters: event.queryStringParameters ?? {},
    pathParameters: event.pathParameters ?? {},
    stageVariables: event.stageVariables ?? {},
    requestContext: event.requestContext,
  };
}

function httpAuthorizerEventV2(request: HttpRequest, gateway: Gateway): APIGatewayRequestAuthorizerEventV2 {
  const endpoint = endpointOf(gateway, request);
  const { version, body: _, isBase64Encoded: __, ...event } = httpEventV2(request, gateway);
  return {
    version,
    type: 'REQUEST',
    routeArn: methodArn(request, endpoint, httpPathsV2(request, gateway, endpoint)),
    // reported: null without identity sources.
    identitySource: identityOf(request, gateway, event.requestContext) ?? null,
    ...event,
  };
}

function websocketAuthorizerEvent(request: HttpRequest, gateway: Gateway): APIGatewayWebsocketRequestAuthorizerEvent {
  const endpoint = endpointOf(gateway, request);
  const { requestContext } = websocketConnectEvent(request, gateway);
  identityOf(request, gateway, requestContext);
  const headers = eventHeaders(request, gateway, endpoint, 'websocket-authorizer');
  const query = gather(parseQuery(queryOf(request.target)));
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

// recorded: the path of the request, not the route's template; the root ends in a slash.
function methodArn({ method }: HttpRequest, endpoint: Endpoint, { innerPath }: EventPaths): string {
  return requestArn(endpoint, `${method}${innerPath}`);
}
