import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readResponse } from '../../../src/conformance/play/read-response.js';
import { sendRequest } from '../../../src/conformance/play/send-request.js';

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
