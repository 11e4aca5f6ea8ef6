import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRequestCases } from '../../../src/conformance/cases/read-cases.js';
import { decodedTextOf } from '../../../src/conformance/compare/compare-response.js';
import { playCase } from '../../../src/conformance/play/play-conformance.js';
import { readResponse } from '../../../src/conformance/play/read-response.js';
import { sendRequest } from '../../../src/conformance/play/send-request.js';
import { apiOfCase } from '../../../src/conformance/stack/stack-apis.js';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const SIMPLE = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\nhi';

describe('readResponse', () => {
  test('waits until every byte is there', () => {
    for (let length = 0; length < SIMPLE.length; length += 1) {
      expect(readResponse(bytes(SIMPLE.slice(0, length)), 'GET', false), SIMPLE.slice(0, length)).toBeUndefined();
    }
    const response = readResponse(bytes(SIMPLE), 'GET', false);
    expect(response).toEqual({
      status: 200,
      headers: [
        ['Content-Length', '2'],
        ['X-A', 'b'],
      ],
      body: bytes('hi'),
    });
  });

  test.each([
    ['an interim response', `HTTP/1.1 100 Continue\r\n\r\n${SIMPLE}`, 'GET', 'hi'],
    ['a response to HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n', 'HEAD', ''],
    ['no reason phrase', 'HTTP/1.1 204 \r\n\r\n', 'GET', ''],
    ['chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n', 'GET', 'hi'],
  ])('reads %s', (_, text, method, body) => {
    expect(readResponse(bytes(text), method, false)?.body).toEqual(bytes(body));
  });

  test('reads to the end of the connection without a length', () => {
    const text = 'HTTP/1.1 200 OK\r\n\r\nhello';
    expect(readResponse(bytes(text), 'GET', false)).toBeUndefined();
    expect(readResponse(bytes(text), 'GET', true)?.body).toEqual(bytes('hello'));
  });

  test.each(['', 'HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi', 'SSH-2.0-x\r\n\r\n'])(
    'refuses %j at the end',
    (text) => {
      expect(() => readResponse(bytes(text), 'GET', true)).toThrow(Error);
    },
  );
});

describe('sendRequest', () => {
  let server: Server;
  let url: URL;
  let answer: { readonly status: number; readonly headers: [string, string][]; readonly body: Uint8Array; readonly hasLength: boolean };
  let seen: readonly string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen = request.rawHeaders;
      request.resume().on('end', () => {
        response.writeHead(
          answer.status,
          [...answer.headers, ...(answer.hasLength ? [['Content-Length', `${answer.body.length}`]] : [])].flat(),
        );
        response.end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(() => server.close());

  test('receives what a server of Node.js sends', async () => {
    const name = fc.stringMatching(/^[a-zA-Z]{1,8}$/).map((text) => `X-${text}`);
    const fields = fc.array(fc.tuple(name, fc.stringMatching(/^[a-z0-9]{0,8}$/)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(200, 201, 404, 502),
        fields,
        fc.uint8Array({ maxLength: 3000 }),
        fc.boolean(),
        async (status, headers, body, hasLength) => {
          answer = { status, headers: headers.map(([key, value]): [string, string] => [key, value]), body, hasLength };
          const request = {
            method: 'POST',
            target: '/',
            headers: [['Host', url.host], ...headers] as [string, string][],
            body: new Uint8Array(),
          };
          const received = await sendRequest(url, request);
          expect(received.status).toBe(status);
          expect(Buffer.from(received.body).equals(body)).toBe(true);
          expect(received.headers.filter(([key]) => key.startsWith('X-'))).toEqual(headers);
          expect(seen).toEqual(request.headers.flat());
        },
      ),
    );
  });

  test('says that nobody answers', async () => {
    const closed = new URL('http://127.0.0.1:1');
    const request = { method: 'GET', target: '/', headers: [], body: new Uint8Array() };
    await expect(sendRequest(closed, request)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a hostile server', () => {
  const REQUEST = { method: 'GET', target: '/', headers: [], body: new Uint8Array() };

  /** Calls a function with the URL of a server that does something with every connection. */
  async function against<T>(answer: (socket: Socket) => void, use: (url: URL) => Promise<T>): Promise<T> {
    const sockets = new Set<Socket>();
    const server = createTcpServer((socket) => {
      sockets.add(socket.on('error', () => {}));
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await use(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  }

  /** Writes the same bytes again and again, as fast as they are read. */
  function flood(socket: Socket, head: string, part: Uint8Array): void {
    socket.write(head);
    const more = (): void => {
      while (!socket.destroyed && socket.write(part));
      socket.once('drain', more);
    };
    more();
  }

  test.each([
    ['sends a body without an end', 'HTTP/1.1 200 OK\r\n\r\n', new Uint8Array(65_536)],
    [
      'sends chunks without an end',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
      bytes(`3e8\r\n${'a'.repeat(1000)}\r\n`.repeat(100)),
    ],
    ['sends headers without an end', 'HTTP/1.1 200 OK\r\n', bytes('a: b\r\n'.repeat(10_000))],
    ['sends interim responses without an end', '', bytes('HTTP/1.1 100 Continue\r\n\r\n'.repeat(2000))],
  ])('ends the exchange if it %s', async (_, head, part) => {
    const sending = against(
      (socket) => flood(socket, head, part),
      (url) => sendRequest(url, REQUEST),
    );
    await expect(sending).rejects.toThrow(/The (?:head of the )?response has more than \d+ bytes\./);
  });

  test('ends the exchange if each byte comes after a while', async () => {
    const drip = (socket: Socket): void => {
      const timer = setInterval(() => socket.write('a'), 5);
      socket.on('close', () => clearInterval(timer));
    };
    await expect(against(drip, (url) => sendRequest(url, REQUEST, 200))).rejects.toThrow('There was no whole response for 0.2 seconds.');
  });

  test('can send a response in pieces', async () => {
    const slowly = async (socket: Socket): Promise<void> => {
      for (const part of SIMPLE) await new Promise((resolve) => socket.write(part, () => setTimeout(resolve, 1)));
    };
    const { body } = await against(
      (socket) => void slowly(socket),
      (url) => sendRequest(url, REQUEST),
    );
    expect(body).toEqual(bytes('hi'));
  });

  test.each(['-1', 'x', '1e3', '0x2', '2, 3'])('is refused with the Content-Length %j', (length) => {
    const text = `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\nhi`;
    expect(() => readResponse(bytes(text), 'GET', false)).toThrow('Content-Length must be a decimal number');
  });

  test('is refused with a body that expands too far, or is not compressed at all', () => {
    const gzip = (body: Uint8Array) => () => decodedTextOf({ status: 200, headers: [['Content-Encoding', 'gzip']], body });
    expect(gzip(gzipSync(new Uint8Array(40_000_000)))).toThrow('The gzip body expands to more than 33554432 bytes.');
    expect(gzip(bytes('hi'))).toThrow('The body is not gzip.');
  });

  test.each(['<html>', '', 'null', '"event"'])('fails the case if it sends %j in place of an event', async (text) => {
    const [given] = readRequestCases().filter(({ id }) => apiOfCase(id)?.name === 'http-2.0');
    if (given === undefined) throw new Error('There is no case.');
    const answer = (socket: Socket): void => void socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
    const { verdict } = await against(answer, (url) => playCase(given, { 'http-2.0': url.href }));
    expect(verdict).toMatchObject({ outcome: 'failed', remarks: [`The function's event was expected; got 200 ${text}`] });
  });
});
