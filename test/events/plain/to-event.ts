import { NO_CLOSE_CODE } from '../../../src/aws/close-codes.js';
import { httpAuthorizerV1, httpAuthorizerV2, restAuthorizer } from '../../../src/events/context/authorizer.js';
import { inflateBody } from '../../../src/events/request/inflate-body.js';
import { readRequest } from '../../../src/events/request/sent-request.js';
import { formatRequestTime, nowOf } from '../../../src/gateway/clock.js';
import type { Gateway } from '../../../src/gateway/gateway.js';
import { callerOf } from '../../../src/gateway/iam-caller.js';
import { idsOf } from '../../../src/gateway/ids.js';
import { isBinaryMediaType } from '../../../src/gateway/media-types.js';
import { type Endpoint, endpointOf } from '../../../src/gateway/settings.js';
import type { HttpRequest } from '../../../src/http/request.js';
import { encodeText } from '../../../src/http/text.js';
import { eventHeadersPlainly, gatherPlainly, type HeaderEntry } from './headers.js';
import { findPathsPlainly, type PlainPaths } from './paths.js';

// The events as docs/events.md describes them, field by field, without a thought about time. The library must make the same ones.

interface Parts {
  readonly request: HttpRequest;
  readonly gateway: Gateway;
  readonly endpoint: Endpoint;
  readonly paths: PlainPaths;
  readonly now: number;
}

type Json = Record<string, unknown>;

/** Translates a request into an event, or throws an object with the code and the path of the error. */
export function toEventPlainly(request: HttpRequest, gateway: Gateway): unknown {
  const host = last(request, 'host');
  const endpoint = endpointOf(gateway, host);
  const parts = { request, gateway, endpoint, paths: findPathsPlainly(request, gateway, endpoint), now: nowOf(gateway) };
  return present(EVENTS[gateway.target](parts));
}

const EVENTS: Readonly<Record<Gateway['target'], (parts: Parts) => Json>> = {
  rest: (parts) => ({ ...payload1(parts), requestContext: restContext(parts), ...bodyOrNull(parts) }),
  'http-1.0': (parts) => {
    const { resource, path, httpMethod, pathParameters, stageVariables, ...maps } = payload1(parts);
    const requestContext = httpContext(parts);
    return { version: '1.0', resource, path, httpMethod, ...maps, requestContext, pathParameters, stageVariables, ...bodyOrNull(parts) };
  },
  'http-2.0': (parts) =>
    payload2(parts, httpAuthorizerV2(parts.gateway.authorizer), parts.endpoint.accountId, parts.gateway.stageVariables),
  'function-url': (parts) => {
    const { authorizer } = parts.gateway;
    const caller = authorizer !== undefined && 'iam' in authorizer ? { iam: callerOf(authorizer.iam) } : undefined;
    return payload2(parts, caller, caller === undefined ? 'anonymous' : parts.endpoint.accountId, undefined);
  },
  websocket: websocketEvent,
};

/** Removes fields whose value is `undefined`, at every depth. */
function present<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(present) as T;
  const kept = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(kept.map(([name, field]) => [name, present(field)])) as T;
}

function last({ headers }: HttpRequest, key: string): string | undefined {
  return headers.findLast(([name]) => name.toLowerCase() === key)?.[1];
}

function map<T>(entries: readonly HeaderEntry[], convert: (values: string[]) => T): Record<string, T> {
  return Object.fromEntries(entries.map(([name, values]) => [name, convert(values)]));
}

const lastOf = (values: string[]): string | undefined => values.at(-1);
const all = (values: string[]): string[] => values;
const join = (values: string[]): string => values.join(',');

/** `null` instead of an empty list or object. */
function orNull<T extends object>(value: T | undefined): T | null {
  return value === undefined || Object.keys(value).length === 0 ? null : value;
}

function queryEntries({ request, gateway }: Parts): HeaderEntry[] {
  const query = rawQuery(request);
  const text = gateway.target === 'rest' ? query.replaceAll(';', '&') : query;
  const pairs = text.split('&').filter((pair) => pair !== '');
  return gatherPlainly(new URLSearchParams(`&${pairs.join('&')}`));
}

function rawQuery({ target }: HttpRequest): string {
  return target.includes('?') ? target.slice(target.indexOf('?') + 1) : '';
}

function payload1(parts: Parts): Json {
  const { request, gateway, paths } = parts;
  const isTest = gateway.target === 'rest' && gateway.testInvoke === true;
  const headers = isTest ? gatherPlainly(request.headers) : eventHeadersPlainly(request, gateway, gateway.target);
  const query = queryEntries(parts);
  return {
    resource: paths.resource,
    path: paths.path,
    httpMethod: request.method,
    headers: orNull(map(headers, lastOf)),
    multiValueHeaders: orNull(map(headers, all)),
    queryStringParameters: orNull(map(query, lastOf)),
    multiValueQueryStringParameters: orNull(map(query, all)),
    pathParameters: orNull(Object.fromEntries(paths.parameters)),
    stageVariables: orNull(gateway.stageVariables),
  };
}

function bodyOrNull(parts: Parts): Json {
  return { body: null, ...bodyOf(parts), isBase64Encoded: bodyOf(parts)?.isBase64Encoded ?? false };
}

function bodyOf({ request, gateway }: Parts): { body: string; isBase64Encoded: boolean } | undefined {
  const plain = gateway.target === 'rest' ? inflateBody(readRequest(request), gateway) : request.body;
  const bytes = typeof plain === 'string' ? encodeText(plain) : plain;
  if (bytes === undefined || bytes.length === 0) return undefined;
  const isBinary = isBinaryBody(request, gateway, bytes);
  return { body: isBinary ? Buffer.from(bytes).toString('base64') : decode(bytes, false), isBase64Encoded: isBinary };
}

function isBinaryBody(request: HttpRequest, { target, testInvoke, binaryMediaTypes = [] }: Gateway, bytes: Uint8Array): boolean {
  const type = last(request, 'content-type');
  if (target === 'websocket') return false;
  if (target === 'rest') return testInvoke !== true && isBinaryMediaType(type, binaryMediaTypes);
  if (type === undefined) return target !== 'function-url' || !isUtf8(bytes);
  return !/^\s*(?:text\/|application\/(?:json|xml|javascript)\s*(?:;|$))/i.test(type);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return decode(bytes, true) !== undefined;
  } catch {
    return false;
  }
}

function decode(bytes: Uint8Array, fatal: boolean): string {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal }).decode(bytes);
}

function certificate({ request, gateway }: Parts): object | undefined {
  return gateway.clientCert ?? request.clientCert;
}

/** The caller in the identity of payload 1.0. */
function identify({ gateway }: Parts): Record<string, string | string[] | null> {
  const { authorizer } = gateway;
  const isTest = gateway.target === 'rest' && gateway.testInvoke === true;
  const iam = authorizer !== undefined && 'iam' in authorizer ? authorizer.iam : isTest ? {} : undefined;
  const caller = iam === undefined ? undefined : callerOf(iam);
  const { amr = null, identityId = null, identityPoolId = null } = caller?.cognitoIdentity ?? {};
  return {
    accessKey: caller?.accessKey ?? null,
    accountId: caller?.accountId ?? null,
    caller: caller?.callerId ?? null,
    cognitoAmr: amr,
    cognitoAuthenticationProvider: amr?.slice(1).join(',') || null,
    cognitoAuthenticationType: amr?.[0] ?? null,
    cognitoIdentityId: identityId,
    cognitoIdentityPoolId: identityPoolId,
    principalOrgId: caller?.principalOrgId ?? null,
    user: caller?.userId ?? null,
    userArn: caller?.userArn ?? null,
  };
}

function restContext(parts: Parts): Json {
  const { request, gateway, endpoint, paths, now } = parts;
  const { requestId, extendedRequestId } = idsOf(gateway);
  return {
    resourceId: gateway.resourceId ?? 'r1s2t3',
    authorizer: restAuthorizer(gateway.authorizer),
    resourcePath: paths.resource,
    operationName: gateway.operationName,
    httpMethod: request.method,
    extendedRequestId,
    requestTime: formatRequestTime(now),
    path: paths.contextPath,
    accountId: endpoint.accountId,
    protocol: 'HTTP/1.1',
    stage: endpoint.stage,
    domainPrefix: endpoint.domainPrefix,
    requestTimeEpoch: now,
    requestId,
    identity: restIdentity(parts),
    domainName: endpoint.domainName,
    deploymentId: gateway.testInvoke ? undefined : (gateway.deploymentId ?? 'd1e2f3'),
    apiId: endpoint.apiId,
  };
}

function restIdentity(parts: Parts): Json {
  const { request, gateway } = parts;
  const found = identify(parts);
  const key = gateway.testInvoke ? { value: 'test-invoke-api-key', id: 'test-invoke-api-key-id' } : gateway.apiKey;
  return {
    cognitoIdentityPoolId: found['cognitoIdentityPoolId'],
    accountId: found['accountId'],
    cognitoIdentityId: found['cognitoIdentityId'],
    caller: found['caller'],
    apiKey: key?.value,
    sourceIp: gateway.testInvoke ? 'test-invoke-source-ip' : (request.sourceIp ?? '203.0.113.1'),
    principalOrgId: found['principalOrgId'],
    accessKey: found['accessKey'],
    cognitoAuthenticationType: found['cognitoAuthenticationType'],
    cognitoAuthenticationProvider: found['cognitoAuthenticationProvider'],
    userArn: found['userArn'],
    apiKeyId: key?.id,
    userAgent: last(request, 'user-agent') ?? (gateway.testInvoke ? 'aws-internal/3 aws-sdk-java/1.12' : null),
    user: found['user'],
    clientCert: certificate(parts),
    vpcId: gateway.vpc?.vpcId,
    vpceId: gateway.vpc?.vpceId,
  };
}

function httpContext(parts: Parts): Json {
  const { request, gateway, endpoint, paths, now } = parts;
  const { requestId, extendedRequestId } = idsOf(gateway);
  const { user, userArn, ...caller } = identify(parts);
  const sourceIp = request.sourceIp ?? '203.0.113.1';
  return {
    accountId: endpoint.accountId,
    apiId: endpoint.apiId,
    authorizer: httpAuthorizerV1(gateway.authorizer),
    domainName: endpoint.domainName,
    domainPrefix: endpoint.domainPrefix,
    extendedRequestId,
    httpMethod: request.method,
    identity: { ...caller, sourceIp, user, userAgent: last(request, 'user-agent') ?? '', userArn, clientCert: certificate(parts) },
    path: paths.contextPath,
    protocol: 'HTTP/1.1',
    requestId,
    requestTime: formatRequestTime(now),
    requestTimeEpoch: now,
    resourceId: paths.routeKey,
    resourcePath: paths.resource,
    stage: endpoint.stage,
  };
}

function payload2(parts: Parts, authorizer: unknown, accountId: string, stageVariables: object | undefined): Json {
  const { request, gateway, paths } = parts;
  const cookies = request.headers.filter(([name]) => name.toLowerCase() === 'cookie').flatMap(([, value]) => value.split(';'));
  const body = bodyOf(parts);
  return {
    version: '2.0',
    routeKey: paths.routeKey,
    rawPath: paths.path,
    rawQueryString: rawQuery(request),
    cookies: orNull(cookies.map((cookie) => cookie.trim()).filter((cookie) => cookie !== '')) ?? undefined,
    headers: map(eventHeadersPlainly(request, gateway, gateway.target), join),
    queryStringParameters: orNull(map(queryEntries(parts), join)) ?? undefined,
    requestContext: contextV2(parts, authorizer, accountId),
    pathParameters: orNull(Object.fromEntries(paths.parameters)) ?? undefined,
    stageVariables: orNull(stageVariables) ?? undefined,
    body: body?.body,
    isBase64Encoded: body?.isBase64Encoded ?? false,
  };
}

function contextV2(parts: Parts, authorizer: unknown, accountId: string): Json {
  const { request, gateway, endpoint, paths, now } = parts;
  const clientCert = certificate(parts);
  const userAgent = last(request, 'user-agent') ?? '';
  return {
    accountId,
    apiId: endpoint.apiId,
    authentication: clientCert && { clientCert },
    authorizer,
    domainName: endpoint.domainName,
    domainPrefix: endpoint.domainPrefix,
    http: { method: request.method, path: paths.contextPath, protocol: 'HTTP/1.1', sourceIp: request.sourceIp ?? '203.0.113.1', userAgent },
    requestId: idsOf(gateway).requestId,
    routeKey: paths.routeKey,
    stage: endpoint.stage,
    time: formatRequestTime(now),
    timeEpoch: now,
  };
}

function websocketEvent(parts: Parts): Json {
  const { request, gateway, endpoint } = parts;
  const { route = '$default' } = gateway;
  const { connectionId, extendedRequestId, messageId, requestId } = idsOf(gateway);
  const { code, reason = '' } = gateway.close ?? NO_CLOSE_CODE;
  const kind = route === '$connect' ? 'CONNECT' : route === '$disconnect' ? 'DISCONNECT' : 'MESSAGE';
  const handshake = eventHeadersPlainly(request, gateway, 'websocket');
  const ending = ['Host', 'x-api-key', 'X-Forwarded-For', 'x-restapi'].map((name): HeaderEntry => [name, ['']]);
  const headers =
    kind === 'CONNECT' ? handshake : kind === 'DISCONNECT' ? [['Host', [endpoint.domainName]], ...ending.slice(1)] : undefined;
  const entries = headers as HeaderEntry[] | undefined;
  const query = kind === 'CONNECT' ? queryEntries(parts) : [];
  return {
    headers: entries && map(entries, lastOf),
    multiValueHeaders: entries && map(entries, all),
    queryStringParameters: orNull(map(query, lastOf)) ?? undefined,
    multiValueQueryStringParameters: orNull(map(query, all)) ?? undefined,
    stageVariables: orNull(gateway.stageVariables) ?? undefined,
    requestContext: {
      routeKey: route,
      messageId: kind === 'MESSAGE' ? messageId : undefined,
      disconnectStatusCode: kind === 'DISCONNECT' ? code : undefined,
      authorizer: restAuthorizer(gateway.authorizer),
      eventType: kind,
      disconnectReason: kind === 'DISCONNECT' ? reason : undefined,
      extendedRequestId,
      requestTime: formatRequestTime(parts.now),
      messageDirection: 'IN',
      stage: endpoint.stage,
      connectedAt: gateway.connectedAt ?? parts.now,
      requestTimeEpoch: parts.now,
      identity: {
        userAgent: last(request, 'user-agent'),
        apiKey: gateway.apiKey?.value,
        apiKeyId: gateway.apiKey?.id,
        sourceIp: request.sourceIp ?? '203.0.113.1',
      },
      requestId,
      domainName: endpoint.domainName,
      connectionId,
      apiId: endpoint.apiId,
    },
    body: kind === 'MESSAGE' ? (bodyOf(parts)?.body ?? '') : undefined,
    isBase64Encoded: false,
  };
}
