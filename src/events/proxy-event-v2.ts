import { formatRequestTime } from '../gateway/clock.js';
import { callerOf } from '../gateway/iam-caller.js';
import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayEventRequestContextV2WithOptionalAuthorizer, APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import { httpAuthorizerV2 } from './context/authorizer.js';
import { clientCertOf } from './context/client-cert.js';
import type { PreparedRequest } from './prepared-request.js';
import { type Fields, lastField } from './request/fields.js';
import { joinedValues, mapOf } from './request/maps.js';
import type { RoutedRequest } from './routing/paths.js';

/** Translates a request into the event of an HTTP API with payload 2.0. recorded [http2-iam-auth]: empty fields are absent, never null. */
export function httpEventV2(prepared: PreparedRequest): APIGatewayProxyEventV2 {
  const { gateway, endpoint } = prepared.routed;
  return payloadV2(prepared, httpAuthorizerV2(gateway.authorizer), endpoint.accountId, gateway.stageVariables);
}

/** Translates a request into the event of a function URL, which has no stage variables. */
export function functionUrlEvent(prepared: PreparedRequest): LambdaFunctionURLEvent {
  const { gateway, endpoint } = prepared.routed;
  const authorizer = gateway.authorizer && 'iam' in gateway.authorizer ? { iam: callerOf(gateway.authorizer.iam) } : undefined;
  // recorded [furl-get-no-body]: without IAM authorization, the account is 'anonymous'. documented: with it, the owner of the function.
  const accountId = authorizer === undefined ? 'anonymous' : endpoint.accountId;
  return payloadV2(prepared, authorizer, accountId, undefined);
}

/** An event with payload 2.0, of an HTTP API or a function URL. */
interface PayloadV2<A> extends Omit<APIGatewayProxyEventV2, 'requestContext'> {
  requestContext: APIGatewayEventRequestContextV2WithOptionalAuthorizer<A>;
}

// A literal with conditional spreads costs ten times as much as one whose optional fields are added by `if`.

/** Makes a payload 2.0 event. */
export function payloadV2<A>(
  { routed, headers, query, body }: PreparedRequest,
  authorizer: A | undefined,
  accountId: string,
  stageVariables: Readonly<Record<string, string>> | undefined,
): PayloadV2<A> {
  const { request, paths } = routed;
  const cookies = request.cookies?.slice() ?? cookiesOf(request.fields);
  const start = { version: '2.0', routeKey: paths.routeKey, rawPath: paths.path, rawQueryString: request.query };
  const event = start as PayloadV2<A>; // the rest follows, in AWS's order
  if (cookies !== undefined) event.cookies = cookies;
  event.headers = joinedValues(headers);
  if (query.names.length > 0) event.queryStringParameters = joinedValues(query);
  event.requestContext = contextV2(routed, authorizer, accountId);
  if (paths.parameters.length > 0) event.pathParameters = mapOf(paths.parameters);
  if (stageVariables !== undefined && Object.keys(stageVariables).length > 0) event.stageVariables = { ...stageVariables };
  if (body !== undefined) event.body = body.body;
  event.isBase64Encoded = body?.isBase64Encoded ?? false;
  return event;
}

function contextV2<A>(
  { request, gateway, endpoint, ids, now, paths }: RoutedRequest,
  authorizer: A | undefined,
  accountId: string,
): APIGatewayEventRequestContextV2WithOptionalAuthorizer<A> {
  const clientCert = clientCertOf(request, gateway);
  const context = { accountId, apiId: endpoint.apiId } as APIGatewayEventRequestContextV2WithOptionalAuthorizer<A>; // the rest follows
  if (clientCert !== undefined) context.authentication = { clientCert };
  if (authorizer !== undefined) context.authorizer = authorizer;
  context.domainName = endpoint.domainName;
  context.domainPrefix = endpoint.domainPrefix;
  context.http = {
    method: request.method,
    path: paths.contextPath,
    // recorded [http2-duplicate-header-query-cookie]: this client used HTTP/2.
    protocol: 'HTTP/1.1',
    sourceIp: request.sourceIp,
    userAgent: lastField(request.fields, 'user-agent') ?? '',
  };
  context.requestId = ids.requestId;
  context.routeKey = paths.routeKey;
  context.stage = endpoint.stage;
  context.time = formatRequestTime(now);
  context.timeEpoch = now;
  return context;
}

// recorded [http2-duplicate-header-query-cookie]: cookies are split at '; '. assumed: so are a bare ';' and several Cookie headers.
function cookiesOf({ keys, values }: Fields): string[] | undefined {
  let cookies: string[] | undefined;
  for (let place = 0; place < keys.length; place += 1) {
    if (keys[place] === 'cookie') cookies = addCookies(cookies ?? [], values[place] ?? '');
  }
  return cookies === undefined || cookies.length === 0 ? undefined : cookies;
}

function addCookies(cookies: string[], value: string): string[] {
  for (let start = 0; start < value.length; ) {
    const next = value.indexOf(';', start);
    const end = next < 0 ? value.length : next;
    const cookie = value.slice(start, end).trim();
    if (cookie !== '') cookies.push(cookie);
    start = end + 1;
  }
  return cookies;
}
