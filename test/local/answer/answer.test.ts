import type { CustomIntegration } from 'apigw-proxy/custom';
import { awslambda, createLocalApi } from 'apigw-proxy/local';
import { describe, expect, test, vi } from 'vitest';

const ok = () => ({ statusCode: 200 });
const CORS = { allowOrigins: ['https://a.example'], allowMethods: ['PUT'] };
const PREFLIGHT = {
  method: 'OPTIONS',
  headers: [
    ['Origin', 'https://a.example'],
    ['Access-Control-Request-Method', 'PUT'],
  ],
} as const;

describe('a preflight request', () => {
  test('reaches neither the authorizer nor the handler of a function URL', async () => {
    const handler = vi.fn(ok);
    const api = createLocalApi({
      target: 'function-url',
      cors: CORS,
      routes: { $default: handler },
      authorizers: { closed: { refuse: 'iam', fix: 'Sign the request.' } },
      authorizer: 'closed',
    });
    const { response, route, event } = await api.exchange({ ...PREFLIGHT, target: '/' });
    expect([response.status, response.issues[0]?.code, route, event]).toEqual([204, 'preflight-answered', undefined, undefined]);
    expect(handler).not.toHaveBeenCalled();
    expect((await api.exchange({ ...PREFLIGHT, method: 'GET', target: '/' })).response.status).toBe(403);
  });

  test('needs no route on an HTTP API', async () => {
    const api = createLocalApi({ target: 'http-2.0', cors: CORS, routes: { 'PUT /users': ok } });
    for (const target of ['/users', '/nowhere']) {
      const { response } = await api.exchange({ ...PREFLIGHT, target });
      expect([response.status, response.issues.map(({ code }) => code)]).toEqual([204, ['preflight-answered']]);
    }
  });
});

describe('the event of an exchange', () => {
  test('stays if the bytes of the body change during the call', async () => {
    const body = new TextEncoder().encode('abc');
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: () => ({ statusCode: body.fill(0) && 200 }) } });
    const { event } = await api.exchange({ method: 'POST', target: '/', headers: [['Content-Type', 'text/plain']], body });
    expect([event?.body, body]).toEqual(['abc', new Uint8Array(3)]);
  });

  test('stays if the data of an authorizer changes during the call', async () => {
    const claims = { role: 'reader' };
    const become = (role: string) => () => ({ statusCode: 200, body: Object.assign(claims, { role }).role });
    const api = createLocalApi({
      target: 'http-2.0',
      routes: { $default: become('admin') },
      authorizers: { own: { jwt: { claims, scopes: null } } },
      authorizer: 'own',
    });
    const { event } = await api.exchange({ method: 'GET', target: '/', headers: [] });
    expect(event).toMatchObject({ requestContext: { authorizer: { jwt: { claims: { role: 'reader' } } } } });
  });
});

describe('an exchange', () => {
  test('of `fetch` comes from this computer', async () => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok } });
    await api.fetch('/');
    expect(api.last?.event?.requestContext.http.sourceIp).toBe('127.0.0.1');
  });

  test('has the time that it took, in milliseconds', async () => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ok } });
    const before = performance.now();
    const { duration } = await api.exchange({ method: 'GET', target: '/', headers: [] });
    expect(duration).toBeGreaterThanOrEqual(0);
    expect(duration).toBeLessThanOrEqual(performance.now() - before);
  });

  test('has what a stream sent before it broke off', async () => {
    const handler = awslambda.streamifyResponse(async (_event: never, stream) => {
      stream.write('half');
      throw new Error('no');
    });
    const api = createLocalApi({ target: 'function-url', invokeMode: 'RESPONSE_STREAM', routes: { $default: handler } });
    const { response, error } = await api.exchange({ method: 'GET', target: '/', headers: [] });
    expect([new TextDecoder().decode(response.body), String(error)]).toEqual(['half', 'Error: no']);
  });

  test('has the issues of both templates, and none about the kind of API', async () => {
    const integration: CustomIntegration = {
      integration: 'custom',
      requestParameters: { 'integration.request.header.A': 'method.request.header.none' },
      responses: [{ statusCode: 200, responseTemplates: { 'application/json': '#if' } }],
    };
    const api = createLocalApi({ target: 'rest', routes: { 'GET /': { handler: () => ({ id: 1 }), integration } } });
    const { response, custom } = await api.exchange({ method: 'GET', target: '/prod/', headers: [] });
    expect([response.status, response.issues]).toEqual([500, []]);
    expect(custom?.issues.map(({ code }) => code)).toEqual(['mapping-without-value', 'template-syntax']);
  });

  test('has no issues about an event that no function gets', async () => {
    const integration: CustomIntegration = { integration: 'custom', responses: [{ statusCode: 200 }], passthroughBehavior: 'NEVER' };
    const api = createLocalApi({ target: 'rest', routes: { 'POST /': { handler: ok, integration } } });
    const headers = [['Content-Type', 'image/png']] as const;
    const { response } = await api.exchange({ method: 'POST', target: '/prod/', headers, body: new Uint8Array([255]) });
    expect([response.status, response.issues]).toEqual([415, []]);
  });

  test('keeps its time if settings cannot be applied', async () => {
    const now = Date.UTC(2025, 6, 7, 8, 9, 10);
    const api = createLocalApi({ target: 'rest', now: () => now, ids: { requestId: 'a\nb' }, routes: { 'GET /': ok } });
    const response = await api.fetch('/prod/');
    expect([response.status, response.headers.get('date')]).toEqual([500, 'Mon, 07 Jul 2025 08:09:10 GMT']);
  });
});

describe('a stream', () => {
  const streamed = (status: number) =>
    awslambda.streamifyResponse(async (_event: never, stream) => {
      awslambda.HttpResponseStream.from(stream, { statusCode: status, headers: { 'x-a': 'b' } }).write('text');
      stream.end();
    });
  const apiOf = (handler: unknown) =>
    createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes: { 'GET /': handler } } as Parameters<
      typeof createLocalApi
    >[0]);

  test('has the status and the headers that it begins with', async () => {
    const response = await apiOf(streamed(404)).fetch('/prod/');
    expect([response.status, response.statusText, response.headers.get('x-a'), await response.text()]).toEqual([
      ...[404, 'Not Found', 'b', 'text'],
    ]);
  });

  test('with a status below 200 is answered by the gateway', async () => {
    const api = apiOf(streamed(103));
    const response = await api.fetch('/prod/');
    expect([response.status, await response.text()]).toEqual([502, '{"message": "Internal server error"}']);
    await expect.poll(() => api.last?.response.status).toBe(103);
  });

  test('that no function begins ends after the shorter one of both limits', async () => {
    const handler = () => new Promise(() => undefined);
    for (const limits of [{ idle: 10 }, { timeout: 10 }]) {
      const routes = { 'GET /': handler };
      const api = createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes, limits });
      expect((await api.fetch('/prod/')).status).toBe(504);
    }
  });
});
