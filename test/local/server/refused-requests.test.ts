import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLocalApi, createLocalWebsocketApi, type LocalServer, serve } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ok = () => ({ statusCode: 200 });
let http: LocalServer;
let websocket: LocalServer;
let served: LocalServer;

beforeAll(async () => {
  http = await createLocalApi({ target: 'http-2.0', routes: { $default: ok } }).listen();
  websocket = await createLocalWebsocketApi({ routes: { $default: ok } }).listen();
  served = await serve(() => ({ status: 200, statusText: 'OK', headers: [], body: new Uint8Array() }), 0, { maxBody: 3 });
});
afterAll(() => Promise.all([http, websocket, served].map((server) => server.close())));

/** Sends bytes, and returns everything that comes back until the server closes the connection. */
async function talk({ origin }: LocalServer, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(bytes));
  return (await text(socket)).replace(/\r\nDate: [A-Z][^\r]* GMT\r\n/, '\r\nDate: now\r\n');
}

const BAD = '{"message":"Bad Request"}';
const HEAD = 'Host: a\r\nContent-Length: 0\r\n';

describe('the whole answer to a refused request', () => {
  const refused = (status: string): string =>
    `HTTP/1.1 ${status}\r\nDate: now\r\nContent-Type: application/json\r\nContent-Length: 25\r\nConnection: close\r\n\r\n${BAD}`;
  const declined = (status: string, body: string): string =>
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\nDate: now\r\n\r\n${body}`;

  test.each([
    ['that the parser rejects', 'GET\r\n\r\n', refused('400 Bad Request')],
    [
      'with a head that is far too large',
      `GET / HTTP/1.1\r\nA: ${'x'.repeat(1_100_000)}\r\n\r\n`,
      refused('431 Request Header Fields Too Large'),
    ],
    ['for a tunnel', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', refused('400 Bad Request')],
    ['with two hosts', `GET / HTTP/1.1\r\nHost: b\r\n${HEAD}\r\n`, declined('400 Bad Request', BAD)],
    [
      'with an expectation',
      `POST / HTTP/1.1\r\n${HEAD}Expect: x\r\n\r\n`,
      declined('417 Expectation Failed', '{"message":"Expectation Failed"}'),
    ],
    ['with two hosts and an expectation', `POST / HTTP/1.1\r\nHost: b\r\n${HEAD}Expect: x\r\n\r\n`, declined('400 Bad Request', BAD)],
  ])('%s', async (_, bytes, answer) => {
    expect(await talk(http, bytes)).toBe(answer);
    expect((await fetch(http.origin)).status).toBe(200);
  });

  test('of a served function', async () => {
    const body = '{"message":"Request Entity Too Large"}';
    expect(await talk(served, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd')).toMatch(
      /^HTTP\/1\.1 413 (?:Payload|Request Entity|Content) Too Large\r\nContent-Type: application\/json\r\nContent-Length: 38\r\nConnection: close\r\n/,
    );
    expect(await talk(served, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd')).toMatch(new RegExp(`\r\n\r\n${body}$`));
  });
});

describe('the server of a WebSocket API', () => {
  test('has no inspection page unless `inspect` is set', async () => {
    const api = createLocalWebsocketApi({ routes: {} });
    const inspected = await api.listen(0, { inspect: true });
    const statuses = await Promise.all([websocket, inspected].map(async ({ origin }) => (await fetch(`${origin}/@inspect`)).status));
    await inspected.close();
    expect(statuses).toEqual([403, 200]);
  });

  test('says who may call its management API', async () => {
    const message = 'Forbidden: only a program on this computer may call @connections, at 127.0.0.1 or localhost.';
    const answer = await talk(websocket, 'GET /prod/@connections/a HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
    expect(answer.split('\r\n\r\n')[1]).toBe(JSON.stringify({ message }));
  });
});

describe('a handshake', () => {
  const FIELDS = {
    Host: 'a',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  };
  const send = async (changed: object, method = 'GET'): Promise<string> => {
    const fields = Object.entries({ ...FIELDS, ...changed }).map(([name, value]) => `${name}: ${value}\r\n`);
    return talk(websocket, `${method} /other HTTP/1.1\r\n${fields.join('')}\r\n`);
  };

  // At this path, a valid handshake gets a 403.
  test.each([{}, { Upgrade: 'WebSocket' }, { 'Sec-WebSocket-Key': 'abcdefghijKLMNOP+/0189==' }])('is valid with %j', async (changed) => {
    expect(await send(changed)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test.each([
    { Upgrade: 'h2c' },
    { Upgrade: 'websocket2' },
    { 'Sec-WebSocket-Version': '12' },
    { 'Sec-WebSocket-Version': '130' },
    { 'Sec-WebSocket-Key': '' },
    { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAA==' },
    { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAAA==' },
    { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAA-==' },
    { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==x' },
  ])('is refused with %j', async (changed) => {
    expect(await send(changed)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });

  test('is refused with another method', async () => {
    expect(await send({}, 'POST')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });
});

describe('serve', () => {
  const answer = () => ({ status: 200, statusText: 'OK', headers: [], body: new Uint8Array() });

  test.each<[string, () => Promise<unknown>, string, string]>([
    ['a port that is too large', () => serve(answer, 65_536), 'port', 'Pass 0 for a free port.'],
    ['no function', () => serve(5 as never), 'answer', 'Pass a function from request to response.'],
    ['options that are a number', () => serve(answer, 0, 5 as never), 'options', 'Pass { maxBody: 10000 }.'],
    ['a wrong limit', () => serve(answer, 0, { maxBody: 0 }), 'options maxBody', 'Pass a number of bytes such as 10000.'],
  ])('rejects %s', async (_, start, path, fix) => {
    await expect(start()).rejects.toMatchObject({ name: 'GatewayError', code: 'invalid-option', path: path.split(' '), fix });
  });
});

describe('listen', () => {
  test.each<[options: object, path: string, fix: string]>([
    [5 as never, 'options', 'Pass options such as { inspect: true }.'],
    [{ host: '' }, 'host', "Pass '127.0.0.1', or '0.0.0.0' to let other computers in."],
    [{ clientTimeout: 0 }, 'clientTimeout', 'Pass a number of milliseconds such as 30000.'],
    [{ closeTimeout: -1 }, 'closeTimeout', 'Pass a number of milliseconds such as 5000.'],
    [{ inspect: 1 }, 'inspect', 'Pass true or false.'],
  ])('rejects the options %j', async (options, path, fix) => {
    for (const api of [createLocalApi({ target: 'http-2.0', routes: {} }), createLocalWebsocketApi({ routes: {} })]) {
      await expect(api.listen(0, options)).rejects.toMatchObject({ name: 'GatewayError', path: [path], fix });
    }
  });
});
