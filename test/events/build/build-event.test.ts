import {
  buildEvents,
  buildEventTable,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  detectEvent,
  type EventInit,
  findRoute,
  path,
  sourceArnOf,
  TARGETS,
  toFetchRequest,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { fromInit } from '../../../src/events/build/from-init.js';

describe('buildRestEvent', () => {
  test('builds a complete event without options', () => {
    const event = buildRestEvent();
    expect(detectEvent(event)).toBe('rest');
    expect(event).toMatchObject({
      resource: '/',
      path: '/',
      httpMethod: 'GET',
      body: null,
      requestContext: { path: '/prod/', stage: 'prod' },
    });
  });

  test('derives every field that depends on an option', () => {
    const event = buildRestEvent({
      route: 'POST /users/{id}/files/{path+}',
      pathParameters: { id: 7, path: 'a b/c' },
      query: { tag: ['x', 'y'], full: true },
      cookies: { session: 'abc', theme: 'dark' },
      json: { name: 'Ada' },
      authorizer: { cognito: { claims: { sub: '1' } } },
    });
    expect(event).toMatchObject({
      httpMethod: 'POST',
      resource: '/users/{id}/files/{path+}',
      path: '/users/7/files/a%20b/c',
      pathParameters: { id: '7', path: 'a%20b/c' },
      queryStringParameters: { tag: 'y', full: 'true' },
      multiValueQueryStringParameters: { tag: ['x', 'y'], full: ['true'] },
      headers: { Cookie: 'session=abc; theme=dark', 'Content-Type': 'application/json' },
      multiValueHeaders: { Cookie: ['session=abc; theme=dark'], 'Content-Type': ['application/json'] },
      body: '{"name":"Ada"}',
      isBase64Encoded: false,
      requestContext: {
        path: '/prod/users/7/files/a%20b/c',
        resourcePath: '/users/{id}/files/{path+}',
        httpMethod: 'POST',
        authorizer: { claims: { sub: '1' } },
      },
    });
  });

  test('puts base path and stage in front of the path of a custom domain', () => {
    const customDomain = { domainName: 'api.example.com', basePath: 'v1' };
    expect(buildRestEvent({ path: '/users', customDomain }).path).toBe('/v1/users');
    expect(buildRestEvent({ path: '/users', customDomain: { ...customDomain, stageInPath: true } }).path).toBe('/v1/prod/users');
  });

  test('keeps the base path of a routing rule in the route', () => {
    const customDomain = { domainName: 'api.example.com', basePath: 'v1', stripBasePath: false };
    const event = buildRestEvent({ route: 'GET /v1/users/{id}', pathParameters: { id: '7' }, customDomain });
    expect([event.resource, event.path, event.requestContext.path]).toEqual(['/v1/users/{id}', '/v1/users/7', '/v1/users/7']);
    expect([path(event), new URL(toFetchRequest(event).url).pathname]).toEqual(['/v1/users/7', '/v1/users/7']);
    expect(sourceArnOf(event, 'arn:aws:lambda:us-east-1:123456789012:function:f')).toMatch(/\/prod\/GET\/v1\/users\/7$/);
    const request = { method: 'GET', target: '/v1/users/7', headers: [] };
    expect(findRoute(request, ['/users/{id}', '/v1/users/{id}'], { target: 'rest', customDomain })).toBe('/v1/users/{id}');
    expect(() => buildRestEvent({ path: '/users', customDomain })).toThrow(expect.objectContaining({ code: 'base-path-not-in-path' }));
  });

  test('fills in examples for settings that are true', () => {
    const { identity } = buildRestEvent({ endpointType: 'PRIVATE', vpc: true, apiKey: true, clientCert: true }).requestContext;
    expect(identity).toMatchObject({
      vpcId: 'vpc-0a1b2c3d4e5f60718',
      vpceId: 'vpce-0a1b2c3d4e5f60718',
      apiKeyId: 'k1e2y3i4d5',
      apiKey: 'd41d8cd98f00b204e9800998ecf8427e00000000',
      clientCert: {
        clientCertPem: '-----BEGIN CERTIFICATE-----\nMIIB…\n-----END CERTIFICATE-----\n',
        subjectDN: 'CN=client.example,O=Example',
        issuerDN: 'CN=issuer.example,O=Example',
        serialNumber: 'a1:b2:c3:d4:e5:f6:07:18',
        validity: { notBefore: 'Jan  2 03:04:05 2026 GMT', notAfter: 'Jan  2 03:04:05 2036 GMT' },
      },
    });
    expect(buildHttpEvent({ clientCert: true }).requestContext.authentication?.clientCert).toEqual(identity.clientCert);
    expect(buildRestEvent().requestContext.identity).not.toHaveProperty('vpcId');
  });

  test('builds the event of a console test', () => {
    const event = buildRestEvent({ path: '/users', testInvoke: true });
    expect(event).toMatchObject({
      headers: null,
      multiValueHeaders: null,
      path: '/users',
      requestContext: { path: '/{proxy+}', stage: 'test-invoke-stage' },
    });
    expect(event.requestContext).not.toHaveProperty('deploymentId');
    expect(Object.values(event.requestContext.identity).filter((value) => value === null)).toHaveLength(5);
    expect(event.requestContext.identity.userArn).toMatch(/^arn:aws:sts::/);
    expect(detectEvent(event)).toBe('rest');
    expect(Object.keys(buildRestEvent({ json: 1, testInvoke: true }).headers ?? {})).toEqual(['Content-Type']);
  });

  test.each<EventInit>([{ stage: 'v-1' }, { path: '/a#b' }, { path: '/x', customDomain: { domainName: 'd', basePath: 'b' } }])(
    'builds a path that reaches the API: %j',
    (init) => {
      expect(detectEvent(buildRestEvent(init))).toBe('rest');
      expect(buildRestEvent(init).path).not.toContain('#');
    },
  );

  test.each<[string, EventInit, string]>([
    ['path and pathParameters', { path: '/users/1', route: '/users/{id}', pathParameters: { id: 1 } }, 'conflicting-options'],
    ['json and body', { json: 1, body: 'x' }, 'conflicting-options'],
    ['a query in the path and query', { path: '/x?a=1', query: 'b=2' }, 'conflicting-options'],
    ['two sources of cookies', { cookies: ['a=1'], headers: { cookie: 'b=2' } }, 'conflicting-options'],
    ['a missing parameter', { route: '/users/{id}' }, 'missing-path-parameter'],
    ['a misspelt parameter', { route: '/users/{id}', pathParameters: { id: 1, ix: 2 } }, 'unknown-path-parameter'],
    ['an unknown option', { pth: '/x' } as EventInit, 'unknown-option'],
    ['a path beside the route', { route: '/users/{id}', path: '/orders/1' }, 'route-mismatch'],
  ])('throws a GatewayError for %s', (_, init, code) => {
    expect(() => buildRestEvent(init)).toThrow(expect.objectContaining({ name: 'GatewayError', code }));
  });
});

describe('buildHttpEvent', () => {
  test('decodes the path, lists cookies and joins repeated headers', () => {
    const event = buildHttpEvent({
      route: 'GET /users/{name}',
      pathParameters: { name: 'Ada Lovelace' },
      cookies: ['a=1', 'b=2'],
      headers: { 'X-Tag': ['x', 'y'] },
      stage: 'dev',
    });
    expect(detectEvent(event)).toBe('http-2.0');
    expect(event).toMatchObject({
      rawPath: '/dev/users/Ada Lovelace',
      pathParameters: { name: 'Ada Lovelace' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-tag': 'x,y', 'content-length': '0' },
    });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  test.each<[string, EventInit, Record<string, unknown>]>([
    ['a form as base64', { form: { a: '1' } }, { body: 'YT0x', isBase64Encoded: true }],
    ['text as text', { body: 'hi' }, { body: 'hi', isBase64Encoded: false }],
    ['bytes as base64', { body: new Uint8Array([1, 2]) }, { body: 'AQI=', isBase64Encoded: true }],
    ['JSON as text', { json: [] }, { body: '[]', isBase64Encoded: false }],
  ])('sends %s', (_, init, expected) => {
    expect(buildHttpEvent(init)).toMatchObject(expected);
  });
});

describe('buildHttpEventV1', () => {
  test('keeps the path encoded and decodes requestContext.path and the parameters', () => {
    const event = buildHttpEventV1({ route: '/users/{name}', pathParameters: { name: 'a%b c' } });
    expect(detectEvent(event)).toBe('http-1.0');
    expect(event.path).toBe('/users/a%25b%20c');
    expect(event.requestContext.path).toBe('/users/a%b c');
    expect(event.pathParameters).toEqual({ name: 'a%b c' });
    expect(event.requestContext.resourceId).toBe('ANY /users/{name}');
  });

  test.each([buildHttpEvent, buildHttpEventV1])(
    'rejects a slash in a parameter, because an HTTP API would split the path there',
    (build) => {
      const fix = expect.stringContaining('`%2F` separates segments');
      expect(() => build({ route: '/users/{name}', pathParameters: { name: 'a/b' } })).toThrow(
        expect.objectContaining({ code: 'route-mismatch', fix }),
      );
    },
  );
});

describe('fromInit', () => {
  test.each<[EventInit, string]>([
    [{}, '/'],
    [{ path: '/x' }, '/x'],
    [{ path: '/x?a=1' }, '/x?a=1'],
    [{ route: '/{id}', pathParameters: { id: 'a b' }, query: { c: ['1', 'x y'] } }, '/a%20b?c=1&c=x+y'],
    [{ stage: 'dev', path: '/x', query: '' }, '/dev/x'],
  ])('writes the target of %j as a client does', (init, target) => {
    expect(fromInit('http-2.0', init).request.target).toBe(target);
  });

  test.each([
    ['say', undefined, 'GET'],
    ['say', 'hello', 'POST'],
    ['POST /say', undefined, 'GET'],
    ['$default', undefined, 'GET'],
  ])('treats %j as the key of a WebSocket route, which has no method', (route, body, method) => {
    const { request, gateway } = fromInit('websocket', { route, path: '/', ...(body !== undefined && { body }) });
    expect([request.method, gateway.route]).toEqual([method, route]);
  });
});

describe('EventBuilder', () => {
  test('overrides defaults with options', () => {
    const build = buildHttpEvent.with({ stage: 'dev', route: '/users/{id}', pathParameters: { id: 1 }, json: 1 });
    expect(build()).toMatchObject({ rawPath: '/dev/users/1', body: '1', requestContext: { stage: 'dev' } });
    expect(build({ path: '/users/2', body: 'x' })).toMatchObject({ rawPath: '/dev/users/2', pathParameters: { id: '2' }, body: 'x' });
    expect(build.with({ stage: 'test' })()).toMatchObject({ rawPath: '/test/users/1' });
  });

  test('overrides any part as the last step', () => {
    const event = buildRestEvent({
      override: { path: '/elsewhere', headers: { Host: undefined }, requestContext: { identity: { sourceIp: 'x' } } },
    });
    expect(event.path).toBe('/elsewhere');
    expect(event.headers).not.toHaveProperty('Host');
    expect(event.requestContext.identity).toMatchObject({ sourceIp: 'x', user: null });
    expect(detectEvent(event)).toBe('rest');
  });

  test('freezes the event and everything in it', () => {
    const event = buildRestEvent({ freeze: true });
    expect(Object.isFrozen(event.requestContext.identity)).toBe(true);
    expect(Object.isFrozen(event.multiValueHeaders?.['Host'])).toBe(true);
    expect(Object.isFrozen(buildRestEvent().headers)).toBe(false);
  });

  test('shares no objects with the options', () => {
    const stageVariables = { a: '1' };
    const event = buildRestEvent({ stageVariables });
    expect(event.stageVariables).toEqual(stageVariables);
    expect(event.stageVariables).not.toBe(stageVariables);
  });
});

describe('buildEvents', () => {
  test.each<EventInit>([{ testInvoke: true }, { customDomain: { domainName: 'd.example', basePath: 'b' } }, { stage: 'dev' }])(
    'builds an event for every target with %j',
    (init) => {
      expect(Object.entries(buildEvents(init)).filter(([target, event]) => detectEvent(event) !== target)).toEqual([]);
    },
  );

  test('builds the same request for every target', () => {
    const events = buildEvents({ method: 'POST', path: '/a', json: { a: 1 } });
    expect(Object.entries(events).map(([target, event]) => [target, detectEvent(event), event.body])).toEqual(
      ['rest', 'http-1.0', 'http-2.0', 'function-url'].map((target) => [target, target, '{"a":1}']),
    );
  });
});

describe('buildEventTable', () => {
  test('has the events of buildEvents, each with its target', () => {
    const init: EventInit = { method: 'POST', path: '/a', json: { a: 1 } };
    expect(Object.fromEntries(buildEventTable(init))).toEqual(buildEvents(init));
    expect(buildEventTable(init).map(([target]) => target)).toEqual(TARGETS.filter((target) => target !== 'websocket'));
  });

  test.each(buildEventTable({ method: 'PUT' }))('makes rows for test.each: %s', (target, event) => {
    expect(detectEvent(event)).toBe(target);
  });
});
