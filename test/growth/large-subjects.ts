import { once } from 'node:events';
import { connect } from 'node:net';
import { fromHttp1Bytes, fromIncomingMessage } from '../../src/http/index.js';
import { bodyJson, type HttpRequest, payload, renderResult, renderStream, toEvent, toHttp1Bytes } from '../../src/index.js';
import { awslambda, createLocalApi } from '../../src/local/index.js';

/** An input of extreme size, and the most that it may cost. */
export interface LargeSubject {
  readonly name: string;
  /** The size of the input, in bytes. */
  readonly size: number;
  /** The most CPU time, in nanoseconds for each byte. */
  readonly nanoseconds: number;
  /** The most memory at any time, as a multiple of the size, beyond what the process needs anyway. */
  readonly multiple: number;
  /** Prepares the input and returns the call. */
  prepare(): () => unknown;
}

const MB = 1_000_000;
const encoder = new TextEncoder();

function post(body: Uint8Array, type: string): HttpRequest {
  return {
    method: 'POST',
    target: '/',
    headers: [
      ['Host', 'a'],
      ['Content-Type', type],
    ],
    body,
  };
}

function manyHeaders(n: number): [string, string][] {
  return Array.from({ length: n }, (_, index) => [`x-${index}`, 'a']);
}

/** A stream that never ends, in pieces of 64 kB. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(65)) });
}

/** Reads that much of a stream, then cancels it. */
async function readSome(stream: ReadableStream<Uint8Array>, size: number): Promise<void> {
  const reader = stream.getReader();
  for (let read = 0; read < size; ) read += (await reader.read()).value?.length ?? size;
  await reader.cancel();
}

async function* endlessChunks(): AsyncGenerator<Uint8Array> {
  while (true) yield new Uint8Array(65_536);
}

/** Sends a request in slow pieces to a local API, and reads the answer. */
async function sendSlowly(size: number): Promise<void> {
  const limits = { maxBody: 2 * size };
  const server = await createLocalApi({
    target: 'http-2.0',
    limits,
    routes: { $default: () => ({ statusCode: 200, body: 'ok' }) },
  }).listen();
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${size}\r\n\r\n`);
  for (let sent = 0; sent < size; sent += 1000) {
    socket.write(Buffer.alloc(1000));
    await new Promise(setImmediate);
  }
  for await (const _ of socket);
  await server.close();
}

/** Sends a large body to a local API over its socket. The event is larger than Lambda takes, so that no function is called. */
async function upload(size: number): Promise<void> {
  const api = createLocalApi({
    target: 'http-2.0',
    limits: { maxBody: 2 * size },
    routes: { $default: () => ({ statusCode: 200, body: '' }) },
  });
  const server = await api.listen();
  const body = new Uint8Array(size).fill(97);
  await (await fetch(server.url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })).arrayBuffer();
  await server.close();
}

/** Reads a large streamed response of a local API over its socket. */
async function download(size: number): Promise<void> {
  const piece = new Uint8Array(65_536).fill(97);
  const handler = awslambda.streamifyResponse(async (_: unknown, stream) => {
    for (let sent = 0; sent < size; sent += piece.length) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end();
  });
  const api = createLocalApi({
    target: 'function-url',
    invokeMode: 'RESPONSE_STREAM',
    limits: { timeout: 600_000 },
    routes: { $default: handler },
  });
  const server = await api.listen();
  const { body } = await fetch(server.url);
  for await (const _ of body ?? []);
  await server.close();
}

export const LARGE: readonly LargeSubject[] = [
  {
    name: 'toEvent: 100 MB of text',
    size: 100 * MB,
    nanoseconds: 5,
    multiple: 3,
    prepare() {
      const request = post(new Uint8Array(100 * MB).fill(97), 'text/plain');
      return () => toEvent(request, { target: 'http-2.0' });
    },
  },
  {
    name: 'toEvent: 100 MB as base64',
    size: 100 * MB,
    nanoseconds: 5,
    multiple: 4,
    prepare() {
      const request = post(new Uint8Array(100 * MB).fill(255), 'image/png');
      return () => toEvent(request, { target: 'http-2.0' });
    },
  },
  {
    name: 'renderResult: 100 MB of text',
    size: 100 * MB,
    nanoseconds: 10,
    multiple: 5,
    prepare() {
      const result = { statusCode: 200, body: 'a'.repeat(100 * MB) };
      return () => renderResult(result, { target: 'rest' });
    },
  },
  {
    name: 'renderResult: 100 MB of base64',
    size: 100 * MB,
    nanoseconds: 15,
    multiple: 6,
    prepare() {
      const result = { statusCode: 200, isBase64Encoded: true, body: 'AAAA'.repeat(25 * MB) };
      return () => renderResult(result, { target: 'rest', binaryMediaTypes: ['*/*'] });
    },
  },
  {
    name: 'toHttp1Bytes, fromHttp1Bytes: 100 MB',
    size: 100 * MB,
    nanoseconds: 5,
    multiple: 4,
    prepare() {
      const response = { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(100 * MB) };
      const head = encoder.encode(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${100 * MB}\r\n\r\n`);
      const bytes = Buffer.concat([head, response.body]);
      return () => [toHttp1Bytes(response), fromHttp1Bytes(bytes)];
    },
  },
  {
    name: 'a local API over a socket: a request of 100 MB',
    size: 100 * MB,
    nanoseconds: 40,
    multiple: 16,
    prepare: () => () => upload(100 * MB),
  },
  {
    name: 'a local API over a socket: a streamed response of 100 MB',
    size: 100 * MB,
    nanoseconds: 25,
    multiple: 2,
    prepare: () => () => download(100 * MB),
  },
  {
    name: 'fromHttp1Bytes: 1,000,000 headers',
    size: 11 * MB,
    nanoseconds: 250,
    multiple: 40,
    prepare() {
      const lines = manyHeaders(MB).map(([name, value]) => `${name}: ${value}\r\n`);
      const bytes = encoder.encode(`GET / HTTP/1.1\r\nHost: a\r\n${lines.join('')}\r\n`);
      return () => fromHttp1Bytes(bytes);
    },
  },
  ...(['rest', 'http-2.0'] as const).map(
    (target): LargeSubject => ({
      name: `toEvent ${target}: 1,000,000 headers`,
      size: 9 * MB,
      nanoseconds: 1500,
      multiple: 120,
      prepare() {
        const request = { method: 'GET', target: '/prod/a', headers: [['Host', 'a'] as const, ...manyHeaders(MB)] };
        return () => toEvent(request, { target });
      },
    }),
  ),
  {
    name: 'renderResult: 1,000,000 headers',
    size: 9 * MB,
    nanoseconds: 1500,
    multiple: 80,
    prepare() {
      const result = { statusCode: 200, headers: Object.fromEntries(manyHeaders(MB)), body: '' };
      return () => renderResult(result, { target: 'http-2.0' });
    },
  },
  {
    name: 'bodyJson: JSON with 1,000,000 levels',
    size: 2 * MB,
    nanoseconds: 500,
    multiple: 100,
    prepare() {
      const event = toEvent(post(encoder.encode('['.repeat(MB) + ']'.repeat(MB)), 'application/json'), { target: 'http-2.0' });
      return () => bodyJson(event);
    },
  },
  {
    name: 'renderResult: serialized text with 1,000,000 levels',
    size: 2 * MB,
    nanoseconds: 600,
    multiple: 120,
    prepare() {
      const result = payload('['.repeat(MB) + ']'.repeat(MB));
      return () => renderResult(result, { target: 'http-2.0' });
    },
  },
  {
    name: 'renderStream: 100 MB of an endless stream',
    size: 100 * MB,
    nanoseconds: 5,
    multiple: 1.5,
    prepare: () => async () => {
      const { body } = await renderStream(endless(), { target: 'function-url', invokeMode: 'RESPONSE_STREAM' });
      await readSome(body, 100 * MB);
    },
  },
  {
    name: 'fromIncomingMessage: an endless body, up to 10 MB',
    size: 10 * MB,
    nanoseconds: 5,
    multiple: 3,
    prepare: () => () =>
      fromIncomingMessage(
        { method: 'POST', url: '/', rawHeaders: [], httpVersionMajor: 1, [Symbol.asyncIterator]: endlessChunks },
        { maxBody: 10 * MB },
      ).catch(() => undefined), // a BodyTooLargeError
  },
  {
    name: 'a local API over a socket: 10 MB in slow pieces of 1 kB',
    size: 10 * MB,
    nanoseconds: 150,
    multiple: 20,
    prepare: () => () => sendSlowly(10 * MB),
  },
];
