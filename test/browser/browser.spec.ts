import { createLocalApi, createLocalWebsocketApi, type LocalServer } from 'apigw-proxy/local';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './installed.js';

describe('in a browser', () => {
  let browser: Browser;
  const servers: LocalServer[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
  });

  async function serve(api: { listen: ReturnType<typeof createLocalApi>['listen'] }): Promise<string> {
    const server = await api.listen();
    servers.push(server);
    return server.origin;
  }

  async function pageAt(url: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(url);
    return page;
  }

  test('stores cookies and sends them back', async () => {
    const api = createLocalApi({
      target: 'http-2.0',
      routes: {
        'GET /set': () => ({ statusCode: 200, cookies: ['a=1; HttpOnly', 'b=2; Path=/'], body: 'set' }),
        'GET /get': ({ cookies }) => ({ statusCode: 200, body: JSON.stringify(cookies) }),
      },
    });
    const url = await serve(api);
    const page = await pageAt(`${url}/set`);
    expect(await page.evaluate('document.cookie')).toBe('b=2');
    await page.goto(`${url}/get`);
    expect(JSON.parse(await page.innerText('body')).sort()).toEqual(['a=1', 'b=2']);
  });

  test('lets a page of another origin read what CORS allows, after a preflight request', async () => {
    const home = await serve(createLocalApi({ target: 'http-2.0', routes: { $default: () => 'home' } }));
    const put = (url: string) =>
      `fetch(${JSON.stringify(`${url}/users`)}, { method: 'PUT', headers: { 'X-A': '1' } }).then((response) => response.text(), () => 'refused')`;
    const routes = { 'PUT /users': ({ headers }: { headers: Record<string, string | undefined> }) => `heard ${headers['x-a']}` };
    const allowed = createLocalApi({
      target: 'http-2.0',
      routes,
      cors: { allowOrigins: [home], allowMethods: ['PUT'], allowHeaders: ['x-a'] },
    });
    const other = createLocalApi({ target: 'http-2.0', routes, cors: { allowOrigins: ['https://other.example'] } });
    const page = await pageAt(home);
    expect(await page.evaluate(put(await serve(allowed)))).toBe('heard 1');
    expect(allowed.exchanges.map(({ request, response }) => [request.method, response.status])).toEqual([
      ['OPTIONS', 204],
      ['PUT', 200],
    ]);
    expect(await page.evaluate(put(await serve(other)))).toBe('refused');
  });

  test('exchanges WebSocket messages with the API', async () => {
    const say = { handler: (event: { body?: string }) => ({ statusCode: 200, body: `heard ${event.body}` }), routeResponse: true };
    const api = createLocalWebsocketApi({ routes: { $default: say } });
    const url = await serve(api);
    const page = await pageAt(await serve(createLocalApi({ target: 'http-2.0', routes: { $default: () => 'home' } })));
    const talk = `new Promise((resolve, reject) => {
      const socket = new WebSocket(${JSON.stringify(`${url.replace('http', 'ws')}/prod`)});
      socket.onopen = () => socket.send('hi');
      socket.onmessage = ({ data }) => resolve(data);
      socket.onerror = reject;
    })`;
    expect(await page.evaluate(talk)).toBe('heard hi');
  });
});
