import type { RenderTarget } from 'apigw-proxy';
import { createLocalApi, type LocalApiInit } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const ok = () => ({ statusCode: 200, body: 'ok' });

describe('createLocalApi', () => {
  test('hands the event of its target to the handler of the route', async () => {
    const api = createLocalApi({
      target: 'rest',
      stage: 'dev',
      stageVariables: { table: 'users' },
      routes: { 'GET /users/{id}': async (event) => ({ statusCode: 200, body: JSON.stringify(event.pathParameters) }) },
    });
    const response = await api.fetch('/dev/users/4%202?full=1');
    expect([response.status, await response.json()]).toEqual([200, { id: '4%202' }]);
    expect(api.last).toMatchObject({
      index: 1,
      route: 'GET /users/{id}',
      event: { resource: '/users/{id}', stageVariables: { table: 'users' }, queryStringParameters: { full: '1' } },
      result: { statusCode: 200 },
      response: { ok: true, issues: [] },
    });
  });

  test.each<[RenderTarget, string, number, string]>([
    ['rest', '/prod/nowhere', 403, '{"message":"Missing Authentication Token"}'],
    ['rest', '/users', 403, '{"message":"Forbidden"}'],
    ['http-1.0', '/nowhere', 404, '{"message":"Not Found"}'],
    ['http-2.0', '/nowhere', 404, '{"message":"Not Found"}'],
  ])('answers for itself on %s: %s', async (target, path, status, body) => {
    const api = createLocalApi({ target, routes: { 'GET /users': ok } });
    const response = await api.fetch(path);
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(api.last?.event).toBeUndefined();
  });

  test('gives every path of a function URL to its function', async () => {
    const api = createLocalApi({ target: 'function-url', routes: { $default: (event) => event.rawPath } });
    expect(await (await api.fetch('/a%20b')).text()).toBe('/a%20b');
  });

  test.each<[string, Partial<LocalApiInit<'rest'>>, () => unknown, number, string, string]>([
    ['throws', {}, () => Promise.reject(new Error('no')), 502, '{"message": "Internal server error"}', 'function-error'],
    ['returns garbage', {}, () => 'garbage', 502, '{"message": "Internal server error"}', 'result-not-an-object'],
    ['hangs', { limits: { timeout: 10 } }, () => new Promise(() => undefined), 504, '{"message": "Endpoint request timed out"}', 'timeout'],
    [
      'takes longer than its own time',
      { context: { timeout: 10 } },
      () => new Promise(() => undefined),
      502,
      '{"message": "Internal server error"}',
      'function-timeout',
    ],
  ])('answers as AWS when a handler %s', async (_, settings, handler, status, body, code) => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': handler }, ...settings });
    const response = await api.fetch('/prod/');
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(api.last?.response.issues.map((issue) => issue.code)).toContain(code);
  });

  test.each<[string, RequestInit]>([
    ['a body', { method: 'POST', body: new Uint8Array(11) }],
    ['headers', { method: 'POST', headers: { a: 'x'.repeat(80) } }],
  ])('refuses %s beyond the limit', async (_, init) => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok }, limits: { maxBody: 10, maxHead: 80 } });
    expect((await api.fetch('/', init)).status).toBe(413);
  });

  test('refuses an event that is too large for Lambda', async () => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok } });
    const init = { method: 'POST', body: new Uint8Array(5 * 1024 * 1024) };
    expect((await api.fetch('/', init)).status).toBe(413);
  });

  test('answers a preflight request itself, before any authorizer', async () => {
    const api = createLocalApi({
      target: 'http-2.0',
      cors: { allowOrigins: ['https://a.example'], allowMethods: ['GET'] },
      routes: { 'GET /': ok },
      authorizers: { nobody: { verify: () => Promise.reject(new Error('no')) } },
      authorizer: 'nobody',
    });
    const headers = { Origin: 'https://a.example', 'Access-Control-Request-Method': 'GET' };
    const response = await api.fetch('/', { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
  });

  test('compresses where the API does', async () => {
    const api = createLocalApi({ target: 'rest', minimumCompressionSize: 0, routes: { 'GET /': ok } });
    const response = await api.fetch('/prod/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  test('sends text outside ASCII in a header as UTF-8', async () => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': () => ({ headers: { 'X-Name': 'Zoë' } }) } });
    const value = (await api.fetch('/prod/')).headers.get('x-name') ?? '';
    expect(Buffer.from(value, 'latin1').toString()).toBe('Zoë');
  });

  test('answers 500 where its settings cannot be carried out, and keeps the reason', async () => {
    const gatewayResponses = { MISSING_AUTHENTICATION_TOKEN: { statusCode: 'none' } };
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': ok }, gatewayResponses });
    const response = await api.fetch('/prod/nowhere');
    expect([response.status, await response.text()]).toEqual([500, '{"message": "Internal server error"}']);
    expect(api.last?.error).toMatchObject({ code: 'invalid-status' });
  });

  test('keeps the last exchanges and tells each when it is over', async () => {
    const told: number[] = [];
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok }, keep: 2, onExchange: ({ index }) => told.push(index) });
    expect(api.last).toBeUndefined();
    for (const path of ['/a', '/b', '/c']) await api.fetch(path);
    expect(api.exchanges.map(({ request }) => request.target)).toEqual(['/b', '/c']);
    expect(told).toEqual([1, 2, 3]);
  });

  test('rejects with what onExchange throws, so that it may assert', async () => {
    const onExchange = () => {
      throw new Error('not what I expected');
    };
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok }, onExchange });
    await expect(api.fetch('/')).rejects.toThrow('not what I expected');
    await expect(api.exchange({ method: 'GET', target: '/', headers: [] })).rejects.toThrow('not what I expected');
  });

  test('keeps the event as the function got it, whatever that does to it', async () => {
    const handler = (event: { rawPath: string }) => {
      event.rawPath = 'changed';
      return event.rawPath;
    };
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: handler } });
    expect(await (await api.fetch('/a')).text()).toBe('changed');
    expect(api.last?.event?.rawPath).toBe('/a');
  });

  test('draws ids in sequence, unless they are given', async () => {
    const ids = (event: { requestContext: { requestId: string } }) => event.requestContext.requestId;
    const drawn = createLocalApi({ target: 'http-2.0', routes: { $default: ids } });
    expect([await (await drawn.fetch('/')).text(), await (await drawn.fetch('/')).text()]).toEqual([
      'Xr0000000000001=',
      'Xr0000000000002=',
    ]);
    const given = createLocalApi({ target: 'http-2.0', routes: { $default: ids }, ids: { extendedRequestId: 'a' } });
    expect(await (await given.fetch('/')).text()).toBe('a');
  });

  test.each<[string, LocalApiInit<RenderTarget>, string]>([
    ['a route that is none', { target: 'rest', routes: { 'get /': ok } }, 'invalid-route'],
    ['a default route on REST', { target: 'rest', routes: { $default: ok } }, 'invalid-route'],
    ['a path on a function URL', { target: 'function-url', routes: { 'GET /': ok } }, 'invalid-route'],
    ['a name that nobody has', { target: 'rest', routes: { 'GET /': { handler: ok, authorizer: 'a' } } }, 'unknown-option'],
    ['a default that nobody has', { target: 'rest', routes: {}, authorizer: 'a' }, 'unknown-option'],
    ['a token authorizer on an HTTP API', { target: 'http-2.0', routes: {}, authorizers: { a: { token: ok } } }, 'unknown-option'],
  ])('refuses %s', (_, init, code) => {
    expect(() => createLocalApi(init)).toThrow(expect.objectContaining({ code }));
  });
});
