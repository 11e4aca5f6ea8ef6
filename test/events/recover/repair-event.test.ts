import { buildEvents } from 'apigw-proxy';
import { event } from 'apigw-proxy/arbitraries';
import { buildWebsocketSession, type EventInit, repairEvent, TARGETS } from 'apigw-proxy/events';
import { detectEvent } from 'apigw-proxy/guards';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozen } from '../../frozen.js';

const HEADERS = { Host: 'localhost:3000', Accept: '*/*', Cookie: 'a=1; b=2', 'X-Forwarded-Proto': 'http', 'X-Forwarded-Port': '3000' };

/** What SAM CLI sends for `POST /users/1?tag=a&tag=b` of a REST API. It also sends this for an HTTP API with payload 1.0. */
const SAM_1 = {
  version: '1.0',
  httpMethod: 'POST',
  body: '{"a":1}',
  resource: '/users/{id}',
  requestContext: {
    resourceId: '123456',
    apiId: '1234567890',
    resourcePath: '/users/{id}',
    httpMethod: 'POST',
    requestId: 'f1e2d3c4-0000-4000-8000-000000000000',
    accountId: '123456789012',
    stage: 'Prod',
    identity: {
      apiKey: null,
      userArn: null,
      cognitoAuthenticationType: null,
      caller: null,
      userAgent: 'Custom User Agent String',
      user: null,
      cognitoIdentityPoolId: null,
      cognitoAuthenticationProvider: null,
      sourceIp: '127.0.0.1',
      accountId: null,
    },
    extendedRequestId: null,
    path: '/users/{id}',
    protocol: 'HTTP/1.1',
    domainName: 'localhost:3000',
    requestTimeEpoch: 1767323045,
    requestTime: '02/Jan/2026:03:04:05 +0000',
  },
  queryStringParameters: { tag: 'b' },
  multiValueQueryStringParameters: { tag: ['a', 'b'] },
  headers: { ...HEADERS, 'Content-Type': 'application/json' },
  multiValueHeaders: Object.fromEntries(
    Object.entries({ ...HEADERS, 'Content-Type': 'application/json' }).map(([name, value]) => [name, [value]]),
  ),
  pathParameters: { id: '1' },
  stageVariables: null,
  path: '/users/1',
  isBase64Encoded: false,
};

/** What SAM CLI sends for `GET /users/1` of an HTTP API with payload 2.0. */
const SAM_2 = {
  version: '2.0',
  routeKey: 'GET /users/{id}',
  rawPath: '/users/1',
  rawQueryString: '',
  cookies: [],
  headers: { ...HEADERS, Connection: 'keep-alive' },
  queryStringParameters: {},
  requestContext: {
    accountId: '123456789012',
    apiId: '1234567890',
    http: { method: 'GET', path: '/users/1', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'Custom User Agent String' },
    requestId: 'f1e2d3c4-0000-4000-8000-000000000000',
    routeKey: 'GET /users/{id}',
    stage: '$default',
    time: '02/Jan/2026:03:04:05 +0000',
    timeEpoch: 1767323045,
    domainName: 'localhost',
    domainPrefix: 'localhost',
  },
  body: '',
  pathParameters: { id: '1' },
  stageVariables: null,
  isBase64Encoded: false,
};

/** What serverless-offline sends for `GET /users/1` of a REST API without an authorizer. */
const OFFLINE_1 = {
  body: null,
  headers: HEADERS,
  httpMethod: 'GET',
  isBase64Encoded: false,
  multiValueHeaders: Object.fromEntries(Object.entries(HEADERS).map(([name, value]) => [name, [value]])),
  multiValueQueryStringParameters: null,
  path: '/users/1',
  pathParameters: { id: '1' },
  queryStringParameters: null,
  requestContext: {
    accountId: 'offlineContext_accountId',
    apiId: 'offlineContext_apiId',
    authorizer: { principalId: 'offlineContext_authorizer_principalId' },
    domainName: 'offlineContext_domainName',
    domainPrefix: 'offlineContext_domainPrefix',
    extendedRequestId: 'cllfv8y2b0000',
    httpMethod: 'GET',
    identity: {
      accessKey: null,
      accountId: 'offlineContext_accountId',
      apiKey: 'offlineContext_apiKey',
      apiKeyId: 'offlineContext_apiKeyId',
      caller: 'offlineContext_caller',
      cognitoAuthenticationProvider: 'offlineContext_cognitoAuthenticationProvider',
      cognitoAuthenticationType: 'offlineContext_cognitoAuthenticationType',
      cognitoIdentityId: 'offlineContext_cognitoIdentityId',
      cognitoIdentityPoolId: 'offlineContext_cognitoIdentityPoolId',
      principalOrgId: null,
      sourceIp: '127.0.0.1',
      user: 'offlineContext_user',
      userAgent: '',
      userArn: 'offlineContext_userArn',
    },
    path: '/users/1',
    protocol: 'HTTP/1.1',
    requestId: 'cllfv8y2b0001',
    requestTime: '02/Jan/2026:03:04:05 +0000',
    requestTimeEpoch: 1767323045678,
    resourceId: 'offlineContext_resourceId',
    resourcePath: '/dev/users/{id}',
    stage: 'dev',
  },
  resource: '/users/{id}',
  stageVariables: null,
};

/** What serverless-offline sends for `GET /users/1` of an HTTP API, with a bearer token. */
const OFFLINE_2 = {
  version: '2.0',
  routeKey: 'GET /users/{id}',
  rawPath: '/users/1',
  rawQueryString: 'q=a+b',
  cookies: ['a=1', 'b=2'],
  headers: { host: 'localhost:3000', accept: '*/*', cookie: 'a=1; b=2', authorization: 'Bearer abc' },
  queryStringParameters: { q: 'a b' },
  requestContext: {
    accountId: 'offlineContext_accountId',
    apiId: 'offlineContext_apiId',
    authorizer: { jwt: { claims: { sub: 'ada', exp: 1767323045, groups: ['a', 'b'] }, scopes: ['read'] } },
    domainName: 'offlineContext_domainName',
    domainPrefix: 'offlineContext_domainPrefix',
    http: { method: 'GET', path: '/users/1', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    requestId: 'offlineContext_resourceId',
    routeKey: 'GET /users/{id}',
    stage: '$default',
    time: '02/Jan/2026:03:04:05 +0000',
    timeEpoch: 1767323045678,
  },
  body: null,
  pathParameters: { id: '1' },
  isBase64Encoded: false,
  stageVariables: null,
};

const INIT: EventInit = { path: '/users/1', sourceIp: '127.0.0.1', cookies: ['a=1', 'b=2'] };

describe('repairEvent', () => {
  test.each([
    ['SAM CLI, REST', SAM_1, 'rest', 'unknown'],
    ['SAM CLI, payload 1.0', SAM_1, 'http-1.0', 'unknown'],
    ['SAM CLI, payload 2.0', SAM_2, 'http-2.0', 'unknown'],
    ['serverless-offline, REST', OFFLINE_1, 'rest', 'rest'],
    ['serverless-offline, payload 1.0', OFFLINE_1, 'http-1.0', 'rest'],
    ['serverless-offline, payload 2.0', OFFLINE_2, 'http-2.0', 'unknown'],
  ] as const)('makes an event of its target out of an event of %s', (_, given, target, detected) => {
    expect(detectEvent(given)).toBe(detected);
    expect(detectEvent(repairEvent(frozen(given), target))).toBe(target);
  });

  test('keeps what the client sent through SAM CLI, and what the template says', () => {
    const repaired = repairEvent(SAM_1, 'rest');
    expect(repaired).toMatchObject({
      httpMethod: 'POST',
      path: '/users/1',
      resource: '/users/{id}',
      body: '{"a":1}',
      pathParameters: { id: '1' },
    });
    expect(repaired).not.toHaveProperty('version');
    expect(repaired.multiValueQueryStringParameters).toEqual({ tag: ['a', 'b'] });
    expect(repaired.headers).toMatchObject({ Accept: '*/*', Cookie: 'a=1; b=2', 'X-Forwarded-Proto': 'https' });
    expect(repaired.requestContext).toMatchObject({ path: '/Prod/users/1', stage: 'Prod', requestTimeEpoch: 1767323045000 });
    expect(repaired.requestContext.identity.userAgent).toBeNull();
  });

  test('moves cookies and spells headers as an HTTP API does', () => {
    const repaired = repairEvent(SAM_2, 'http-2.0');
    expect(repaired.cookies).toEqual(['a=1', 'b=2']);
    expect(repairEvent({ ...SAM_2, headers: { cookie: 'a=1; b=2' } }, 'http-2.0').cookies).toEqual(['a=1', 'b=2']);
    expect(repairEvent({ ...SAM_2, headers: {} }, 'http-2.0')).not.toHaveProperty('cookies');
    expect(Object.keys(repaired.headers).filter((name) => name !== name.toLowerCase() || name === 'cookie')).toEqual([]);
    for (const key of ['body', 'stageVariables', 'queryStringParameters']) expect(repaired).not.toHaveProperty(key);
    expect(repaired.requestContext.timeEpoch).toBe(1767323045000);
  });

  test('removes the identity and the authorizer that serverless-offline invents', () => {
    const { requestContext } = repairEvent(OFFLINE_1, 'rest');
    expect(requestContext).not.toHaveProperty('authorizer');
    expect(JSON.stringify(requestContext)).not.toContain('offlineContext');
    expect(requestContext.identity).toMatchObject({ userArn: null, caller: null, cognitoIdentityId: null });
    expect(requestContext).toMatchObject({ path: '/dev/users/1', resourcePath: '/users/{id}' });
  });

  test('turns claims into strings, and prefers what a Lambda authorizer returned', () => {
    const repaired = repairEvent(OFFLINE_2, 'http-2.0');
    expect(repaired.requestContext.authorizer).toEqual({
      jwt: { claims: { sub: 'ada', exp: '1767323045', groups: '[a b]' }, scopes: ['read'] },
    });
    const { requestContext } = OFFLINE_2;
    const both = { ...requestContext, authorizer: { ...requestContext.authorizer, lambda: { user: 'ada' } } };
    expect(repairEvent({ ...OFFLINE_2, requestContext: both }, 'http-2.0').requestContext.authorizer).toEqual({ lambda: { user: 'ada' } });
  });

  test('turns the claims of a REST event into strings', () => {
    const requestContext = { ...SAM_1.requestContext, authorizer: { claims: { sub: 'ada', exp: 1767323045, groups: ['a', 'b'] } } };
    expect(repairEvent({ ...SAM_1, requestContext }, 'rest').requestContext.authorizer).toEqual({
      claims: { sub: 'ada', exp: '1767323045', groups: '[a b]' },
    });
  });

  test('removes placeholders, and no other string', () => {
    const headers = { 'X-A': 'offlineContext_a', 'X-B': 'see offlineContext_a', 'X-C': 'offlineContext' };
    const event = { ...OFFLINE_1, headers, multiValueHeaders: undefined, stageVariables: { a: 'offlineContext_a', b: 'b' } };
    const repaired = repairEvent(event, 'rest');
    expect(Object.entries(repaired.headers ?? {}).filter(([name]) => name in headers)).toEqual(Object.entries(headers).slice(1));
    expect(repaired.stageVariables).toEqual({ b: 'b' });
  });

  test.each([
    [99_999_999_999, 99_999_999_999_000],
    [100_000_000_000, 100_000_000_000],
  ])('takes the time %i for %i milliseconds', (time, milliseconds) => {
    const inContext = (event: object, context: object) => ({
      ...event,
      requestContext: { ...Reflect.get(event, 'requestContext'), ...context },
    });
    const session = buildWebsocketSession().connect();
    expect(repairEvent(inContext(SAM_1, { requestTimeEpoch: time }), 'rest').requestContext.requestTimeEpoch).toBe(milliseconds);
    expect(repairEvent(inContext(SAM_2, { timeEpoch: time }), 'http-2.0').requestContext.timeEpoch).toBe(milliseconds);
    expect(repairEvent(inContext(session, { connectedAt: time }), 'websocket').requestContext.connectedAt).toBe(milliseconds);
  });

  test('repairs the end of a WebSocket connection that has no code', () => {
    const { disconnectStatusCode: _, disconnectReason: __, ...requestContext } = buildWebsocketSession().disconnect().requestContext;
    const given = { requestContext: { ...requestContext, messageId: 'm' }, isBase64Encoded: false };
    expect(detectEvent(given)).toBe('unknown');
    expect(detectEvent(repairEvent(given, 'websocket'))).toBe('websocket-disconnect');
  });

  test.each(TARGETS)('leaves an event of AWS as it is: %s', (target) => {
    fc.assert(
      fc.property(event(target), (given) => {
        expect(detectEvent(repairEvent(frozen(given), target))).toBe(detectEvent(given));
      }),
    );
  });

  test.each(Object.entries(buildEvents(INIT)))('changes nothing in an event that can be built: %s', (target, given) => {
    expect(repairEvent(given, target as 'rest')).toEqual(given);
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['event', '"event"'],
    [{}, 'an object'],
    [{ requestContext: null }, 'an object'],
  ])('throws a TypeError for %j', (given, found) => {
    const fix = 'Pass the whole event.';
    const message = `\`event\` must be an event with a \`requestContext\`; got ${found}. ${fix}`;
    const error = expect.objectContaining({ name: 'TypeError', path: ['event'], message, fix });
    expect(() => repairEvent(given as unknown as object, 'rest')).toThrow(error);
  });

  test('throws a GatewayError for an unknown target', () => {
    expect(() => repairEvent(SAM_1, 'soap' as 'rest')).toThrow(expect.objectContaining({ name: 'GatewayError', code: 'unknown-target' }));
  });
});
