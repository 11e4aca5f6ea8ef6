import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { HttpResponse } from 'apigw-proxy';
import { fromFetchRequest, fromIncomingMessage, toFetchResponse, writeToServerResponse } from 'apigw-proxy/http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { UNSAFE_RESPONSES } from './unsafe-responses.js';

const response: HttpResponse = {
  status: 201,
  statusText: 'Created',
  headers: [
    ['X-A', '1'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
  ],
  body: new TextEncoder().encode('hellö'),
};

describe('toFetchResponse', () => {
  test('keeps the status, headers, all cookies and the body', async () => {
    const fetched = toFetchResponse(response);
    expect([fetched.status, fetched.statusText, fetched.headers.get('x-a')]).toEqual([201, 'Created', '1']);
    expect(fetched.headers.getSetCookie()).toEqual(['a=1', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT']);
    expect(await fetched.text()).toBe('hellö');
  });

  test('writes characters outside ASCII as the bytes of their UTF-8', () => {
    const value = toFetchResponse({ ...response, headers: [['X-Name', 'Zo\u00eb']] }).headers.get('x-name') ?? '';
    expect(Buffer.from(value, 'latin1').toString('utf8')).toBe('Zo\u00eb');
  });

  test('writes a status text outside ASCII as the bytes of its UTF-8', () => {
    const { statusText } = toFetchResponse({ ...response, statusText: 'Zo\u00eb \u20ac' });
    expect(Buffer.from(statusText, 'latin1').toString('utf8')).toBe('Zo\u00eb \u20ac');
  });

  test.each([204, 304])('drops the body of a %i', (status) => {
    expect(toFetchResponse({ ...response, status, body: new Uint8Array(0) }).body).toBeNull();
  });

  test.each(UNSAFE_RESPONSES)('rejects $name', ({ changes, code, path }) => {
    expect(() => toFetchResponse({ ...response, ...changes })).toThrow(
      expect.objectContaining({ name: 'UnsafeResponseError', code, path }),
    );
  });

  test.each([199, 600])('throws a RangeError for status %i', (status) => {
    expect(() => toFetchResponse({ ...response, status })).toThrow(RangeError);
  });
});

describe('writeToServerResponse', () => {
  test.each(UNSAFE_RESPONSES)('rejects $name and writes nothing', ({ changes, code, path }) => {
    const serverResponse = { writeHead: vi.fn(), end: vi.fn() };
    const given = { ...response, ...changes };
    expect(() => writeToServerResponse(given, serverResponse)).toThrow(
      expect.objectContaining({ name: 'UnsafeResponseError', code, path }),
    );
    expect([serverResponse.writeHead.mock.calls, serverResponse.end.mock.calls]).toEqual([[], []]);
  });
});

describe('fromFetchRequest', () => {
  test('reads method, target, headers, host and body', async () => {
    const request = new Request('https://api.example.com/a%20b?x=1&x=2', { method: 'POST', headers: { 'X-A': '1' }, body: 'hi' });
    expect(await fromFetchRequest(request)).toEqual({
      method: 'POST',
      target: '/a%20b?x=1&x=2',
      headers: [
        ['host', 'api.example.com'],
        ['content-type', 'text/plain;charset=UTF-8'],
        ['x-a', '1'],
      ],
      body: new TextEncoder().encode('hi'),
    });
  });
});

describe('fromIncomingMessage and writeToServerResponse', () => {
  const server = createServer((message, serverResponse) => {
    void fromIncomingMessage(message).then(({ method, target, headers, body, sourceIp }) => {
      const text = JSON.stringify({ method, target, headers, body: body && [...body], sourceIp });
      writeToServerResponse({ ...response, body: new TextEncoder().encode(text) }, serverResponse);
    });
  });
  let port = 0;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on a port has an AddressInfo.
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  test('read the host of an HTTP/2 request', async () => {
    const message = {
      method: 'GET',
      url: '/x',
      rawHeaders: [':method', 'GET', ':path', '/x', ':authority', 'h', 'a', '1'],
      httpVersionMajor: 2,
    };
    const request = await fromIncomingMessage({ ...message, async *[Symbol.asyncIterator]() {} });
    expect(request).toEqual({
      method: 'GET',
      target: '/x',
      headers: [
        ['host', 'h'],
        ['a', '1'],
      ],
      httpVersion: '2',
    });
  });

  test('keep the request line and all headers as sent', async () => {
    const raw = await exchangeBytes(
      port,
      'POST /a/../b%zz?x HTTP/1.1\r\nhost: h\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi',
    );
    const [head = '', text = ''] = raw.split('\r\n\r\n');
    expect(head.split('\r\n').slice(0, 4)).toEqual([
      'HTTP/1.1 201 Created',
      'X-A: 1',
      'Set-Cookie: a=1',
      'Set-Cookie: b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT',
    ]);
    expect(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))).toEqual({
      method: 'POST',
      target: '/a/../b%zz?x',
      headers: [
        ['host', 'h'],
        ['X-A', '1'],
        ['x-a', '2'],
        ['Content-Length', '2'],
        ['Connection', 'close'],
      ],
      body: [104, 105],
      sourceIp: '127.0.0.1',
    });
  });
});

function exchangeBytes(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', reject);
  });
}
