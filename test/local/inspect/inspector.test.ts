import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { payload } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi, type LocalServer } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/local/inspect/exchange-view.js';
import { inspect } from '../../../src/local/inspect/inspector.js';

describe('the inspection page', () => {
  const api = createLocalApi({
    target: 'http-2.0',
    routes: { $default: ({ rawPath }) => (rawPath === '/throw' ? Promise.reject(new Error('no')) : rawPath) },
  });
  let server: LocalServer;
  beforeAll(async () => {
    server = await api.listen(0, { inspect: true });
  });
  afterAll(() => server.close());

  const at = (path: string, init?: RequestInit) => fetch(`${server.origin}/@inspect${path}`, init);

  test.each([
    ['', 'text/html; charset=utf-8'],
    ['/page.css', 'text/css; charset=utf-8'],
    ['/page.js', 'text/javascript; charset=utf-8'],
    ['/exchanges', 'application/json'],
  ])('is served: %s', async (path, type) => {
    const response = await at(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('shows and replays the exchanges of the API, but not its own', async () => {
    await fetch(`${server.url}/a`);
    await fetch(`${server.url}/throw`);
    const views = await (await at('/exchanges')).json();
    expect(views).toMatchObject([
      {
        index: 1,
        canReplay: true,
        isError: false,
        parts: { Request: expect.stringMatching(/^GET \/a\n/), Result: '"/a"', Issues: 'None.' },
      },
      { index: 2, isError: true, parts: { Result: expect.stringContaining('Error: no') } },
    ]);
    expect((await at('/replay/1', { method: 'POST', headers: { 'X-Inspect': 'replay' } })).status).toBe(204);
    expect(api.last).toMatchObject({ index: 3, request: { target: '/a' } });
  });

  test('is served with a slash at the end of its path, and for HEAD', async () => {
    expect([(await at('/')).status, await (await at('/')).text()]).toEqual([200, await (await at('')).text()]);
    const head = await at('', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/html; charset=utf-8', '']);
  });

  test.each<[string, string, RequestInit]>([
    ['of another page', '/replay/1', { method: 'POST' }],
    ['by GET', '/replay/1', { headers: { 'X-Inspect': 'replay' } }],
    ['of an exchange that does not exist', '/replay/99', { method: 'POST', headers: { 'X-Inspect': 'replay' } }],
    ['of nothing', '/other', {}],
  ])('rejects a replay %s', async (_, path, init) => {
    const before = api.exchanges.length;
    expect((await at(path, init)).status).toBe(404);
    expect(api.exchanges).toHaveLength(before);
  });

  test('is not shown under a name of another site', async () => {
    const { port } = new URL(server.url);
    const response = await new Promise<string>((resolve) => {
      httpRequest({ port, path: '/@inspect/exchanges', headers: { Host: 'evil.example' } }, (message) => resolve(text(message))).end();
    });
    expect(response).toBe('Open this page on the same computer, at 127.0.0.1 or localhost.\n');
  });

  test.each([
    ['127.0.0.1', 200],
    ['127.1.2.3', 200],
    ['::1', 200],
    ['192.168.1.7', 403],
    ['2001:db8::1', 403],
    [undefined, 403],
  ])('checks the address of a client that uses localhost: %s', async (sourceIp, status) => {
    const request = {
      method: 'GET',
      target: '/@inspect/exchanges',
      headers: [['Host', 'localhost']] as const,
      ...(sourceIp && { sourceIp }),
    };
    expect(await inspect(request, { exchanges: [] })).toMatchObject({ status });
  });

  test('shows on the page that a replay failed', async () => {
    expect(await (await at('/page.js')).text()).toContain("'The request could not be sent again: '");
  });

  test('replays a request even if onExchange throws', async () => {
    const onExchange = () => {
      throw new Error('not mine');
    };
    const server = await createLocalApi({ target: 'http-2.0', routes: { $default: () => 'ok' }, onExchange }).listen(0, {
      inspect: true,
    });
    await fetch(server.url);
    const init = { method: 'POST', headers: { 'X-Inspect': 'replay' } };
    expect((await fetch(`${server.origin}/@inspect/replay/1`, init)).status).toBe(204);
    await server.close();
  });

  test('is a path of the API unless `inspect` is set', async () => {
    const plain = await api.listen();
    expect(await (await fetch(`${plain.url}/@inspect`)).text()).toBe('/@inspect');
    await plain.close();
  });

  test('shows WebSocket exchanges, which cannot be replayed', async () => {
    const websocket = createLocalWebsocketApi({ routes: { $default: () => ({ statusCode: 200 }) } });
    const server = await websocket.listen(0, { inspect: true });
    await (await websocket.connect()).send('hi');
    const views = await (await fetch(`${server.origin}/@inspect/exchanges`)).json();
    expect(views).toMatchObject([
      { canReplay: false },
      { title: expect.stringContaining('$default message'), parts: { Response: 'The client receives nothing.' } },
    ]);
    await server.close();
  });
});

describe('viewOf', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  test.each<[string, unknown, unknown]>([
    ['a value that is not JSON', cyclic, expect.stringContaining('Unable to stringify response body')],
    ['a long string', 'x'.repeat(70_000), expect.stringMatching(/ more characters$/)],
    ['a long payload', payload(JSON.stringify('x'.repeat(70_000))), expect.stringMatching(/ more characters$/)],
    ['nothing', undefined, 'undefined'],
    ['a long body', { statusCode: 200, body: 'x'.repeat(70_000) }, expect.stringContaining('statusCode')],
  ])('shows %s', async (_, result, shown) => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: () => result } });
    const view = viewOf(await api.exchange({ method: 'GET', target: '/', headers: [] }));
    expect(view.parts['Result']).toEqual(shown);
    for (const part of Object.values(view.parts)) expect(part.length).toBeLessThan(66_000);
  });
});
