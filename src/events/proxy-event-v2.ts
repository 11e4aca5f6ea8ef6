import { formatRequestTime, nowOf } from '../gateway/clock.js';
import type { Gateway } from '../gateway/gateway.js';
import { idsOf } from '../gateway/ids.js';
import { type Endpoint, endpointOf } from '../gateway/settings.js';
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
  const endpoint = endpointOf(gateway);
  return payloadV2(request, gateway, endpoint, httpPathsV2(request, gateway, endpoint), idsOf(gateway).extendedRequestId);
}

/** The event that a function URL makes of a request. */
export function functionUrlEvent(request: HttpRequest, gateway: Gateway): APIGatewayProxyEventV2 {
  const endpoint = endpointOf(gateway);
  // recorded: without IAM authorization the account is 'anonymous'. documented: with it, the function owner's.
  const account = gateway.authorizer === undefined ? { ...endpoint, accountId: 'anonymous' } : endpoint;
  return payloadV2(request, gateway, account, functionUrlPaths(request), idsOf(gateway).requestId);
}

function payloadV2(
  request: HttpRequest,
  gateway: Gateway,
  endpoint: Endpoint,
  paths: EventPaths,
  requestId: string,
): APIGatewayProxyEventV2 {
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
    headers: joinedValues(eventHeaders(request, gateway, endpoint)),
    ...(query.length > 0 && { queryStringParameters: joinedValues(query) }),
    requestContext: contextV2(request, gateway, endpoint, paths, requestId),
    ...(paths.parameters.length > 0 && { pathParameters: Object.fromEntries(paths.parameters) }),
    ...(Object.keys(gateway.stageVariables ?? {}).length > 0 && { stageVariables: { ...gateway.stageVariables } }),
    ...(body && { body: body.body }),
    isBase64Encoded: body?.isBase64Encoded ?? false,
  };
}

function contextV2(
  request: HttpRequest,
  gateway: Gateway,
  { accountId, apiId, domainName, domainPrefix, stage }: Endpoint,
  paths: EventPaths,
  requestId: string,
): APIGatewayEventRequestContextV2 {
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
