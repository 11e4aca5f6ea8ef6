import { formatRequestTime } from '../gateway/clock.js';
import { callerOf } from '../gateway/iam-caller.js';
import { allValuesOf, lastValueOf } from '../http/field-values.js';
import { parseQuery, queryOf } from '../http/percent.js';
import type { HttpRequest } from '../http/request.js';
import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayEventRequestContextV2WithOptionalAuthorizer, APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import { httpAuthorizerV2 } from './context/authorizer.js';
import { clientCertOf } from './context/client-cert.js';
import { eventHeaders } from './headers/headers.js';
import { type EventBody, eventBody } from './request/body.js';
import { gather, joinedValues, mapOf } from './request/maps.js';
import { sourceIpOf } from './request/request-fields.js';
import type { RoutedRequest } from './routing/paths.js';

/** Translates a request into the event of an HTTP API with payload 2.0. recorded [http2-iam-auth]: empty fields are absent, never null. */
export function httpEventV2(routed: RoutedRequest): APIGatewayProxyEventV2 {
  return payloadV2(routed, httpAuthorizerV2(routed.gateway.authorizer), eventBody(routed));
}

/** Translates a request into the event of a function URL. */
export function functionUrlEvent(routed: RoutedRequest): LambdaFunctionURLEvent {
  const { gateway, endpoint } = routed;
  // A function URL has no stage variables.
  const { stageVariables: _, ...settings } = gateway;
  const authorizer = gateway.authorizer && 'iam' in gateway.authorizer ? { iam: callerOf(gateway.authorizer.iam) } : undefined;
  // recorded [furl-get-no-body]: without IAM authorization, the account is 'anonymous'. documented: with it, the owner of the function.
  const account = authorizer === undefined ? { ...endpoint, accountId: 'anonymous' } : endpoint;
  return payloadV2({ ...routed, gateway: settings, endpoint: account }, authorizer, eventBody(routed));
}

/** An event with payload 2.0, of an HTTP API or a function URL. */
interface PayloadV2<A> extends Omit<APIGatewayProxyEventV2, 'requestContext'> {
  requestContext: APIGatewayEventRequestContextV2WithOptionalAuthorizer<A>;
}

/** Makes a payload 2.0 event with this body. */
export function payloadV2<A>(routed: RoutedRequest, authorizer: A | undefined, body: EventBody | undefined): PayloadV2<A> {
  const { request, gateway, paths } = routed;
  const cookies = cookiesOf(request);
  const rawQueryString = queryOf(request.target);
  const query = gather(parseQuery(rawQueryString));
  return {
    version: '2.0',
    routeKey: paths.routeKey,
    rawPath: paths.path,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers: joinedValues(eventHeaders(routed)),
    ...(query.names.length > 0 && { queryStringParameters: joinedValues(query) }),
    requestContext: contextV2(routed, authorizer),
    ...(paths.parameters.length > 0 && { pathParameters: mapOf(paths.parameters) }),
    ...(Object.keys(gateway.stageVariables ?? {}).length > 0 && { stageVariables: { ...gateway.stageVariables } }),
    ...(body && { body: body.body }),
    isBase64Encoded: body?.isBase64Encoded ?? false,
  };
}

function contextV2<A>(routed: RoutedRequest, authorizer: A | undefined): APIGatewayEventRequestContextV2WithOptionalAuthorizer<A> {
  const { request, gateway, endpoint, ids, now, paths } = routed;
  const { accountId, apiId, domainName, domainPrefix, stage } = endpoint;
  const clientCert = clientCertOf(request, gateway);
  return {
    accountId,
    apiId,
    ...(clientCert && { authentication: { clientCert } }),
    ...(authorizer !== undefined && { authorizer }),
    domainName,
    domainPrefix,
    http: {
      method: request.method,
      path: paths.contextPath,
      // recorded [http2-duplicate-header-query-cookie]: this client used HTTP/2.
      protocol: 'HTTP/1.1',
      sourceIp: sourceIpOf(request),
      userAgent: lastValueOf(request.headers, 'user-agent') ?? '',
    },
    requestId: ids.requestId,
    routeKey: paths.routeKey,
    stage,
    time: formatRequestTime(now),
    timeEpoch: now,
  };
}

// recorded [http2-duplicate-header-query-cookie]: cookies are split at '; '. assumed: so are a bare ';' and several Cookie headers.
function cookiesOf(request: HttpRequest): string[] {
  const cookies: string[] = [];
  for (const value of allValuesOf(request.headers, 'cookie')) {
    for (const part of value.split(';')) {
      const cookie = part.trim();
      if (cookie !== '') cookies.push(cookie);
    }
  }
  return cookies;
}
