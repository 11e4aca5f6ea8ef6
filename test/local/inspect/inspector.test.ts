import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { createLocalApi, createLocalWebsocketApi, type LocalServer } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { inspect } from '../../../src/local/inspect/inspector.js';
import type { ExchangeSummary, InspectedApi } from '../../../src/local/inspect/view.js';

const OURS = { method: 'POST', headers: { 'X-Inspect': 'send' } };

async function listOf(origin: string): Promise<InspectedApi> {
  return (await fetch(`${origin}/@inspect/exchanges`)).json();
}

describe('the inspection page', () => {
  const api = createLocalApi({
    target: 'http-2.0',
    routes: {
      $default: ({ rawPath }) => (rawPath === '/throw' ? Promise.reject(new Error('no')) : rawPath),
      'POST /echo': ({ body, headers }) => ({ body, length: headers['content-length'] }),
      'GET /page': () => ({ statusCode: 200, headers: { 'Content-Type': 'Text/HTML' }, body: '<script>alert(1)</script>' }),
      'GET /drawing': () => ({ statusCode: 200, headers: { 'Content-Type': 'image/svg+xml' }, body: '<svg onload="alert(1)"/>' }),
    },
    keep: 100,
  });
  let server: LocalServer;
  beforeAll(async () => {
    server = await api.listen(0, { inspect: true });
  });
  afterAll(() => server.close());

  const at = (path: string, init?: RequestInit) => fetch(`${server.origin}/@inspect${path}`, init);
  /** Sends a request, and returns the number of its exchange. */
  const exchange = async (path: string, init?: RequestInit): Promise<number> => {
    await fetch(server.origin + path, init);
    return api.last?.index ?? 0;
  };

  test.each([
    ['', 'text/html; charset=utf-8'],
    ['/page.css', 'text/css; charset=utf-8'],
    ['/page.js', 'text/javascript; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
    ['/exchanges', 'application/json'],
  ])('is served: %s', async (path, type) => {
    const response = await at(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect((await response.text()).length).toBeGreaterThan(50);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
    );
  });

  test('is small', async () => {
    const sizes = await Promise.all(['', '/page.css', '/page.js', '/icon.svg'].map(async (path) => (await (await at(path)).text()).length));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(40_000);
  });

  test('lists the exchanges of the API, but not its own requests', async () => {
    const first = await exchange('/a?b=1');
    await exchange('/throw');
    const { target, prefix, exchanges } = await listOf(server.origin);
    expect([target, prefix]).toEqual(['http-2.0', '']);
    expect(exchanges.slice(-2)).toMatchObject<Partial<ExchangeSummary>[]>([
      {
        index: first,
        kind: 'request',
        method: 'GET',
        target: '/a?b=1',
        route: '$default',
        status: 200,
        isFailed: false,
        errors: 0,
        warnings: 0,
      },
      { index: first + 1, status: 500, isFailed: true, errors: 1 },
    ]);
  });

  test('has everything about an exchange', async () => {
    const index = await exchange('/throw');
    const view = await (await at(`/exchanges/${index}`)).json();
    expect(view).toMatchObject({ index, error: expect.stringContaining('Error: no'), issues: [{ severity: 'error' }] });
  });

  test('sends a request again', async () => {
    const index = await exchange('/again');
    const sent = await (await at(`/send/${index}`, OURS)).json();
    expect(sent).toEqual({ index: index + 1 });
    expect(api.last).toMatchObject({ index: index + 1, request: { target: '/again' } });
  });

  test('sends an edited request', async () => {
    const index = await exchange('/echo', { method: 'POST', body: 'a', headers: { 'Content-Type': 'text/plain' } });
    const edited = {
      method: 'POST',
      target: '/echo?x=1',
      headers: [
        ['content-length', '1'],
        ['Content-Type', 'text/plain'],
      ],
      body: 'é',
    };
    expect((await at(`/send/${index}`, { ...OURS, body: JSON.stringify(edited) })).status).toBe(200);
    expect(api.last).toMatchObject({ request: { target: '/echo?x=1' }, result: { body: 'é', length: '2' } });
  });

  test('keeps the bytes of a body that the edit leaves out', async () => {
    const body = Uint8Array.of(0, 255, 1);
    const index = await exchange('/echo', { method: 'POST', body, headers: { 'Content-Type': 'image/png' } });
    const edited = { method: 'POST', target: '/echo', headers: [['Content-Type', 'image/gif']] };
    await at(`/send/${index}`, { ...OURS, body: JSON.stringify(edited) });
    expect(api.last?.request).toMatchObject({
      headers: [
        ['Content-Type', 'image/gif'],
        ['Content-Length', '3'],
      ],
      body,
    });
  });

  const valid = { method: 'GET', target: '/', headers: [] };
  test.each<[string, unknown]>([
    ['something that is not JSON', '{'],
    ['an array', []],
    ['a method with a space', { ...valid, method: 'GET /' }],
    ['a method that is missing', { ...valid, method: undefined }],
    ['a path without a slash', { ...valid, target: 'a' }],
    ['a path with a space', { ...valid, target: '/a b' }],
    ['a path with a line break', { ...valid, target: '/a\r\nX: 1' }],
    ['headers that are an object', { ...valid, headers: {} }],
    ['a header with a line break', { ...valid, headers: [['X', '1\r\nY: 2']] }],
    ['a header name with a space', { ...valid, headers: [['X Y', '1']] }],
    ['a header with three parts', { ...valid, headers: [['X', '1', '2']] }],
    ['a body that is a number', { ...valid, body: 1 }],
  ])('sends no edited request with %s', async (_, edited) => {
    const index = await exchange('/before');
    const body = typeof edited === 'string' ? edited : JSON.stringify(edited);
    const response = await at(`/send/${index}`, { ...OURS, body });
    expect([response.status, (await response.text()).endsWith('.')]).toEqual([400, true]);
    expect(api.last?.index).toBe(index);
  });

  test.each([
    ['/page', 'text/html; charset=utf-8'],
    ['/drawing', 'image/svg+xml'],
  ])('shows a preview of %s that can do nothing', async (path, type) => {
    const response = await at(`/preview/${await exchange(path)}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('has no preview of other responses', async () => {
    expect((await at(`/preview/${await exchange('/text')}`)).status).toBe(404);
  });

  test('is served with a slash at the end of its path, and for HEAD', async () => {
    expect([(await at('/')).status, await (await at('/')).text()]).toEqual([200, await (await at('')).text()]);
    const head = await at('', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/html; charset=utf-8', '']);
  });

  test.each<[string, string, RequestInit]>([
    ['another page asks to send', '/send/1', { method: 'POST' }],
    ['the method is GET', '/send/1', { headers: { 'X-Inspect': 'send' } }],
    ['the method is PUT', '/send/1', { ...OURS, method: 'PUT' }],
    ['the exchange does not exist', '/send/999', OURS],
    ['an HTTP API is sent a message', '/message/1', OURS],
    ['the exchange is read by POST', '/exchanges/1', OURS],
    ['the path is unknown', '/other', {}],
    ['the path is inherited', '/constructor', {}],
  ])('answers 404 and sends nothing if %s', async (_, path, init) => {
    const last = await exchange('/before');
    expect((await at(path, init)).status).toBe(404);
    expect(api.last?.index).toBe(last);
  });

  test('is not shown under a name of another site', async () => {
    const { port } = new URL(server.origin);
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
    expect(await inspect(request, { run: 'a', target: 'rest', prefix: '', exchanges: [] })).toMatchObject({ status });
  });

  test('sends a request again even if onExchange throws', async () => {
    const onExchange = () => {
      throw new Error('not mine');
    };
    const server = await createLocalApi({ target: 'http-2.0', routes: { $default: () => 'ok' }, onExchange }).listen(0, {
      inspect: true,
    });
    await fetch(server.origin);
    const sent = await fetch(`${server.origin}/@inspect/send/1`, OURS);
    expect([sent.status, await sent.json(), (await listOf(server.origin)).exchanges.length]).toEqual([200, {}, 2]);
    await server.close();
  });

  test('is a path of the API unless `inspect` is set', async () => {
    const plain = await api.listen();
    expect(await (await fetch(`${plain.url}/@inspect`)).text()).toBe('/@inspect');
    await plain.close();
  });

  test('has a new `run` for each start', async () => {
    const again = await api.listen(0, { inspect: true });
    expect((await listOf(again.origin)).run).not.toBe((await listOf(server.origin)).run);
    await again.close();
  });
});

describe('the inspection page of a WebSocket API', () => {
  const api = createLocalWebsocketApi({
    routes: {
      $default: {
        routeResponse: true,
        handler: ({ body, requestContext: { connectionId } }) => {
          const target = `/prod/@connections/${encodeURIComponent(connectionId)}`;
          api.connections.handle({ method: 'POST', target, headers: [], body: new TextEncoder().encode('posted') });
          return { statusCode: 200, body: `heard ${body}` };
        },
      },
    },
    keep: 100,
  });
  let server: LocalServer;
  beforeAll(async () => {
    server = await api.listen(0, { inspect: true });
  });
  afterAll(() => server.close());

  /** Connects a client, which keeps what it receives. */
  async function connect(): Promise<{ client: WebSocket; received: string[] }> {
    const client = new WebSocket(`${server.url}?room=1`);
    const received: string[] = [];
    client.on('message', (message) => received.push(String(message)));
    await new Promise((resolve) => client.once('open', resolve));
    return { client, received };
  }

  test('lists each step of a conversation, what functions posted, and the open connections', async () => {
    const { client, received } = await connect();
    client.send('hi');
    await expect.poll(() => received).toEqual(['posted', 'heard hi']);
    const { exchanges, posts, open, prefix } = await listOf(server.origin);
    expect(exchanges.slice(-2)).toMatchObject([
      { kind: 'connect', status: 101, target: '/prod?room=1' },
      { kind: 'message', sent: 'hi', received: 'heard hi', connectionId: open.at(-1) },
    ]);
    expect([prefix, posts.at(-1)]).toEqual([
      '/prod',
      { connectionId: open.at(-1), postedAt: expect.any(Number), after: expect.any(Number), text: 'posted' },
    ]);
    client.close();
    await expect.poll(async () => (await listOf(server.origin)).exchanges.at(-1)?.kind).toBe('disconnect');
  });

  test('sends a message as the client, which receives the answer', async () => {
    const { client, received } = await connect();
    const index = api.last?.index;
    const sent = await fetch(`${server.origin}/@inspect/message/${index}`, { ...OURS, body: 'again' });
    expect([sent.status, await sent.json()]).toEqual([200, {}]);
    await expect.poll(() => received).toEqual(['posted', 'heard again']);
    client.close();
  });

  test('sends a message of a closed connection on a new one with the same handshake', async () => {
    const { client } = await connect();
    const [connected, connectionId] = [api.last?.index, api.last?.connectionId];
    client.close();
    await expect.poll(async () => (await listOf(server.origin)).open).not.toContain(connectionId);
    const sent = await fetch(`${server.origin}/@inspect/message/${connected}`, { ...OURS, body: 'late' });
    const { index } = await sent.json();
    const steps = api.exchanges.filter((exchange) => exchange.connectionId === api.last?.connectionId);
    expect(steps.map(({ request }) => request.target)).toEqual(Array(3).fill('/prod?room=1'));
    expect(steps[1]).toMatchObject({ index, response: { frame: 'heard late' } });
    expect(api.last?.connectionId).not.toBe(connectionId);
  });

  test('sends no message that is too long, and no HTTP request', async () => {
    await (await api.connect()).send('hi');
    const last = api.last?.index;
    const tooLong = await fetch(`${server.origin}/@inspect/message/${last}`, { ...OURS, body: 'x'.repeat(131_073) });
    expect([tooLong.status, await tooLong.text()]).toEqual([400, 'A message can have 131072 bytes at most.']);
    expect((await fetch(`${server.origin}/@inspect/send/${last}`, OURS)).status).toBe(404);
    expect(api.last?.index).toBe(last);
  });
});
