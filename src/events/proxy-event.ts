import { DEFAULT_DEPLOYMENT_ID, DEFAULT_RESOURCE_ID } from '../aws/defaults.js';
import { formatRequestTime } from '../gateway/clock.js';
import type { Gateway } from '../gateway/gateway.js';
import { parseQuery, queryOf } from '../http/percent.js';
import type { APIGatewayEventRequestContext, APIGatewayProxyEvent } from '../types/proxy-event.js';
import { httpAuthorizerV1, restAuthorizer } from './context/authorizer.js';
import { httpIdentityV1, restIdentity } from './context/identity.js';
import { eventHeaders } from './headers/headers.js';
import { eventBody } from './request/body.js';
import { allValues, gather, lastValues, mapOf } from './request/maps.js';
import { restQueryOf } from './request/request-fields.js';
import type { EventPaths, RoutedRequest } from './routing/paths.js';

/** Translates a request into the event of a REST API. recorded [rest-edge-post-no-body]: the order of the keys. */
export function restEvent(routed: RoutedRequest): APIGatewayProxyEvent {
  const { request, gateway, paths } = routed;
  // recorded [rest-console-test-invoke]: a console test has only the headers that were entered, and null without any.
  const headers = gateway.testInvoke ? gather(request.headers) : eventHeaders(routed);
  const query = gather(parseQuery(restQueryOf(request)));
  const body = eventBody(routed);
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
export function httpEventV1(routed: RoutedRequest): APIGatewayProxyEvent {
  const { request, gateway, paths } = routed;
  const headers = eventHeaders(routed);
  const query = gather(parseQuery(queryOf(request.target)));
  const body = eventBody(routed);
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

/** Returns `requestContext` of a REST event. */
export function restContext({ request, gateway, endpoint, ids, now, paths }: RoutedRequest): APIGatewayEventRequestContext {
  const { accountId, apiId, domainName, domainPrefix, stage } = endpoint;
  const authorizer = restAuthorizer(gateway.authorizer);
  return {
    resourceId: gateway.resourceId ?? DEFAULT_RESOURCE_ID,
    ...(authorizer && { authorizer }),
    resourcePath: paths.resource,
    ...(gateway.operationName !== undefined && { operationName: gateway.operationName }),
    httpMethod: request.method,
    extendedRequestId: ids.extendedRequestId,
    requestTime: formatRequestTime(now),
    path: paths.contextPath,
    accountId,
    protocol: 'HTTP/1.1',
    stage,
    domainPrefix,
    requestTimeEpoch: now,
    requestId: ids.requestId,
    identity: restIdentity(request, gateway),
    domainName,
    // recorded [rest-console-test-invoke]: a console test has no deployment.
    ...(!gateway.testInvoke && { deploymentId: gateway.deploymentId ?? DEFAULT_DEPLOYMENT_ID }),
    apiId,
  };
}

/** Returns `requestContext` of an HTTP API's payload 1.0 event. */
export function httpContextV1({ request, gateway, endpoint, ids, now, paths }: RoutedRequest): APIGatewayEventRequestContext {
  const { accountId, apiId, domainName, domainPrefix, stage } = endpoint;
  const { requestId, extendedRequestId } = ids;
  const authorizer = httpAuthorizerV1(gateway.authorizer);
  return {
    accountId,
    apiId,
    ...(authorizer && { authorizer }),
    domainName,
    domainPrefix,
    extendedRequestId,
    httpMethod: request.method,
    identity: httpIdentityV1(request, gateway),
    path: paths.contextPath,
    protocol: 'HTTP/1.1',
    requestId,
    requestTime: formatRequestTime(now),
    requestTimeEpoch: now,
    // recorded [http1-simple-dotnet]: the whole route key.
    resourceId: paths.routeKey,
    resourcePath: paths.resource,
    stage,
  };
}

function pathParameters({ parameters }: EventPaths): Record<string, string> | null {
  return parameters.length === 0 ? null : mapOf(parameters);
}

function stageVariables({ stageVariables }: Gateway): Record<string, string> | null {
  return stageVariables === undefined || Object.keys(stageVariables).length === 0 ? null : { ...stageVariables };
}
