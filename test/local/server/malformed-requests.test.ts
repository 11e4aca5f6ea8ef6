import { once } from 'node:events';
import { connect } from 'node:net';
import { createLocalApi, createLocalWebsocketApi, type LocalServer } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MALFORMED_REQUESTS, UNUSUAL_REQUESTS } from '../../http/malformed-requests.js';

const VISIBLE = MALFORMED_REQUESTS.filter(({ isHidden }) => isHidden === undefined);

/** Sends a string, one byte for each character, and returns the status of each response. */
async function statusesOf(url: string, given: string): Promise<string[]> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(Buffer.from(given, 'latin1')));
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.on('error', () => undefined); // the connection was reset, and `close` follows
  await once(socket, 'close');
  return Array.from(
    Buffer.concat(parts)
      .toString('latin1')
      .matchAll(/HTTP\/1\.1 (\d{3})/g),
    ([, status = '']) => status,
  );
}

describe('the server of a local API', () => {
  const calls: unknown[] = [];
  const handler = (event: unknown) => {
    calls.push(event);
    return { statusCode: 200, body: 'ok' };
  };
  let server: LocalServer;
  beforeAll(async () => {
    server = await createLocalApi({ target: 'http-2.0', routes: { $default: handler } }).listen();
  });
  afterAll(() => server.close());

  test.each(VISIBLE)('answers $name with 400 without calling the handler', async ({ text }) => {
    calls.length = 0;
    expect(await statusesOf(server.url, text)).toEqual(['400']);
    expect(calls).toEqual([]);
  });

  test.each(UNUSUAL_REQUESTS)('answers $name with 200', async ({ text }) => {
    expect(await statusesOf(server.url, text)).toEqual(['200']);
  });
});

describe('the server of a local WebSocket API', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await createLocalWebsocketApi({ routes: { $default: () => ({ statusCode: 200 }) } }).listen();
  });
  afterAll(() => server.close());

  const HANDSHAKE =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
  test.each([
    ['one Host', 'Host: h\r\n', ['101']],
    ['two Host headers', 'Host: h\r\nHost: i\r\n', ['400']],
    ['no Host', '', ['400']],
  ])('answers a handshake with %s', async (_, host, statuses) => {
    expect(await statusesOf(server.url, `GET /prod HTTP/1.1\r\n${host}${HANDSHAKE}`)).toEqual(statuses);
  });
});
