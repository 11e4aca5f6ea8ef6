import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { HttpIntegration, MockIntegration } from 'apigw-proxy/custom';
import { createLocalApi, type LocalApi, type LocalServer, serve } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const MOCK: MockIntegration = {
  integration: 'mock',
  requestTemplates: { 'application/json': `{"statusCode": $input.params('status')}` },
  responses: [{ statusCode: 200, responseTemplates: { 'application/json': `{"id": "$input.params('id')"}` } }],
};

describe('a mock route of a local API', () => {
  const api = createLocalApi({
    target: 'rest',
    apiKeys: [{ id: 'k1', value: 'secret' }],
    routes: { 'GET /pets/{id}': { integration: MOCK }, 'GET /closed': { integration: MOCK, apiKeyRequired: true } },
  });

  test('answers from its templates', async () => {
    const response = await api.fetch('/prod/pets/7?status=200');
    expect([response.status, await response.text()]).toEqual([200, '{"id": "7"}']);
    expect(api.last).toMatchObject({ route: 'GET /pets/{id}', event: undefined, custom: { event: undefined, issues: [] } });
  });

  test('lists the issues of its templates', async () => {
    expect((await api.fetch('/prod/pets/7')).status).toBe(500);
    expect(api.last?.custom?.issues).toMatchObject([{ code: 'mock-without-status' }]);
  });

  test('is guarded like every other route', async () => {
    expect((await api.fetch('/prod/closed?status=200')).status).toBe(403);
    expect((await api.fetch('/prod/closed?status=200', { headers: { 'x-api-key': 'secret' } })).status).toBe(200);
  });

  test.each<[string, object, string]>([
    ['a handler', { integration: MOCK, handler: async () => 1 }, 'unsupported-option'],
    ['a timeout', { integration: MOCK, timeout: 1 }, 'unsupported-option'],
    ['streaming', { integration: MOCK, responseTransferMode: 'STREAM' }, 'unsupported-option'],
    ['no responses', { integration: { integration: 'mock' } }, 'invalid-option'],
    ['no URL', { integration: { integration: 'http', responses: [] } }, 'missing-option'],
    ['an unknown kind', { integration: { integration: 'mok', responses: [] } }, 'missing-option'],
  ])('is refused with %s', (_, route, code) => {
    expect(() => createLocalApi({ target: 'rest', routes: { 'GET /': route } } as never)).toThrow(expect.objectContaining({ code }));
  });

  test('is refused on an HTTP API', () => {
    const init = { target: 'http-2.0', routes: { 'GET /': { integration: MOCK } } } as never;
    expect(() => createLocalApi(init)).toThrow(expect.objectContaining({ code: 'unsupported-option' }));
  });
});

describe('a route of a local API that leads to a URL', () => {
  let upstream: LocalServer;
  let api: LocalApi<'rest'>;
  const answers: Readonly<Record<string, string>> = { '/missing': '404', '/moved': '302', '/zipped-missing': '404' };

  beforeAll(async () => {
    const echo = createLocalApi({
      target: 'http-2.0',
      routes: {
        $default: async ({ rawPath, rawQueryString, headers, body, requestContext }) => {
          const seen = { method: requestContext.http.method, path: rawPath, query: rawQueryString, headers, body };
          const isZipped = rawPath.startsWith('/zipped');
          return {
            statusCode: Number(answers[rawPath] ?? 200),
            headers: {
              'content-type': 'application/json',
              'x-up': 'yes',
              ...(rawPath === '/moved' && { location: 'https://elsewhere.example/' }),
              ...(isZipped && { 'content-encoding': 'gzip' }),
            },
            body: isZipped ? gzipSync(JSON.stringify(seen)).toString('base64') : JSON.stringify(seen),
            isBase64Encoded: isZipped,
          };
        },
      },
    });
    upstream = await echo.listen();
    const gone = await serve(() => ({ status: 200, statusText: '', headers: [], body: new Uint8Array() }));
    await gone.close();
    const to = (path: string): string => `${upstream.origin}${path}`;
    const proxy = (path: string, more: Partial<HttpIntegration> = {}): HttpIntegration => ({
      integration: 'http-proxy',
      uri: to(path),
      ...more,
    });
    api = createLocalApi({
      target: 'rest',
      limits: { timeout: 5000 },
      routes: {
        'ANY /proxy/{rest+}': {
          integration: proxy('/to/{rest}', {
            requestParameters: {
              'integration.request.path.rest': 'method.request.path.rest',
              'integration.request.header.X-Added': "'mapped'",
              'integration.request.querystring.stage': 'context.stage',
            },
          }),
        },
        'POST /fixed': { integration: proxy('/fixed', { httpMethod: 'PUT' }) },
        'GET /zipped': { integration: proxy('/zipped') },
        'ANY /plain': { integration: proxy('/plain') },
        'GET /zipped-missing': { integration: proxy('/zipped-missing') },
        'GET /moved': { integration: proxy('/moved') },
        'GET /open/{id}': { integration: proxy('/{id}') },
        'GET /gone': { integration: { ...proxy('/'), uri: gone.origin } },
        'POST /made/{path}': {
          integration: {
            integration: 'http',
            uri: to('/{path}'),
            httpMethod: 'POST',
            requestParameters: {
              'integration.request.path.path': 'method.request.path.path',
              'integration.request.header.X-None': 'method.request.header.none',
            },
            requestTemplates: { 'application/json': `{"wrapped": $input.json('$')}` },
            responses: [
              { statusCode: 404, selectionPattern: '4..', responseTemplates: { 'application/json': '{"message": "nothing there"}' } },
              {
                statusCode: 200,
                responseParameters: {
                  'method.response.header.X-Mapped': 'integration.response.header.x-up',
                  'method.response.header.X-None': 'integration.response.header.none',
                },
                responseTemplates: { 'application/json': `{"got": $input.json('$.body'), "type": $input.json('$.headers.content-type')}` },
              },
            ],
          },
        },
      },
    });
  });
  afterAll(() => upstream.close());

  test('passes method, path, query, headers and body on, with its mappings', async () => {
    const response = await api.fetch('/prod/proxy/a/b%20c?q=1&q=2', { method: 'PUT', body: 'x', headers: { 'x-own': 'own' } });
    expect([response.status, response.headers.get('x-up')]).toEqual([200, 'yes']);
    expect(await response.json()).toMatchObject({
      method: 'PUT',
      path: '/to/a/b c',
      query: 'q=1&q=2&stage=prod',
      headers: { 'x-own': 'own', 'x-added': 'mapped' },
      body: 'x',
    });
    expect(api.last?.event).toBeUndefined();
  });

  test('sends the method of the integration', async () => {
    const response = await api.fetch('/prod/fixed', { method: 'POST', body: '{}' });
    expect(await response.json()).toMatchObject({ method: 'PUT' });
  });

  test('sends a compressed answer as a plain one', async () => {
    const response = await api.fetch('/prod/zipped');
    expect([response.headers.get('content-encoding'), (await response.json()).path]).toEqual([null, '/zipped']);
    const missing = await api.fetch('/prod/zipped-missing');
    expect([missing.status, missing.headers.get('x-up'), (await missing.json()).path]).toEqual([404, 'yes', '/zipped-missing']);
  });

  // Fetch can't send a body with GET and HEAD.
  test.each([
    ['GET', undefined],
    ['DELETE', 'eA=='],
    ['POST', 'eA=='],
  ])('asks %s for a plain answer, and sends the body %s', async (method, body) => {
    const { response } = await api.exchange({ method, target: '/prod/plain', headers: [], body: new TextEncoder().encode('x') });
    const seen = JSON.parse(new TextDecoder().decode(response.body));
    expect([response.status, seen.method, seen.body, seen.headers['accept-encoding']]).toEqual([200, method, body, 'identity']);
  });

  test('answers HEAD with a body', async () => {
    const { response } = await api.exchange({ method: 'HEAD', target: '/prod/plain', headers: [], body: new Uint8Array(1) });
    expect(response.status).toBe(200);
  });

  test('follows no redirect', async () => {
    const response = await api.fetch('/prod/moved', { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
  });

  test('applies the templates of an integration that is not a proxy', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await api.fetch('/prod/made/things', { method: 'POST', body: '{"a":1}', headers });
    expect([response.status, response.headers.get('x-mapped')]).toEqual([200, 'yes']);
    expect(await response.json()).toEqual({ got: '{"wrapped": {"a":1}}', type: 'application/json' });
  });

  test('keeps the issues of the request and of the response', async () => {
    await api.fetch('/prod/made/things?query', { method: 'POST', body: '{}' });
    const codes = api.last?.custom?.issues.map(({ code }) => code);
    expect(codes).toEqual(['mapping-without-value', 'slash-escaped', 'mapping-without-value']);
  });

  test('selects the response by the status', async () => {
    const response = await api.fetch('/prod/made/missing', { method: 'POST', body: '{}' });
    expect([response.status, await response.text()]).toEqual([404, '{"message": "nothing there"}']);
  });

  test('answers 500 if a parameter of the URL has no mapping', async () => {
    expect((await api.fetch('/prod/open/7')).status).toBe(500);
    expect(api.last?.custom?.issues).toMatchObject([{ code: 'uri-without-value' }]);
  });

  test('answers 500 if nobody listens there', async () => {
    expect((await api.fetch('/prod/gone')).status).toBe(500);
    expect(api.last?.error).toMatchObject({ cause: expect.any(TypeError) });
    expect(String(api.last?.error)).toMatch(/^Error: http:\/\/127\.0\.0\.1:\d+ can't be reached, or closed the connection too early\.$/);
  });
});

describe.each(['http', 'http-proxy'] as const)('a route with %s that leads to a server', (integration) => {
  let upstream: Server;
  let api: LocalApi<'rest'>;

  beforeAll(async () => {
    upstream = createServer(({ url, headers, rawHeaders }, response) => {
      const fields = rawHeaders.join('\n');
      if (url?.startsWith('/whole')) response.end(Buffer.from(/X-Text\n(.*)/.exec(fields)?.[1] ?? '', 'latin1'));
      else if (url?.startsWith('/none')) response.writeHead(204).end();
      else if (url === '/length') response.end(String(headers['content-length']));
      else response.writeHead(200, { 'content-length': 2 }).write('a', () => url === '/cut' && response.destroy());
    });
    await new Promise((resolve) => upstream.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = upstream.address() as AddressInfo; // it listens on a port
    const to = (path: string): { integration: HttpIntegration } => ({
      integration: {
        integration,
        uri: `http://127.0.0.1:${port}/${path}`,
        requestParameters: { 'integration.request.header.X-Text': 'method.request.querystring.text' },
        responses: [{ statusCode: 200 }],
      },
    });
    const endless = { ...to('endless'), integrationTimeout: 20 };
    const routes = { 'GET /whole': to('whole'), 'GET /none': to('none'), 'ANY /length': to('length'), 'GET /cut': to('cut') };
    api = createLocalApi({ target: 'rest', routes: { ...routes, 'GET /endless': endless } });
  });
  afterAll(() => {
    upstream.closeAllConnections();
    upstream.close();
  });

  test('sends a mapped value as UTF-8', async () => {
    expect(await (await api.fetch('/prod/whole?text=%E2%82%AC')).text()).toBe('€');
  });

  test.each([
    ['GET', 'undefined'],
    ['DELETE', 'undefined'],
    ['POST', '0'],
  ])('sends no body with %s if there is none', async (method, length) => {
    expect(await (await api.fetch('/prod/length', { method })).text()).toBe(length);
  });

  test('accepts an answer without a body', async () => {
    const response = await api.fetch('/prod/none');
    expect([response.status, await response.text()]).toEqual([integration === 'http' ? 200 : 204, '']);
  });

  test('answers 500 if the server closes the connection within its answer', async () => {
    expect((await api.fetch('/prod/cut')).status).toBe(500);
    expect(String(api.last?.error)).toContain('closed the connection too early.');
  });

  test('answers 504 if the answer does not end in time', async () => {
    const response = await api.fetch('/prod/endless');
    expect([response.status, await response.json()]).toEqual([504, { message: 'Endpoint request timed out' }]);
  });
});
