import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { HttpRequest, HttpResponse, RenderTarget } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import { fromFetchRequest, toFetchResponse } from 'apigw-proxy/http';
import { awslambda, createLocalApi, type LocalApi, type LocalServer, serve } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import supertest from 'supertest';
import { fetch as undiciFetch, request as undiciRequest } from 'undici';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { draws } from '../../draws.js';
import { gate } from '../gate.js';

const run = promisify(execFile);
const servers: LocalServer[] = [];

async function listen(api: Pick<LocalApi, 'listen'>, options?: Parameters<LocalApi['listen']>[1]): Promise<string> {
  const server = await api.listen(0, options);
  servers.push(server);
  return server.origin;
}

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Sends a request unchanged, and reads the response as it is on the wire. */
function send(url: string, { method, target, headers, body }: HttpRequest, agent?: Agent): Promise<HttpResponse> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      hostname,
      port,
      method,
      path: target,
      headers: headers.flat(),
      setHost: false,
      ...(agent && { agent }),
    });
    outgoing.once('error', reject).once('response', (message) => read(message).then(resolve, reject));
    outgoing.end(body);
  });
}

async function read(message: IncomingMessage): Promise<HttpResponse> {
  const parts: Uint8Array[] = [];
  for await (const part of message) parts.push(part);
  const { rawHeaders, statusCode: status = 0, statusMessage: statusText = '' } = message;
  const headers = Array.from(
    { length: rawHeaders.length / 2 },
    (_, at) => [rawHeaders[2 * at] ?? '', rawHeaders[2 * at + 1] ?? ''] as const,
  );
  return { status, statusText, headers, body: new Uint8Array(Buffer.concat(parts)) };
}

/** Sends bytes and reads until the server closes the connection. */
function talk(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
  return text(socket);
}

const echo = (event: unknown) => ({ statusCode: 200, headers: { 'X-Echo': 'yes' }, body: JSON.stringify(event) });

describe('the server of a local API', () => {
  test.each<RenderTarget>(['rest', 'http-1.0', 'http-2.0', 'function-url'])('answers %s as it does without a server', async (target) => {
    const catchAll = { rest: { 'ANY /': echo, 'ANY /{rest+}': echo }, 'function-url': { $default: echo } };
    const defaults = { 'ANY /{rest+}': echo, $default: echo };
    const routes = target in catchAll ? catchAll[target as keyof typeof catchAll] : defaults;
    const api = createLocalApi({
      target,
      routes,
      now: () => 1_767_323_045_678,
      ids: { extendedRequestId: 'a', requestId: 'b', traceId: 'Root=1' },
    });
    const url = await listen(api);
    const agent = new Agent({ keepAlive: true });
    const drawn = exchange(target).map(({ request }) => onTheWire(request));
    await fc.assert(
      fc.asyncProperty(drawn, async (request) => {
        const { response } = await api.exchange({ ...request, sourceIp: '127.0.0.1', httpVersion: '1.1' });
        const { status, statusText, headers, body } = response;
        expect(await send(url, request, agent)).toEqual({ status, statusText, headers, body });
      }),
      { numRuns: draws(1 / 10) },
    );
    agent.destroy();
  });

  test.each<RenderTarget>(['rest', 'http-1.0', 'http-2.0', 'function-url'])(
    'answers %s through fetch as its server does',
    async (target) => {
      const routes = target === 'rest' ? { 'ANY /': echo, 'ANY /{rest+}': echo } : { $default: echo };
      const ids = { extendedRequestId: 'a', requestId: 'b', traceId: 'Root=1' };
      const api = createLocalApi({ target, routes, now: () => 1_767_323_045_678, ids });
      const url = await listen(api);
      const agent = new Agent({ keepAlive: true });
      await fc.assert(
        fc.asyncProperty(exchange(target), async ({ request: { body: drawn, ...rest } }) => {
          // Fetch sends no body with GET and HEAD.
          const body = drawn !== undefined && !['GET', 'HEAD'].includes(rest.method) ? new Uint8Array(drawn) : undefined;
          const { method, target: path, headers } = onTheWire({ ...rest, ...(body && { body }) });
          const asked = new Request(new URL(url + path), { method, headers: headers.map(([...pair]) => pair), ...(body && { body }) });
          const sent = await fromFetchRequest(asked.clone());
          const [inProcess, onSocket] = [await api.fetch(asked), await send(url, sent, agent)];
          expect([inProcess.status, new Uint8Array(await inProcess.arrayBuffer())]).toEqual([onSocket.status, onSocket.body]);
          expect([...inProcess.headers]).toEqual([...toFetchResponse(onSocket).headers]);
        }),
        { numRuns: draws(1 / 10) },
      );
      agent.destroy();
    },
  );

  test('answers fetch as it does without a server', async () => {
    const api = createLocalApi({
      target: 'http-2.0',
      routes: { $default: echo },
      now: () => 0,
      ids: { extendedRequestId: 'a', traceId: 'b' },
    });
    const url = await listen(api);
    const sent = { method: 'POST', headers: { 'content-type': 'text/plain', 'content-length': '2' }, body: 'hi' };
    const onSocket = await send(url, {
      ...sent,
      target: '/a?b=1',
      headers: Object.entries({ host: '127.0.0.1', ...sent.headers }),
      body: new TextEncoder().encode('hi'),
    });
    const inProcess = await api.fetch('/a?b=1', sent);
    expect(new TextDecoder().decode(onSocket.body)).toBe(await inProcess.text());
  });

  const users = createLocalApi({
    target: 'http-2.0',
    routes: { 'POST /users/{id}': async ({ pathParameters, body }) => ({ id: pathParameters?.['id'], body }), $default: () => 'hello' },
  });

  test.each<[string, (url: string) => Promise<unknown>]>([
    ['fetch', async (url) => (await fetch(`${url}/users/1`, { method: 'POST', body: 'x' })).json()],
    ['fetch of undici', async (url) => (await undiciFetch(`${url}/users/1`, { method: 'POST', body: 'x' })).json()],
    [
      'undici',
      async (url) =>
        (await undiciRequest(`${url}/users/1`, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })).body.json(),
    ],
    ['supertest', async (url) => (await supertest(url).post('/users/1').type('text/plain').send('x')).body],
    ['curl', async (url) => JSON.parse((await run('curl', ['-s', '-d', 'x', '-H', 'Content-Type: text/plain', `${url}/users/1`])).stdout)],
  ])('talks to %s', async (_, ask) => {
    expect(await ask(await listen(users))).toEqual({ id: '1', body: 'x' });
  });

  test('accepts a chunked body and an expectation', async () => {
    const url = await listen(users);
    const { stdout } = await run('curl', [
      '-s',
      '-H',
      'Transfer-Encoding: chunked',
      '-H',
      'Expect: 100-continue',
      '-H',
      'Content-Type: text/plain',
      '-d',
      'xyz',
      `${url}/users/1`,
    ]);
    expect(JSON.parse(stdout)).toEqual({ id: '1', body: 'xyz' });
  });

  test('answers several requests on one connection, and closes it on request', async () => {
    const url = await listen(users);
    const get = 'GET / HTTP/1.1\r\nHost: a\r\n';
    const bytes = await talk(url, `${get}\r\n${get}Connection: close\r\n\r\n`);
    expect(bytes.match(/HTTP\/1\.1 200 OK\r$/gm)).toHaveLength(2);
    expect(bytes.match(/^Connection: .*(?=\r$)/gm)).toEqual(['Connection: keep-alive', 'Connection: close']);
  });

  test.each([
    ['an invalid request line', 'GET\r\n\r\n', /^HTTP\/1\.1 400 Bad Request\r\n/],
    ['another protocol', 'SSH-2.0-x\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a request without Host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two Host fields', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two equal Host fields', 'GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two Host fields of HTTP/1.0', 'GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two Host fields and an expectation', 'POST / HTTP/1.1\r\nHost: a\r\nHost: b\r\nExpect: x\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a Host that is a list', 'GET / HTTP/1.1\r\nHost: a, b\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a Host with a path', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a Host with a user', 'GET / HTTP/1.1\r\nHost: a@b\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a Host with a port that is not a number', 'GET / HTTP/1.1\r\nHost: a:b\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['HTTP/0.9', 'GET /\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['HTTP/0.9 by name', 'GET / HTTP/0.9\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['HTTP/2.0', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['CONNECT', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two codings', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'two Transfer-Encoding fields',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    ['chunks of HTTP/1.0', 'POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['an invalid header', 'GET / HTTP/1.1\r\nHost: a\r\na b: c\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', /^HTTP\/1\.1 400 /],
    [
      'both a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    ['headers beyond the limit', `GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 413 /],
    ['headers far beyond the limit', `GET / HTTP/1.1\r\nHost: a\r\nA: ${'x'.repeat(1_100_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
  ])('rejects %s and keeps running', async (_, bytes, answer) => {
    const url = await listen(users);
    const before = users.last;
    expect(await talk(url, bytes)).toMatch(answer);
    if (!/431|413/.test(String(answer))) expect(users.last).toBe(before);
    expect((await fetch(url)).status).toBe(200);
  });

  test.each(['', 'a:80', 'a.example:', '[::1]:3000', '127.0.0.1', 'a_b', 'xn--bcher-kva.example'])('accepts the Host %j', async (host) => {
    const url = await listen(users);
    expect(await talk(url, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('stops reading a body beyond the limit', async () => {
    const url = await listen(createLocalApi({ target: 'rest', routes: { 'POST /': echo }, limits: { maxBody: 1000 } }));
    const endless = `POST /prod/ HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n${'x'.repeat(2000)}`;
    expect(await talk(url, endless)).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close[\s\S]*Request Too Long/);
    expect((await fetch(`${url}/prod/`, { method: 'POST' })).status).toBe(200);
  });

  test.each([
    ['its length', 'Content-Length: 3000\r\n\r\n', 'x'.repeat(2000)],
    ['its chunks', 'Transfer-Encoding: chunked\r\n\r\n', `7d0\r\n${'x'.repeat(2000)}\r\n`],
  ])('stops reading a body beyond the limit of a served function: %s', async (_, framing, body) => {
    const answered: HttpRequest[] = [];
    const answer = (request: HttpRequest): HttpResponse => {
      answered.push(request);
      return { status: 200, statusText: 'OK', headers: [['Content-Length', '0']], body: new Uint8Array(0) };
    };
    const server = await serve(answer, 0, { maxBody: 1000 });
    servers.push(server);
    const bytes = await talk(server.url, `POST / HTTP/1.1\r\nHost: a\r\n${framing}${body}`);
    expect(bytes).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close[\s\S]*Request Entity Too Large/);
    expect(answered).toEqual([]);
    expect((await fetch(server.url, { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(200);
  });

  test.each([
    [100, 100],
    [1000, 101],
  ])('handles a limited number of requests that a client sends ahead: of %i requests, %i', async (sent, most) => {
    let running = 0;
    const { promise: may, resolve: go } = gate();
    const handler = async () => {
      running += 1;
      await may;
      return 'ok';
    };
    const url = await listen(createLocalApi({ target: 'http-2.0', routes: { $default: handler } }));
    const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
    const closed = once(socket.resume(), 'close');
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(sent));
    if (sent > 100) await closed;
    else await expect.poll(() => running).toBe(sent);
    expect(running).toBeLessThanOrEqual(most);
    go();
    socket.destroy();
  });

  test.each([
    ['its headers', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    ['its body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx'],
  ])('answers 408 to a client that does not send %s', async (_, bytes) => {
    const url = await listen(users, { clientTimeout: 50 });
    expect(await talk(url, bytes)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('keeps running when clients leave during a request', async () => {
    const url = await listen(users);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx', () => socket.resetAndDestroy());
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await fetch(url)).status).toBe(200);
  });

  test.each(['rest', 'http-2.0'] as const)('answers a status below 200 itself on %s', async (target) => {
    const handler = () => ({ statusCode: 103 });
    const api = createLocalApi({ target, stage: 'prod', routes: { 'GET /': handler } });
    const url = await listen(api);
    expect([(await fetch(`${url}/prod/`)).status, api.last?.response.status]).toEqual([target === 'rest' ? 502 : 500, 103]);
  });

  test('answers a status below 200 of a stream itself, and cancels the stream', async () => {
    const handler = awslambda.streamifyResponse(async (_event: never, responseStream) => {
      awslambda.HttpResponseStream.from(responseStream, { statusCode: 103 }).write('x');
      responseStream.end();
    });
    const api = createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes: { 'GET /': handler } });
    const url = await listen(api);
    expect((await fetch(`${url}/prod/`)).status).toBe(502);
    expect((await api.fetch('/prod/')).status).toBe(502);
    await expect.poll(() => api.exchanges.map(({ response }) => response.status)).toEqual([103, 103]);
  });

  test('closes the connection after a status below 200 of a served function', async () => {
    const server = await serve(() => ({ status: 103, statusText: 'Early Hints', headers: [], body: new Uint8Array(0) }));
    expect(await talk(server.url, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toMatch(/^HTTP\/1\.1 103 /);
    await server.close();
  });

  test.each<[string, () => void | Promise<void>]>([
    [
      'throws',
      () => {
        throw new Error('not what I expected');
      },
    ],
    ['rejects', () => Promise.reject(new Error('not what I expected'))],
  ])('warns if onExchange %s, and keeps running', async (_, onExchange) => {
    const warned = once(process, 'warning');
    const url = await listen(createLocalApi({ target: 'http-2.0', routes: { $default: () => 'ok' }, onExchange }));
    expect(await (await fetch(url)).text()).toBe('ok');
    expect((await warned)[0]).toMatchObject({ name: 'ExchangeWarning', detail: expect.stringContaining('not what I expected') });
    expect(await (await fetch(url)).text()).toBe('ok');
  });

  test.each([
    ['nothing', ''],
    ['half a head', 'GET / HTTP/1.1\r\nHost'],
    ['half a second head', 'GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HT'],
  ])('does not wait for a connection that has sent %s', async (_, bytes) => {
    const server = await users.listen(0, { closeTimeout: 3_600_000 });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.resume().write(bytes);
    await new Promise((resolve) => setTimeout(resolve, 50)); // so that the server has read them, most likely
    await server.close();
    socket.destroy();
  });

  test('closes once, even if close is called again', async () => {
    const server = await users.listen();
    await Promise.all([server.close(), server.close()]);
    await server.close();
  });

  test('receives every one of many headers', async () => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: ({ headers }) => `${headers['a']?.length}` } });
    const url = await listen(api);
    const many = `GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${'a: b\r\n'.repeat(1500)}\r\n`;
    expect(await talk(url, many)).toMatch(/\r\n\r\n2999$/);
    expect(await talk(url, many.replaceAll('a: b', 'a: bbbbbbb'))).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each([
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400, '{"message":"Bad Request"}'],
    ['an unknown expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: foo\r\n\r\n', 417, '{"message":"Expectation Failed"}'],
  ])('answers %s with JSON', async (_, bytes, status, body) => {
    const answer = await talk(await listen(users), bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*Content-Type: application/json\r\n[^]*\r\n\r\n${body}$`));
  });

  test('accepts HTTP/1.0 without Host', async () => {
    expect(await talk(await listen(users), 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('answers a request for another protocol like any other', async () => {
    const upgrade = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n';
    expect(await talk(await listen(users), upgrade)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('rejects an empty host', async () => {
    await expect(users.listen(0, { host: '' })).rejects.toMatchObject({ name: 'GatewayError', path: ['host'] });
  });

  test('finishes running requests when it closes', async () => {
    const { promise: began, resolve: begin } = gate();
    const { promise: may, resolve: go } = gate();
    const handler = async () => {
      begin();
      await may;
      return 'done';
    };
    const server = await createLocalApi({ target: 'http-2.0', routes: { $default: handler } }).listen();
    const answer = fetch(server.url);
    await began;
    const closed = server.close();
    go();
    expect(await (await answer).text()).toBe('done');
    await closed;
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test('does not wait forever when it closes', async () => {
    const { promise: began, resolve: begin } = gate();
    const handler = () => {
      begin();
      return new Promise(() => undefined);
    };
    const server = await createLocalApi({ target: 'http-2.0', routes: { $default: handler } }).listen(0, { closeTimeout: 20 });
    const answer = fetch(server.url).catch(() => 'broken');
    await began;
    await server.close();
    expect(await answer).toBe('broken');
  });

  test('rejects a port that is in use', async () => {
    const port = Number(new URL(await listen(users)).port);
    await expect(users.listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('a stream', () => {
  const stream = (write: (stream: NodeJS.WritableStream) => unknown) =>
    awslambda.streamifyResponse(async (_event: never, responseStream) =>
      write(awslambda.HttpResponseStream.from(responseStream, { statusCode: 201, headers: { 'Content-Type': 'text/plain' } })),
    );

  test('arrives while the handler writes it', async () => {
    const { promise: may, resolve: go } = gate();
    const handler = stream(async (body) => {
      body.write('one');
      await may;
      body.end('two');
    });
    const api = createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes: { 'GET /': handler } });
    const response = await fetch(`${await listen(api)}/prod/`);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('one');
    go();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('two');
    expect((await reader?.read())?.done).toBe(true);
    expect([response.status, response.headers.get('transfer-encoding')]).toEqual([201, 'chunked']);
    expect(new TextDecoder().decode(api.last?.response.body)).toBe('onetwo');
  });

  test('is the same without a server', async () => {
    const writesAll = (body: NodeJS.WritableStream): void => {
      body.write('all');
      body.end();
    };
    const api = createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes: { 'GET /': stream(writesAll) } });
    const response = await api.fetch('/prod/');
    expect([response.status, await response.text()]).toEqual([201, 'all']);
    const { response: whole } = await api.exchange({ method: 'GET', target: '/prod/', headers: [] });
    expect(new TextDecoder().decode(whole.body)).toBe('all');
  });

  test('without a server may have a status without body', async () => {
    const handler = awslambda.streamifyResponse(async (_event: never, responseStream) => {
      awslambda.HttpResponseStream.from(responseStream, { statusCode: 204 }).write('x');
      responseStream.end();
    });
    const api = createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes: { 'GET /': handler } });
    const response = await api.fetch('/prod/');
    expect([response.status, response.body]).toEqual([204, null]);
    await expect.poll(() => api.last?.response.status).toBe(204);
  });

  test('that breaks off looks incomplete to the client', async () => {
    const handler = stream((body) => {
      body.write('half');
      return Promise.reject(new Error('no'));
    });
    const api = createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes: { 'GET /': handler } });
    await expect(fetch(`${await listen(api)}/prod/`).then((response) => response.text())).rejects.toThrow();
  });

  test('ends when the function runs too long', async () => {
    const handler = stream((body) => void body.write('half'));
    const api = createLocalApi({ target: 'rest', responseTransferMode: 'STREAM', routes: { 'GET /': handler } });
    const url = await listen(api);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const body = (await fetch(`${url}/prod/`)).text().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    vi.useRealTimers();
    expect(await body).toBeInstanceOf(Error);
    expect(api.last?.error).toMatchObject({ name: 'TaskTimeoutError' });
  });
});

/** Returns a drawn request as Node's client can send it: with a length, and without fields that contradict it. */
function onTheWire({ method, target, headers, body }: HttpRequest): HttpRequest {
  const own = headers.filter(([name]) => !/^(host|connection|content-length|transfer-encoding|expect|upgrade|te|trailer)$/i.test(name));
  const length = ['Content-Length', `${body?.length ?? 0}`] as const;
  return { method, target, headers: [['Host', 'api.example.com'], ...own, ['Connection', 'keep-alive'], length], ...(body && { body }) };
}
