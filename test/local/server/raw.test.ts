import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createLocalApi, createLocalWebsocketApi, type LocalServer } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The bytes that the local servers write where Node or ws would write something else, and what makes a handshake.

let http: LocalServer;
let sockets: LocalServer;
const ok = (): object => ({ statusCode: 200 });
beforeAll(async () => {
  http = await createLocalApi({ target: 'http-2.0', routes: { $default: () => 'hello' } }).listen();
  const routes = {
    $connect: ({ queryStringParameters = {} }: { queryStringParameters?: Record<string, string | undefined> }) => {
      const { refuse, protocol } = queryStringParameters;
      return refuse === undefined
        ? { statusCode: 200, headers: protocol ? { 'Sec-WebSocket-Protocol': protocol } : {} }
        : { statusCode: 403, body: 'no' };
    },
    $default: ok,
  };
  sockets = await createLocalWebsocketApi({ routes } as never).listen();
});
afterAll(() => Promise.all([http.close(), sockets.close()]));

function dial({ origin }: LocalServer, bytes: string): Socket {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => undefined).write(bytes);
  return socket;
}

/** Sends bytes, and returns what the server writes until it closes the connection, without its `Date` header. */
async function talk(server: LocalServer, bytes: string): Promise<string> {
  return (await buffer(dial(server, bytes))).toString('latin1').replace(/Date: .*\r\n/, '');
}

/** Sends bytes, and returns the first that come back. */
function ask(server: LocalServer, bytes: string): Promise<string> {
  const socket = dial(server, bytes);
  return new Promise((resolve) => socket.once('data', (data) => resolve(String(data)) ?? socket.destroy()));
}

const FIELDS = 'Content-Type: application/json\r\nContent-Length: 25\r\nConnection: close\r\n\r\n{"message":"Bad Request"}';

describe('an HTTP server', () => {
  test.each([
    ['no request', 'GET\r\n\r\n', '400 Bad Request', FIELDS],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', '400 Bad Request', FIELDS],
    ['no Host and an expectation', 'GET / HTTP/1.1\r\nExpect: x\r\n\r\n', '400 Bad Request', FIELDS],
    ['a proxy request', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', '400 Bad Request', FIELDS],
    [
      'a head that is too large',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'b'.repeat(1_100_000)}\r\n\r\n`,
      '431 Request Header Fields Too Large',
      FIELDS,
    ],
    [
      'an unknown expectation',
      'GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n',
      '417 Expectation Failed',
      'Content-Type: application/json\r\nContent-Length: 32\r\nConnection: close\r\n\r\n{"message":"Expectation Failed"}',
    ],
  ])('answers %s itself, and closes the connection', async (_, bytes, status, rest) => {
    expect(await talk(http, bytes)).toBe(`HTTP/1.1 ${status}\r\n${rest}`);
  });

  test('writes nothing more behind an answer that has begun', async () => {
    const text = await talk(http, 'GET / HTTP/1.1\r\nHost: a\r\n\r\nGET\r\n\r\n');
    expect(text.match(/HTTP\/1\.1/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test('reads a head of a megabyte', async () => {
    const head = `GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: ${'b'.repeat(1_000_000)}\r\n\r\n`;
    expect(await talk(http, head)).toMatch(/^HTTP\/1\.1 (?!4(?:00|31))\d{3} /);
  });

  test('rejects a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo; // it listens to a port
    await expect(createLocalApi({ target: 'http-2.0', routes: {} }).listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
  });
});

describe('a WebSocket server', () => {
  const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
  const handshake = ({ method = 'GET', key = KEY, upgrade = 'websocket', version = '13', target = '/prod', more = '' } = {}): string =>
    `${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: ${upgrade}\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: ${version}\r\n${more}\r\n`;

  test('answers a handshake as RFC 6455 has it', async () => {
    for (const bytes of [handshake(), handshake({ upgrade: 'WebSocket' })]) {
      const head = await ask(sockets, bytes);
      expect(head).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n/);
      expect(head).toContain('\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n'); // the example of RFC 6455, section 1.3
      expect(head).not.toContain('Sec-WebSocket-Protocol');
    }
  });

  test('answers with the subprotocol that $connect chooses', async () => {
    const head = await ask(sockets, handshake({ target: '/prod?protocol=b', more: 'Sec-WebSocket-Protocol: a, b\r\n' }));
    expect(head).toContain('\r\nSec-WebSocket-Protocol: b\r\n');
  });

  test.each([
    ['another method', { method: 'POST' }],
    ['no key', { key: '' }],
    ['a longer key', { key: `a${KEY}` }],
    ['a key with more behind it', { key: `${KEY}a` }],
    ['a shorter key', { key: KEY.slice(1) }],
    ['another protocol', { upgrade: 'h2c' }],
    ['an older version', { version: '8' }],
  ])('refuses a handshake with %s', async (_, changes) => {
    expect(await talk(sockets, handshake(changes))).toBe(`HTTP/1.1 400 Bad Request\r\n${FIELDS}`);
  });

  test('sends what $connect answers, and closes the connection', async () => {
    const text = await talk(sockets, handshake({ target: '/prod?refuse=1' }));
    expect(text).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  });

  test('is open to programs of this computer only, where it has no messages', async () => {
    const { port } = new URL(sockets.origin);
    const get = (host: string): string => `GET /prod/@connections/x HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    expect(await talk(sockets, get('a.example'))).toContain(
      'Forbidden: only a program on this computer may call @connections, at 127.0.0.1 or localhost.',
    );
    expect(await talk(sockets, get(`127.0.0.1:${port}`))).toMatch(/^HTTP\/1\.1 410 Gone\r\n/);
  });

  test('closes open connections, and those that wait, when it closes', async () => {
    let isAsked = false;
    const wait = (): Promise<never> => {
      isAsked = true;
      return new Promise(() => undefined);
    };
    const routes = {
      $connect: ({ queryStringParameters }: { queryStringParameters?: object }) => (queryStringParameters ? wait() : ok()),
      $default: ok,
    };
    const server = await createLocalWebsocketApi({ routes } as never).listen(0, { closeTimeout: 50 });
    const waiting = buffer(dial(server, handshake({ target: '/prod?wait=1' })));
    const opened = dial(server, handshake());
    const bytes: Buffer[] = [];
    opened.on('data', (data) => bytes.push(data));
    await expect.poll(() => [isAsked, Buffer.concat(bytes).includes('\r\n\r\n')]).toEqual([true, true]);
    const ended = new Promise((resolve) => opened.once('close', resolve));
    await server.close();
    await ended;
    expect((await waiting).toString()).toBe('');
    const answer = Buffer.concat(bytes);
    const frame = answer.subarray(answer.indexOf('\r\n\r\n') + 4);
    expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, 1001]); // a close frame, and "going away"
  });
});
