import { once } from 'node:events';
import { customizeResponses, denyPolicy, type LambdaContext, type RenderTarget } from 'apigw-proxy';
import { createLocalApi, type LocalApiInit } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const ok = () => ({ statusCode: 200, body: 'ok' });

describe('createLocalApi', () => {
  test('calls the handler of the route with the event of the target', async () => {
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
  ])('answers itself on %s: %s', async (target, path, status, body) => {
    const api = createLocalApi({ target, routes: { 'GET /users': ok } });
    const response = await api.fetch(path);
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(api.last?.event).toBeUndefined();
  });

  test('calls the function for every path of a function URL', async () => {
    const api = createLocalApi({ target: 'function-url', routes: { $default: (event) => event.rawPath } });
    expect(await (await api.fetch('/a%20b')).text()).toBe('/a%20b');
  });

  test.each<[string, Partial<LocalApiInit<'rest'>>, () => unknown, number, string, string]>([
    ['throws', {}, () => Promise.reject(new Error('no')), 502, '{"message": "Internal server error"}', 'function-error'],
    ['returns garbage', {}, () => 'garbage', 502, '{"message": "Internal server error"}', 'result-not-an-object'],
    ['hangs', { limits: { timeout: 10 } }, () => new Promise(() => undefined), 504, '{"message": "Endpoint request timed out"}', 'timeout'],
    [
      'runs too long',
      { context: { timeout: 10 } },
      () => new Promise(() => undefined),
      502,
      '{"message": "Internal server error"}',
      'function-timeout',
    ],
  ])('answers as AWS does when a handler %s', async (_, settings, handler, status, body, code) => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': handler }, ...settings });
    const response = await api.fetch('/prod/');
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(api.last?.response.issues.map((issue) => issue.code)).toContain(code);
  });

  test.each<[string, RequestInit]>([
    ['a body', { method: 'POST', body: new Uint8Array(11) }],
    ['headers', { method: 'POST', headers: { a: 'x'.repeat(80) } }],
  ])('rejects %s beyond the limit', async (_, init) => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok }, limits: { maxBody: 10, maxHead: 80 } });
    expect((await api.fetch('/', init)).status).toBe(413);
  });

  test('rejects an event that is too large for Lambda', async () => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok } });
    const init = { method: 'POST', body: new Uint8Array(5 * 1024 * 1024) };
    expect((await api.fetch('/', init)).status).toBe(413);
  });

  test('answers a preflight request before any authorizer', async () => {
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

  test('compresses if the API does', async () => {
    const api = createLocalApi({ target: 'rest', minimumCompressionSize: 0, routes: { 'GET /': ok } });
    const response = await api.fetch('/prod/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  test('sends a header with non-ASCII characters as UTF-8', async () => {
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': () => ({ headers: { 'X-Name': 'Zoë' } }) } });
    const value = (await api.fetch('/prod/')).headers.get('x-name') ?? '';
    expect(Buffer.from(value, 'latin1').toString()).toBe('Zoë');
  });

  const customized = customizeResponses({ DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.X-A': 'stageVariables.a' } } });
  test.each<[object, object, string]>([
    [{ DEFAULT_5XX: { statusCode: 'none' } }, {}, 'invalid-status'],
    [{ ...customized, MISSING_AUTHENTICATION_TOKEN: { statusCode: 'none' } }, {}, 'invalid-status'],
    [{ ...customized, DEFAULT_5XX: { responseTemplates: { 'application/json': '$context.nothing' } } }, {}, 'unknown-variable'],
    [{ ...customized, REQUEST_TOO_LARGE: { statusCode: '400' } }, {}, 'fixed-type'],
    [customized, { a: 'b\r\nc: d' }, 'unsafe-header-value'],
  ])('rejects the gateway responses %j when it is created with the stage variables %j', (gatewayResponses, stageVariables, code) => {
    const init: object = { target: 'rest', routes: { 'GET /': ok }, gatewayResponses, stageVariables };
    const create = createLocalApi as (init: object) => unknown;
    expect(() => create(init)).toThrow(expect.objectContaining({ code }));
  });

  test("keeps the function's error if the response can't be rendered", async () => {
    const failing = (): never => {
      throw new Error('out of stock');
    };
    const ids = { requestId: 'a\nb' };
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': failing }, ids });
    expect((await api.fetch('/prod/')).status).toBe(500);
    expect(api.last?.error).toMatchObject({ message: 'out of stock' });
  });

  test('gives gateway responses what an authorizer says when it denies a request', async () => {
    const api = createLocalApi({
      target: 'rest',
      routes: { 'GET /{proxy+}': ok },
      authorizers: { own: { token: ({ methodArn }) => denyPolicy({ methodArn }, 'ada', { context: { error: 'token expired' } }) } },
      authorizer: 'own',
      gatewayResponses: customizeResponses({
        ACCESS_DENIED: { responseTemplates: { 'text/plain': '$context.authorizer.error for $context.authorizer.principalId' } },
      }),
    });
    const response = await api.fetch('/prod/x', { headers: { Authorization: 'token' } });
    expect([response.status, await response.text()]).toEqual([403, 'token expired for ada']);
  });

  test('keeps the last exchanges and calls onExchange after each', async () => {
    const seen: number[] = [];
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok }, keep: 2, onExchange: ({ index }) => seen.push(index) });
    expect(api.last).toBeUndefined();
    for (const path of ['/a', '/b', '/c']) await api.fetch(path);
    expect(api.exchanges.map(({ request }) => request.target)).toEqual(['/b', '/c']);
    expect(seen).toEqual([1, 2, 3]);
  });

  test.each<() => void | Promise<void>>([
    () => {
      throw new Error('not what I expected');
    },
    () => Promise.reject(new Error('not what I expected')),
  ])('rejects with the error of onExchange, so that it can contain assertions', async (onExchange) => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok }, onExchange });
    await expect(api.fetch('/')).rejects.toThrow('not what I expected');
    await expect(api.exchange({ method: 'GET', target: '/', headers: [] })).rejects.toThrow('not what I expected');
  });

  test('keeps the event unchanged if the function changes it', async () => {
    const handler = (event: { rawPath: string }) => {
      event.rawPath = 'changed';
      return event.rawPath;
    };
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: handler } });
    expect(await (await api.fetch('/a')).text()).toBe('changed');
    expect(api.last?.event?.rawPath).toBe('/a');
  });

  test('numbers the requests, unless the settings have ids', async () => {
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
    ['an invalid route', { target: 'rest', routes: { 'get /': ok } }, 'invalid-route'],
    ['a default route on REST', { target: 'rest', routes: { $default: ok } }, 'invalid-route'],
    ['a path on a function URL', { target: 'function-url', routes: { 'GET /': ok } }, 'invalid-route'],
    ['an unknown authorizer of a route', { target: 'rest', routes: { 'GET /': { handler: ok, authorizer: 'a' } } }, 'unknown-authorizer'],
    ['an unknown authorizer of the API', { target: 'rest', routes: {}, authorizer: 'a' }, 'unknown-authorizer'],
    ['a token authorizer on an HTTP API', { target: 'http-2.0', routes: {}, authorizers: { a: { token: ok } } }, 'unsupported-option'],
    ['a greedy parameter in the middle', { target: 'rest', routes: { 'GET /{a+}/b': ok } }, 'invalid-route'],
    ['keys on a target without keys', { target: 'http-2.0', routes: {}, apiKeys: [{ id: 'a', value: 'b' }] }, 'unsupported-option'],
    [
      'a required key on a target without keys',
      { target: 'http-2.0', routes: { $default: { handler: ok, apiKeyRequired: true } } },
      'unsupported-option',
    ],
    ['CORS on REST', { target: 'rest', routes: {}, cors: { allowOrigins: ['*'] } }, 'unsupported-option'],
    ['scopes without a verifier', { target: 'http-2.0', routes: { $default: { handler: ok, scopes: ['a'] } } }, 'unsupported-option'],
    [
      'scopes with a fixed authorizer',
      {
        target: 'rest',
        routes: { 'GET /': { handler: ok, scopes: ['a'] } },
        authorizers: { a: { cognito: { claims: {} } } },
        authorizer: 'a',
      },
      'unsupported-option',
    ],
  ])('rejects %s', (_, init, code) => {
    expect(() => createLocalApi(init)).toThrow(expect.objectContaining({ code }));
  });

  const route = (more: object) => ({ routes: { 'GET /': { handler: ok, ...more } } });
  const authorizers = (a: unknown) => ({ authorizers: { 'a.b': a } });

  test.each<[object, (string | number)[]]>([
    [{ target: undefined }, ['target']],
    [{ target: 'alb' }, ['target']],
    [{ target: 'toString' }, ['target']],
    [{ target: 'websocket' }, ['target']],
    [{ routes: undefined }, ['routes']],
    [{ routes: [] }, ['routes']],
    [{ rotes: {} }, ['rotes']],
    [{ route: 'GET /' }, ['route']],
    [{ routes: { 'GET /': undefined } }, ['routes', 'GET /']],
    [{ routes: { 'GET /': 'ok' } }, ['routes', 'GET /']],
    [{ routes: { 'GET /': {} } }, ['routes', 'GET /', 'handler']],
    [{ routes: { 'GET /': { handler: 'ok' } } }, ['routes', 'GET /', 'handler']],
    [route({ authoriser: 'x' }), ['routes', 'GET /', 'authoriser']],
    [route({ timeout: 0 }), ['routes', 'GET /', 'timeout']],
    [route({ timeout: '1' }), ['routes', 'GET /', 'timeout']],
    [route({ scopes: 'read' }), ['routes', 'GET /', 'scopes']],
    [route({ apiKeyRequired: 'yes' }), ['routes', 'GET /', 'apiKeyRequired']],
    [route({ authorizer: null }), ['routes', 'GET /', 'authorizer']],
    [authorizers(null), ['authorizers', 'a.b']],
    [authorizers({ token: 'x' }), ['authorizers', 'a.b', 'token']],
    [authorizers({ token: ok, identitySource: [] }), ['authorizers', 'a.b', 'identitySource']],
    [authorizers({ request: ok, identitySource: 'x' }), ['authorizers', 'a.b', 'identitySource']],
    [authorizers({ request: ok, identitySource: ['foo.bar'] }), ['authorizers', 'a.b', 'identitySource', 0]],
    [authorizers({ verify: ok, scopes: [] }), ['authorizers', 'a.b', 'scopes']],
    [authorizers({ iam: true }), ['authorizers', 'a.b', 'iam']],
    [{ cors: '*' }, ['cors']],
    [{ cors: { allowOrigins: '*' } }, ['cors', 'allowOrigins']],
    [{ cors: { allowMethods: 'GET' } }, ['cors', 'allowMethods']],
    [{ cors: { allowHeaders: '*' } }, ['cors', 'allowHeaders']],
    [{ cors: { exposeHeaders: '*' } }, ['cors', 'exposeHeaders']],
    [{ limits: { timeout: -1 } }, ['limits', 'timeout']],
    [{ limits: { maxBody: Number.NaN } }, ['limits', 'maxBody']],
    [{ limits: { idle: 1 } }, ['limits', 'idle']],
    [{ context: { timeout: '1' } }, ['context', 'timeout']],
    [{ now: 0 }, ['now']],
    [{ keep: -1 }, ['keep']],
  ])('rejects %j from JavaScript', (wrong, path) => {
    const init = { target: 'rest', routes: { 'GET /': ok }, ...wrong };
    expect(() => createLocalApi(init as LocalApiInit<'rest'>)).toThrow(
      expect.objectContaining({
        name: 'GatewayError',
        code: expect.stringMatching(/^(unknown|invalid|missing|unsupported)-option$|^(unknown|wrong)-target$/),
        path,
        fix: expect.stringMatching(/[.?]$/),
      }),
    );
  });

  test('has a different request id for every call, unless the context sets one', async () => {
    const routes = { $default: (_: unknown, { awsRequestId }: LambdaContext) => awsRequestId };
    const api = createLocalApi({ target: 'http-2.0', routes });
    const ids = [await (await api.fetch('/')).text(), await (await api.fetch('/')).text()];
    expect(new Set(ids).size).toBe(2);
    const named = createLocalApi({ target: 'http-2.0', routes, context: { awsRequestId: 'mine' } });
    expect(await (await named.fetch('/')).text()).toBe('mine');
  });

  test('treats undefined as absent, and accepts Infinity as a time', async () => {
    const limits = { timeout: undefined, maxBody: undefined, maxHead: undefined };
    const handler = (_: unknown, { getRemainingTimeInMillis }: LambdaContext) => String(Math.round(getRemainingTimeInMillis() / 1000));
    const init = { target: 'http-2.0', routes: { $default: handler }, limits, context: { timeout: undefined } };
    const plain = createLocalApi(init as never); // JavaScript can pass anything
    expect(await (await plain.fetch('/', { method: 'POST', body: 'x' })).text()).toBe('30');
    const patient = createLocalApi({
      target: 'http-2.0',
      routes: { $default: async () => 'ok' },
      limits: { timeout: Number.POSITIVE_INFINITY },
      context: { timeout: Number.POSITIVE_INFINITY },
    });
    expect(await (await patient.fetch('/')).text()).toBe('ok');
  });

  test.each<[RenderTarget, number]>([
    ['rest', 502],
    ['http-2.0', 500],
    ['function-url', 502],
  ])('answers a status below 200 itself on %s, with an issue', async (target, status) => {
    const routes = target === 'rest' ? { 'GET /': () => ({ statusCode: 103 }) } : { $default: () => ({ statusCode: 103 }) };
    const api = createLocalApi({ target, routes });
    expect((await api.fetch(target === 'rest' ? '/prod/' : '/')).status).toBe(status);
    expect(api.last?.response).toMatchObject({ status: 103, issues: [{ code: 'status-code-informational' }] });
  });

  test.each([
    () => Number.NaN,
    () => {
      throw new Error('no time');
    },
  ])('uses the clock of the computer if `now` returns no valid time, and warns', async (now) => {
    const warned = once(process, 'warning');
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok }, now });
    const before = Date.now();
    expect((await api.fetch('/')).status).toBe(200);
    expect((await warned)[0]).toMatchObject({ name: 'ClockWarning' });
    const startedAt = api.last?.startedAt ?? 0;
    expect([startedAt >= before, startedAt <= Date.now()]).toEqual([true, true]);
  });

  test.each(['v1', '/v1', '/v1/', 'v1/'])('answers behind the base path %j', async (basePath) => {
    const customDomain = { domainName: 'api.example.com', basePath };
    for (const target of ['rest', 'http-2.0'] as const) {
      const api = createLocalApi({ target, customDomain, routes: { 'GET /users': ok } });
      expect([api.prefix, (await api.fetch('/v1/users')).status]).toEqual(['/v1', 200]);
    }
  });

  test('keeps the base path of a routing rule', async () => {
    const customDomain = { domainName: 'api.example.com', basePath: 'v1', stripBasePath: false };
    const api = createLocalApi({ target: 'rest', customDomain, routes: { 'GET /v1/users': ok } });
    const answers = ['/v1/users', '/v1/other', '/users'].map((target) => api.exchange({ method: 'GET', target, headers: [] }));
    const responses = (await Promise.all(answers)).map(({ response }) => [response.status, new TextDecoder().decode(response.body)]);
    expect(responses).toEqual([
      [200, 'ok'],
      [403, '{"message":"Missing Authentication Token"}'],
      [403, '{"message":"Forbidden"}'],
    ]);
  });
});
