import { createLocalApi, createLocalWebsocketApi, type LocalServer } from 'apigw-proxy/local';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './installed.js';

const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

if (chromiumPath === undefined) console.warn('No browser found, so nothing was tested. Install Chromium, or set CHROMIUM to its path.');

describe.skipIf(chromiumPath === undefined)('in a browser', () => {
  let browser: Browser;
  const servers: LocalServer[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', headless: true, args: ARGS.split(' ') });
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  });

  async function serve(api: { listen: ReturnType<typeof createLocalApi>['listen'] }): Promise<string> {
    const server = await api.listen(0, { inspect: true });
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
    const inspected = await pageAt(`${url}/@inspect`);
    await inspected.getByText('$default message').waitFor();
    expect(await inspected.locator('#replay').isVisible()).toBe(false);
  });

  test('shows an exchange as text on the inspection page, and replays it', async () => {
    let calls = 0;
    const api = createLocalApi({
      target: 'rest',
      routes: {
        'GET /{proxy+}': () => {
          calls += 1;
          return { statusCode: 200, body: "<script>document.title = 'taken'</script>" };
        },
      },
    });
    const url = await serve(api);
    const page = await pageAt(`${url}/@inspect`);
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    expect(await page.innerText('main')).toContain('No request has come yet.');
    await fetch(`${url}/prod/%3Cb%3E`);
    await page.getByRole('heading', { name: 'Event' }).waitFor();
    expect(await page.locator('h2').allInnerTexts()).toEqual(['Request', 'Event', 'Result', 'Response', 'Issues']);
    expect(await page.innerText('main')).toContain('content-type-default');
    expect(await page.title()).toBe('Exchanges');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('2  GET /prod/').waitFor();
    expect(calls).toBe(2);
    expect(errors).toEqual([]);
  });

  test('lets no page of another origin replay an exchange', async () => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: () => 'hi' } });
    const url = await serve(api);
    await fetch(url);
    const page = await pageAt(await serve(createLocalApi({ target: 'http-2.0', routes: { $default: () => 'home' } })));
    const replay = `fetch(${JSON.stringify(`${url}/@inspect/replay/1`)}, { method: 'POST', headers: { 'X-Inspect': 'replay' } }).catch(() => 'refused')`;
    expect(await page.evaluate(replay)).toBe('refused');
    expect(api.exchanges).toHaveLength(1);
  });
});
