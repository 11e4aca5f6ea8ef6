import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect as connectSocket, type Socket } from 'node:net';
import { ApiGatewayManagementApiClient, DeleteConnectionCommand, PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import type { APIGatewayProxyWebsocketEvent } from 'apigw-proxy';
import { createLocalWebsocketApi, type LocalServer, type LocalWebsocketApiInit, type WebsocketExchange } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createFrameMeter } from '../../src/local/server/frame-meter.js';
import { gate } from './gate.js';

const ok = () => ({ statusCode: 200 });
const echo = {
  handler: (event: APIGatewayProxyWebsocketEvent) => ({
    statusCode: 200,
    body: `${event.requestContext.routeKey} ${'body' in event ? event.body : ''}`,
  }),
  routeResponse: true,
};

describe('createLocalWebsocketApi', () => {
  test('handles connect, messages and disconnect', async () => {
    const api = createLocalWebsocketApi({ routes: { $connect: ok, say: echo, $default: echo, $disconnect: ok } });
    const client = await api.connect({ query: 'token=1', headers: { 'User-Agent': 'test/1' } });
    expect([client.response.status, client.isOpen, client.connectionId]).toEqual([101, true, 'Xc0000000000001=']);
    expect(api.last?.event).toMatchObject({ queryStringParameters: { token: '1' }, requestContext: { eventType: 'CONNECT' } });
    await client.send('{"action":"say"}');
    await client.send('no JSON');
    expect(client.received).toEqual(['say {"action":"say"}', '$default no JSON']);
    await client.close(4000, 'bye');
    expect(api.last?.event?.requestContext).toMatchObject({
      eventType: 'DISCONNECT',
      disconnectStatusCode: 4000,
      disconnectReason: 'bye',
      connectionId: client.connectionId,
    });
    await expect(client.send('x')).rejects.toThrow('The connection is closed.');
  });

  test.each<[string, LocalWebsocketApiInit['routes'], string, string[], string | undefined]>([
    ['selects no route', { say: echo }, '{"action":"other"}', ['Forbidden'], undefined],
    ['goes to a route without a route response', { say: echo.handler }, '{"action":"say"}', [], 'say'],
    ['makes its function throw', { say: () => Promise.reject(new Error('no')) }, '{"action":"say"}', ['Internal server error'], 'say'],
    ['takes too long', { say: () => new Promise(() => undefined) }, '{"action":"say"}', ['Endpoint request timed out'], 'say'],
    ['names a route of the gateway', { $connect: ok, $default: echo }, '{"action":"$connect"}', [undefined as never], '$default'],
  ])('answers a message that %s', async (what, routes, message, said, route) => {
    const limits = what === 'takes too long' ? { timeout: 20 } : {};
    const client = await createLocalWebsocketApi({ routes, limits }).connect();
    const exchange: WebsocketExchange = await client.send(message);
    expect(exchange.route).toBe(route);
    if (said[0] !== undefined || said.length === 0) expect(client.received.map((text) => JSON.parse(text).message)).toEqual(said);
  });

  const Statement = (Effect: 'Allow' | 'Deny') => [{ Effect, Action: '*', Resource: 'arn:aws:execute-api:*:*:*/prod/$connect' }];
  const authorizer = ({ queryStringParameters }: { queryStringParameters?: Record<string, string> }) => ({
    principalId: 'ada',
    policyDocument: { Version: '2012-10-17', Statement: Statement(queryStringParameters?.['token'] === '1' ? 'Allow' : 'Deny') },
    context: { role: 'admin' },
  });

  test.each([
    [undefined, 401],
    ['token=2', 403],
    ['token=1', 101],
  ])('calls the authorizer for a handshake with %s', async (query, status) => {
    const api = createLocalWebsocketApi({
      routes: { $connect: ok, $default: ok },
      authorizers: { users: { request: authorizer, identitySource: ['route.request.querystring.token'] } },
      authorizer: 'users',
    });
    const client = await api.connect(query === undefined ? {} : { query });
    expect([client.response.status, client.isOpen]).toEqual([status, status === 101]);
    if (status !== 101) return;
    await client.send('x');
    expect(api.last?.event?.requestContext).toMatchObject({ authorizer: { principalId: 'ada', role: 'admin' } });
  });

  test.each([
    [{}, 403],
    [{ 'x-api-key': 'secret' }, 101],
  ])('requires an API key: %j', async (headers, status) => {
    const routes = { $connect: { handler: ok, apiKeyRequired: true } };
    const client = await createLocalWebsocketApi({ routes, apiKeys: [{ id: 'k', value: 'secret' }] }).connect({ headers });
    expect(client.response.status).toBe(status);
  });

  test.each([
    [() => ({ statusCode: 403 }), 403],
    [() => Promise.reject(new Error('no')), 502],
    [() => ({ statusCode: 200, cookies: [] }), 502],
  ])('rejects a connection that $connect rejects', async (handler, status) => {
    const client = await createLocalWebsocketApi({ routes: { $connect: handler } }).connect();
    expect([client.response.status, client.isOpen]).toEqual([status, false]);
    await client.close();
  });

  test.each<[LocalWebsocketApiInit, string]>([
    [{ routes: { $conect: ok } }, 'invalid-route'],
    [{ routes: {}, limits: { maxBody: 1 } as never }, 'unknown-option'],
    [{ routes: {}, limits: { idle: 0 } }, 'invalid-option'],
    [{ routes: {}, rootes: {} } as never, 'unknown-option'],
    [{ routes: { say: { handler: ok, scopes: ['a'] } } }, 'unsupported-option'],
  ])('rejects %j', (init, code) => {
    expect(() => createLocalWebsocketApi(init)).toThrow(expect.objectContaining({ code }));
  });

  test('rejects with the error of onExchange, so that it can contain assertions', async () => {
    const onExchange = () => {
      throw new Error('not what I expected');
    };
    await expect(createLocalWebsocketApi({ routes: {}, onExchange }).connect()).rejects.toThrow('not what I expected');
  });

  test('lets functions post to its clients and close them', async () => {
    const api = createLocalWebsocketApi({ routes: { $disconnect: ok } });
    const client = await api.connect();
    const target = `/prod/@connections/${encodeURIComponent(client.connectionId)}`;
    expect(api.connections.handle({ method: 'POST', target, headers: [], body: new TextEncoder().encode('hi') }).status).toBe(200);
    expect(client.received).toEqual(['hi']);
    expect(api.connections.handle({ method: 'DELETE', target, headers: [] }).status).toBe(204);
    expect(client.isOpen).toBe(false);
    await expect.poll(() => api.last?.route).toBe('$disconnect');
    expect(api.connections.handle({ method: 'POST', target, headers: [] }).status).toBe(410);
  });
});

describe('the server of a WebSocket API', () => {
  const servers: LocalServer[] = [];
  afterEach(async () => {
    vi.useRealTimers();
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  async function listen(init: LocalWebsocketApiInit) {
    const api = createLocalWebsocketApi(init);
    const server = await api.listen();
    servers.push(server);
    return { api, url: server.origin, at: server.url };
  }

  async function open(at: string, protocols: string[] = []): Promise<WebSocket> {
    const client = new WebSocket(at, protocols);
    await once(client, 'open');
    return client;
  }

  const hear = async (client: WebSocket): Promise<string> => String((await once(client, 'message'))[0]);
  const waitForClose = async (client: WebSocket): Promise<[number, string]> => {
    const [code, reason] = await once(client, 'close');
    return [code, String(reason)];
  };

  test('handles a ws client like a client without a server', async () => {
    const { api, at } = await listen({ routes: { $connect: ok, say: echo, $disconnect: ok } });
    const client = await open(`${at}/?a=1`);
    client.send('{"action":"say"}');
    expect(await hear(client)).toBe('say {"action":"say"}');
    client.close(4000, 'bye');
    await expect.poll(() => api.last?.route).toBe('$disconnect');
    expect(api.last?.event?.requestContext).toMatchObject({ disconnectStatusCode: 4000, disconnectReason: 'bye' });
    expect(api.exchanges[0]?.event).toMatchObject({
      queryStringParameters: { a: '1' },
      requestContext: { identity: { sourceIp: '127.0.0.1' } },
    });
  });

  test('accepts the subprotocol that $connect chooses', async () => {
    const { at } = await listen({ routes: { $connect: () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'b' } }) } });
    expect((await open(at, ['a', 'b'])).protocol).toBe('b');
  });

  test.each([
    ['/prod', { $connect: () => ({ statusCode: 401 }) }, 401],
    ['/other', { $connect: ok }, 403],
  ])('rejects a handshake at %s with a response', async (path, routes, status) => {
    const { api, url } = await listen({ routes });
    const client = new WebSocket(url.replace('http', 'ws') + path);
    const [, response] = await once(client, 'unexpected-response');
    expect([response.statusCode, api.last?.route]).toEqual([status, path === '/prod' ? '$connect' : undefined]);
    const miss = expect.objectContaining({ code: 'request-prefix-missing', path: ['target'], found: '/prod' });
    if (path !== '/prod') expect(api.last?.response).toMatchObject({ issues: expect.arrayContaining([miss]) });
    client.on('error', () => undefined).terminate();
  });

  test('rejects an invalid handshake', async () => {
    const { url } = await listen({ routes: {} });
    const socket = connectSocket(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'GET /prod HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n',
    );
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 400 /);
    socket.destroy();
    expect((await fetch(`${url}/prod`)).status).toBe(403);
  });

  test.each<[string, Partial<LocalWebsocketApiInit>, string | Uint8Array, number]>([
    ['a frame that is too large', {}, 'x'.repeat(33_000), 1009],
    ['a message that is too large', { limits: { maxFrame: 1_000_000 } }, 'x'.repeat(132_000), 1009],
    ['a binary message', {}, new Uint8Array(1), 1003],
  ])('closes the connection on %s without calling the function', async (_, init, message, code) => {
    const { api, at } = await listen({ routes: { $default: echo }, ...init });
    const client = await open(at);
    client.send(message);
    expect((await waitForClose(client))[0]).toBe(code);
    expect(api.exchanges.map(({ route }) => route)).not.toContain('$default');
  });

  test('accepts a large message in small frames', async () => {
    const { at } = await listen({
      routes: {
        $default: {
          ...echo,
          handler: (event: APIGatewayProxyWebsocketEvent) => ({ statusCode: 200, body: `${'body' in event && event.body.length}` }),
        },
      },
    });
    const client = await open(at);
    const answer = hear(client);
    client.send('x'.repeat(30_000), { fin: false });
    client.send('x'.repeat(30_000), { fin: true });
    expect(await answer).toBe('60000');
  });

  test.each([
    ['idle', {}, 10 * 60_000],
    ['old', { idle: Number.POSITIVE_INFINITY }, 2 * 3_600_000],
  ])('closes a connection that is too %s', async (_, limits, milliseconds) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    const { api, at } = await listen({ routes: { $disconnect: ok }, limits });
    const client = await open(at);
    const end = waitForClose(client);
    await vi.advanceTimersByTimeAsync(milliseconds - 1);
    expect(client.readyState).toBe(client.OPEN);
    await vi.advanceTimersByTimeAsync(30_000);
    vi.useRealTimers();
    expect(await end).toEqual([1001, 'Going away']);
    await expect.poll(() => api.last?.event?.requestContext).toMatchObject({ disconnectStatusCode: 1001, disconnectReason: 'Going away' });
  });

  test('calls $disconnect for a client that vanishes', async () => {
    const { api, at } = await listen({ routes: { $disconnect: ok } });
    (await open(at)).terminate();
    await expect.poll(() => api.last?.event?.requestContext).toMatchObject({ disconnectStatusCode: 1006 });
  });

  test('calls $disconnect for a client that leaves during its handshake', async () => {
    const { promise: began, resolve: begin } = gate();
    const { promise: may, resolve: go } = gate();
    const slow = async () => {
      begin();
      await may;
      return { statusCode: 200 };
    };
    const { api, at } = await listen({ routes: { $connect: slow, $disconnect: ok } });
    const client = new WebSocket(at).on('error', () => undefined);
    await began;
    client.terminate();
    await new Promise((resolve) => client.once('close', resolve));
    go();
    await expect.poll(() => api.last?.event?.requestContext).toMatchObject({ eventType: 'DISCONNECT', disconnectStatusCode: 1006 });
    expect(api.connections.connections.size).toBe(0);
  });

  test('serves the management API to the client of the AWS SDK', async () => {
    const { api, at, url } = await listen({ routes: { $connect: ok } });
    const client = await open(at);
    const ConnectionId = api.last?.connectionId ?? '';
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
    const management = new ApiGatewayManagementApiClient({ endpoint: `${url}/prod`, region: 'us-east-1', credentials, maxAttempts: 1 });
    const answer = hear(client);
    await management.send(new PostToConnectionCommand({ ConnectionId, Data: 'posted' }));
    expect(await answer).toBe('posted');
    const end = waitForClose(client);
    await management.send(new DeleteConnectionCommand({ ConnectionId }));
    expect((await end)[0]).toBe(1000);
    await expect(management.send(new PostToConnectionCommand({ ConnectionId, Data: 'x' }))).rejects.toMatchObject({
      name: 'GoneException',
    });
    management.destroy();
  });

  test.each<[string, Record<string, string>, number]>([
    ['a program', {}, 200],
    ['a program that names localhost', { Host: 'localhost' }, 200],
    ['a page of this server', { Host: '127.0.0.1:1', Origin: 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['a page of another site', { Origin: 'https://evil.example' }, 403],
    ['a page of another port', { Host: '127.0.0.1:1', Origin: 'http://127.0.0.1:2', 'Sec-Fetch-Site': 'same-site' }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
    ['an image of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
    ['the name of another site', { Host: 'evil.example' }, 403],
    ['a name that only begins like this machine', { Host: '127.0.0.1.evil.example' }, 403],
  ])('lets no page of another site use @connections: %s', async (_, headers, status) => {
    const { api, at, url } = await listen({ routes: { $connect: ok } });
    const client = await open(at);
    let received = 0;
    client.on('message', () => {
      received += 1;
    });
    const target = `/prod/@connections/${encodeURIComponent(api.last?.connectionId ?? '')}`;
    const call = (method: string, body?: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        httpRequest(url + target, { method, headers }, (response) => resolve(response.resume().statusCode))
          .once('error', reject)
          .end(body);
      });
    expect([await call('GET'), await call('POST', 'hi')]).toEqual([status, status]);
    await expect.poll(() => received).toBe(status === 200 ? 1 : 0);
    expect(await call('DELETE')).toBe(status === 200 ? 204 : 403);
  });

  test('gives its connections random ids', async () => {
    const { api, at } = await listen({ routes: {} });
    await Promise.all([open(at), open(at)]);
    const ids = [...api.connections.connections.keys()];
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[\w-]{15}=$/);
    const other = await listen({ routes: {} });
    await open(other.at);
    expect(ids).not.toContain(other.api.last?.connectionId);
  });

  test.each<[Partial<LocalWebsocketApiInit>, string]>([
    [{ connectionIds: (index) => `connection-${index}` }, 'connection-1'],
    [{ ids: { connectionId: 'fixed' } }, 'fixed'],
    [{ ids: { connectionId: 'fixed' }, connectionIds: () => 'mine' }, 'mine'],
  ])('uses the connection ids of the settings: %j', async (settings, id) => {
    const { api, at } = await listen({ routes: { $connect: ok }, ...settings });
    await open(at);
    expect(api.last).toMatchObject({ connectionId: id, event: { requestContext: { connectionId: id } } });
    expect([...api.connections.connections.keys()]).toEqual([id]);
  });

  test('answers posts to a client that does not read with 429, and delivers the accepted ones', async () => {
    const { api, at } = await listen({ routes: { $connect: ok } });
    const client = await open(at);
    client.pause();
    const body = new Uint8Array(131_072).fill(120);
    const target = `/prod/@connections/${encodeURIComponent(api.last?.connectionId ?? '')}`;
    const post = () => api.connections.handle({ method: 'POST', target, headers: [], body });
    let accepted = 0;
    // The system's own buffers hold some megabytes.
    while (accepted < 1000 && post().status === 200) {
      accepted += 1;
      await new Promise(setImmediate);
    }
    expect(accepted).toBeLessThan(1000);
    expect(post()).toMatchObject({ status: 429, headers: expect.arrayContaining([['x-amzn-ErrorType', 'LimitExceededException']]) });
    let received = 0;
    client.on('message', () => {
      received += 1;
    });
    client.resume();
    await expect.poll(() => received).toBe(accepted);
    expect(post().status).toBe(200);
  });

  test('reads no more messages from a client that does not read', async () => {
    const say = { handler: () => ({ statusCode: 200, body: 'x'.repeat(20_000) }), routeResponse: true };
    const { at } = await listen({ routes: { say } });
    const client = await open(at);
    client.pause();
    for (let sent = 0; sent < 200_000; sent += 1) client.send('{"action":"say"}');
    expect(await settle(() => client.bufferedAmount)).toBeGreaterThan(0);
    client.terminate();
  });

  test('rejects a handshake with a head that is too large', async () => {
    const { api, at } = await listen({ routes: { $connect: ok } });
    const client = new WebSocket(at, { headers: { a: 'x'.repeat(10_240) } });
    const [, response] = await once(client, 'unexpected-response');
    expect([response.statusCode, api.last?.event, api.last?.route]).toEqual([413, undefined, undefined]);
    client.on('error', () => undefined).terminate();
  });

  test.each<[string, (client: WebSocket, socket: Socket) => unknown, number]>([
    [
      'a message that is too large, in small frames',
      (client) => Array.from({ length: 5 }, (_, at) => client.send('x'.repeat(30_000), { fin: at === 4 })),
      1009,
    ],
    ['text that is not UTF-8', (client) => client.send(new Uint8Array([0xff]), { binary: false }), 1007],
    ['a frame with a reserved code', (_, socket) => socket.write(new Uint8Array([0x83, 0x80, 0, 0, 0, 0])), 1002],
  ])('passes the close code to $disconnect after %s', async (_, spoil, code) => {
    const { api, at } = await listen({ routes: { $disconnect: ok } });
    const client = await open(at);
    const end = waitForClose(client);
    spoil(client, Reflect.get(client, '_socket'));
    expect((await end)[0]).toBe(code);
    await expect.poll(() => api.last?.event?.requestContext).toMatchObject({ eventType: 'DISCONNECT', disconnectStatusCode: code });
  });

  test('waits for $disconnect when it closes', async () => {
    const { promise: began, resolve: begin } = gate();
    const { promise: may, resolve: go } = gate();
    const handler = async () => {
      begin();
      await may;
      return { statusCode: 200 };
    };
    const api = createLocalWebsocketApi({ routes: { $disconnect: handler } });
    const server = await api.listen(0, { closeTimeout: 3_600_000 });
    await open(server.url);
    const closing = Promise.all([server.close(), server.close()]);
    await began;
    go();
    await closing;
    expect(api.last).toMatchObject({ route: '$disconnect', event: { requestContext: { disconnectStatusCode: 1001 } } });
    await server.close();
  });

  test('does not wait forever for $disconnect', async () => {
    const api = createLocalWebsocketApi({ routes: { $disconnect: () => new Promise(() => undefined) } });
    const server = await api.listen(0, { closeTimeout: 30 });
    await open(server.url);
    await server.close();
    expect(api.last?.route).toBeUndefined();
  });

  test('warns if onExchange throws, and keeps running', async () => {
    const warned = once(process, 'warning');
    const onExchange = () => {
      throw new Error('not what I expected');
    };
    const { at } = await listen({ routes: { $connect: ok, say: echo, $disconnect: ok }, onExchange });
    const client = await open(at);
    client.send('{"action":"say"}');
    expect(await hear(client)).toBe('say {"action":"say"}');
    expect((await warned)[0]).toMatchObject({ name: 'ExchangeWarning' });
    client.close();
    await waitForClose(client);
    await open(at);
  });

  test('has its connections only below its stage', async () => {
    const { api, at, url } = await listen({ routes: { $connect: ok } });
    await open(at);
    const id = encodeURIComponent(api.last?.connectionId ?? '');
    const statuses = [];
    for (const front of ['/prod', '/dev', '', '/a/prod']) statuses.push((await fetch(`${url}${front}/@connections/${id}`)).status);
    expect(statuses).toEqual([200, 403, 403, 403]);
  });

  test('sends a close frame to its clients when it closes', async () => {
    const { at } = await listen({ routes: {} });
    const client = await open(at);
    const end = waitForClose(client);
    await servers.pop()?.close();
    expect(await end).toEqual([1001, 'Going away']);
  });
});

/** Waits until a number stays the same for a while. */
async function settle(read: () => number): Promise<number> {
  for (let before = read(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = read();
    if (after === before) return after;
    before = after;
  }
}

describe('createFrameMeter', () => {
  const frame = fc.record({ length: fc.constantFrom(0, 1, 125, 126, 127, 300, 65_535, 65_536), isMasked: fc.boolean() });

  test('measures frames in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 4 }), fc.integer({ min: 1, max: 70_000 }), (frames, size) => {
        let found = 0;
        const meter = createFrameMeter(125, () => {
          found += 1;
        });
        const bytes = Buffer.concat(frames.map(encode));
        for (let at = 0; at < bytes.length; at += size) meter(bytes.subarray(at, at + size));
        expect(found).toBe(frames.filter(({ length }) => length > 125).length);
      }),
    );
  });

  function encode({ length, isMasked }: { length: number; isMasked: boolean }): Buffer {
    const head =
      length < 126
        ? Buffer.from([0x81, length])
        : length < 65_536
          ? Buffer.from([0x81, 126, 0, 0])
          : Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
    if (head.length === 4) head.writeUInt16BE(length, 2);
    if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
    head[1] = (head[1] ?? 0) | (isMasked ? 0x80 : 0);
    return Buffer.concat([head, Buffer.alloc(isMasked ? 4 : 0, 0xff), Buffer.alloc(length, 0xff)]);
  }
});
