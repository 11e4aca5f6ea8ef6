import { DEFAULT_DEPLOYMENT_ID, DEFAULT_RESOURCE_ID } from '../aws/defaults.js';
import { formatRequestTime } from '../gateway/clock.js';
import type { Gateway } from '../gateway/gateway.js';
import type { APIGatewayEventRequestContext, APIGatewayProxyEvent } from '../types/proxy-event.js';
import { httpAuthorizerV1, restAuthorizer } from './context/authorizer.js';
import { httpIdentityV1, restIdentity } from './context/identity.js';
import type { PreparedRequest } from './prepared-request.js';
import { allValues, lastValues, mapOf } from './request/maps.js';
import type { EventPaths, RoutedRequest } from './routing/paths.js';

/** Translates a request into the event of a REST API. recorded [rest-edge-post-no-body]: the order of the keys. */
export function restEvent({ routed, headers, query, body }: PreparedRequest): APIGatewayProxyEvent {
  const { request, gateway, paths } = routed;
  return {
    resource: paths.resource,
    path: paths.path,
    httpMethod: request.method,
    headers: headers.names.length === 0 ? null : lastValues(headers),
    multiValueHeaders: headers.names.length === 0 ? null : allValues(headers),
    queryStringParameters: query.names.length === 0 ? null : lastValues(query),
    multiValueQueryStringParameters: query.names.length === 0 ? null : allValues(query),
    pathParameters: pathParameters(paths),
    stageVariables: stageVariables(gateway),
    requestContext: restContext(routed),
    body: body?.body ?? null,
    isBase64Encoded: body?.isBase64Encoded ?? false,
  };
}

/** Translates a request into the event of an HTTP API with payload format 1.0. */
export function httpEventV1({ routed, headers, query, body }: PreparedRequest): APIGatewayProxyEvent {
  const { request, gateway, paths } = routed;
  return {
    version: '1.0',
    resource: paths.resource,
    path: paths.path,
    httpMethod: request.method,
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    queryStringParameters: query.names.length === 0 ? null : lastValues(query),
    multiValueQueryStringParameters: query.names.length === 0 ? null : allValues(query),
    requestContext: httpContextV1(routed),
    pathParameters: pathParameters(paths),
    stageVariables: stageVariables(gateway),
    body: body?.body ?? null,
    isBase64Encoded: body?.isBase64Encoded ?? false,
  };
}

// A literal with conditional spreads costs ten times as much as one whose optional fields are added by `if`.

/** Returns `requestContext` of a REST event. */
export function restContext({ request, gateway, endpoint, ids, now, paths }: RoutedRequest): APIGatewayEventRequestContext {
  const authorizer = restAuthorizer(gateway.authorizer);
  const context = { resourceId: gateway.resourceId ?? DEFAULT_RESOURCE_ID } as APIGatewayEventRequestContext; // the rest follows, in AWS's order
  if (authorizer !== undefined) context.authorizer = authorizer;
  context.resourcePath = paths.resource;
  if (gateway.operationName !== undefined) context.operationName = gateway.operationName;
  context.httpMethod = request.method;
  context.extendedRequestId = ids.extendedRequestId;
  context.requestTime = formatRequestTime(now);
  context.path = paths.contextPath;
  context.accountId = endpoint.accountId;
  context.protocol = 'HTTP/1.1';
  context.stage = endpoint.stage;
  context.domainPrefix = endpoint.domainPrefix;
  context.requestTimeEpoch = now;
  context.requestId = ids.requestId;
  context.identity = restIdentity(request, gateway);
  context.domainName = endpoint.domainName;
  // recorded [rest-console-test-invoke]: a console test has no deployment.
  if (!gateway.testInvoke) context.deploymentId = gateway.deploymentId ?? DEFAULT_DEPLOYMENT_ID;
  context.apiId = endpoint.apiId;
  return context;
}

/** Returns `requestContext` of an HTTP API's payload 1.0 event. */
export function httpContextV1({ request, gateway, endpoint, ids, now, paths }: RoutedRequest): APIGatewayEventRequestContext {
  const authorizer = httpAuthorizerV1(gateway.authorizer);
  const context = { accountId: endpoint.accountId, apiId: endpoint.apiId } as APIGatewayEventRequestContext; // the rest follows
  if (authorizer !== undefined) context.authorizer = authorizer;
  context.domainName = endpoint.domainName;
  context.domainPrefix = endpoint.domainPrefix;
  context.extendedRequestId = ids.extendedRequestId;
  context.httpMethod = request.method;
  context.identity = httpIdentityV1(request, gateway);
  context.path = paths.contextPath;
  context.protocol = 'HTTP/1.1';
  context.requestId = ids.requestId;
  context.requestTime = formatRequestTime(now);
  context.requestTimeEpoch = now;
  // recorded [http1-simple-dotnet]: the whole route key.
  context.resourceId = paths.routeKey;
  context.resourcePath = paths.resource;
  context.stage = endpoint.stage;
  return context;
}

function pathParameters({ parameters }: EventPaths): Record<string, string> | null {
  return parameters.length === 0 ? null : mapOf(parameters);
}

function stageVariables({ stageVariables }: Gateway): Record<string, string> | null {
  return stageVariables === undefined || Object.keys(stageVariables).length === 0 ? null : { ...stageVariables };
}
