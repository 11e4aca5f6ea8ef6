import { formatRequestTime, nowOf } from '../gateway/clock.js';
import type { Gateway } from '../gateway/gateway.js';
import { idsOf } from '../gateway/ids.js';
import { endpointOf } from '../gateway/settings.js';
import { parseQuery } from '../http/percent.js';
import type { HttpRequest } from '../http/request.js';
import type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import { httpAuthorizerV2 } from './authorizer.js';
import { eventBody } from './body.js';
import { eventHeaders, headerOf, sourceIpOf } from './headers.js';
import { gather, joinedValues } from './maps.js';
import { type EventPaths, functionUrlPaths, httpPathsV2, queryOf } from './paths.js';

/** The event that an HTTP API with payload format 2.0 makes of a request; what is not there is absent, never null (recorded). */
export function httpEventV2(request: HttpRequest, gateway: Gateway): APIGatewayProxyEventV2 {
  return payloadV2(request, gateway, httpPathsV2(request, gateway), httpContextV2);
}

/** The event that a function URL makes of a request. */
export function functionUrlEvent(request: HttpRequest, gateway: Gateway): APIGatewayProxyEventV2 {
  return payloadV2(request, gateway, functionUrlPaths(request), functionUrlContext);
}

type ContextOf = (request: HttpRequest, gateway: Gateway, paths: EventPaths) => APIGatewayEventRequestContextV2;

function payloadV2(request: HttpRequest, gateway: Gateway, paths: EventPaths, contextOf: ContextOf): APIGatewayProxyEventV2 {
  const cookies = cookiesOf(request);
  const rawQueryString = queryOf(request.target);
  const query = gather(parseQuery(rawQueryString));
  const body = eventBody(request, gateway);
  return {
    version: '2.0',
    routeKey: paths.routeKey,
    rawPath: paths.path,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers: joinedValues(eventHeaders(request, gateway)),
    ...(query.length > 0 && { queryStringParameters: joinedValues(query) }),
    requestContext: contextOf(request, gateway, paths),
    ...(paths.parameters.length > 0 && { pathParameters: Object.fromEntries(paths.parameters) }),
    ...(Object.keys(gateway.stageVariables ?? {}).length > 0 && { stageVariables: { ...gateway.stageVariables } }),
    ...(body && { body: body.body }),
    isBase64Encoded: body?.isBase64Encoded ?? false,
  };
}

function httpContextV2(request: HttpRequest, gateway: Gateway, paths: EventPaths): APIGatewayEventRequestContextV2 {
  return context(request, gateway, paths, endpointOf(gateway).accountId, idsOf(gateway).extendedRequestId);
}

function functionUrlContext(request: HttpRequest, gateway: Gateway, paths: EventPaths): APIGatewayEventRequestContextV2 {
  // recorded: without IAM authorization the account is 'anonymous'. documented: with it, the function owner's.
  const account = gateway.authorizer === undefined ? 'anonymous' : endpointOf(gateway).accountId;
  return context(request, gateway, paths, account, idsOf(gateway).requestId);
}

function context(
  request: HttpRequest,
  gateway: Gateway,
  paths: EventPaths,
  accountId: string,
  requestId: string,
): APIGatewayEventRequestContextV2 {
  const { apiId, domainName, domainPrefix, stage } = endpointOf(gateway);
  const now = nowOf(gateway);
  const authorizer = httpAuthorizerV2(gateway.authorizer);
  const { clientCert } = gateway;
  return {
    accountId,
    apiId,
    ...(clientCert && { authentication: { clientCert: { ...clientCert, validity: { ...clientCert.validity } } } }),
    ...(authorizer && { authorizer }),
    domainName,
    domainPrefix,
    http: {
      method: request.method,
      path: paths.contextPath,
      // recorded: HTTP/1.1 also for HTTP/2 clients.
      protocol: 'HTTP/1.1',
      sourceIp: sourceIpOf(request),
      userAgent: headerOf(request, 'user-agent') ?? '',
    },
    requestId,
    routeKey: paths.routeKey,
    stage,
    time: formatRequestTime(now),
    timeEpoch: now,
  };
}

// recorded for '; ' between cookies; assumed for a bare ';' and for several Cookie headers. Values are not decoded.
function cookiesOf(request: HttpRequest): string[] {
  return request.headers
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => value.split(';'))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');
}
