import fc from 'fast-check';
import { createLocalApi, createLocalWebsocketApi, type LocalServer } from '../../src/local/index.js';
import { talkRaw } from '../raw-client.js';
import { frames, wire } from './wire.js';

// A raw client: it sends bytes that no HTTP library would send, and reads whatever comes back.

const HANDSHAKE =
  'GET /prod HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

/** Connections that are open at the same time. */
const AT_ONCE = 20;

/** What a run has seen: how often a server answered with each status. `none`: it closed the connection without an answer. */
export type Statuses = Record<string, number>;

/**
 * Sends drawn requests to the server of a local API, and drawn frames to the server of a local WebSocket API. Throws if an answer isn't HTTP, if
 * a connection stays open, or if a server doesn't answer a good request afterwards.
 */
export async function fuzzSockets(draws: number, seed: number): Promise<Statuses> {
  const statuses: Statuses = {};
  const handler = (event: { body?: string | null }) => ({ statusCode: 200, body: event.body ?? '' });
  const http = await createLocalApi({ target: 'http-2.0', routes: { $default: handler } }).listen();
  const say = { handler, routeResponse: true };
  const websocket = await createLocalWebsocketApi({ routes: { $default: say } }).listen();
  try {
    await sendAll(http, latin1(fc.sample(wire, { numRuns: draws, seed })), statuses);
    await expectStatus(http, 'GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '200');
    const starts = latin1([HANDSHAKE])[0] ?? new Uint8Array(0);
    const talks = fc.sample(frames, { numRuns: draws, seed }).map((each) => Buffer.concat([starts, each]));
    await sendAll(websocket, talks, statuses);
    await expectStatus(websocket, HANDSHAKE, '101');
  } finally {
    await Promise.all([http.close(), websocket.close()]);
  }
  return statuses;
}

function latin1(texts: readonly string[]): Uint8Array[] {
  return texts.map((text) => Buffer.from(text, 'latin1'));
}

async function sendAll(server: LocalServer, messages: readonly Uint8Array[], statuses: Statuses): Promise<void> {
  for (let start = 0; start < messages.length; start += AT_ONCE) {
    await Promise.all(
      messages.slice(start, start + AT_ONCE).map(async (message) => {
        const status = statusOf(await send(server, message), message);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }),
    );
  }
}

async function expectStatus(server: LocalServer, message: string, expected: string): Promise<void> {
  const status = statusOf(await send(server, Buffer.from(message, 'latin1')), message);
  if (status !== expected) throw new Error(`After all, a good request gets ${status} instead of ${expected}.`);
}

/** Sends bytes, closes its half of the connection, and returns everything that the server sent until it closed its own. */
function send(server: LocalServer, message: Uint8Array): Promise<Buffer> {
  return talkRaw(server.url, Buffer.from(message).toString('latin1'), (socket) => socket.end(message));
}

function statusOf(answer: Buffer, message: Uint8Array | string): string {
  if (answer.length === 0) return 'none';
  const [, status] = /^HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n/.exec(answer.toString('latin1')) ?? [];
  if (status !== undefined) return status;
  throw new Error(
    `${JSON.stringify(answer.toString('latin1'))} is no answer to ${JSON.stringify(Buffer.from(message).toString('latin1'))}`,
  );
}
