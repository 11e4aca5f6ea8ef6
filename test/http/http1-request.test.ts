import { fromHttp1Bytes } from 'apigw-proxy/http';
import { describe, expect, test } from 'vitest';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('fromHttp1Bytes', () => {
  test('reads request line, fields and body', () => {
    expect(fromHttp1Bytes(bytes('POST /a?b HTTP/1.1\r\nHost: h\r\nX-A:  1 \r\nContent-Length: 3\r\n\r\nhö'))).toEqual({
      method: 'POST',
      target: '/a?b',
      headers: [
        ['Host', 'h'],
        ['X-A', '1'],
        ['Content-Length', '3'],
      ],
      body: bytes('hö'),
    });
  });

  test('joins chunks', () => {
    const request = fromHttp1Bytes(bytes('PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n'));
    expect(request.body).toEqual(bytes('abcde'));
  });

  test.each([
    ['GET / HTTP/1.1\r\n', 'incomplete'],
    ['GET /a b HTTP/1.1\r\n\r\n', 'bad-request-line'],
    ['GET / HTTP/2\r\n\r\n', 'bad-request-line'],
    ['GET / HTTP/1.1\r\nno field\r\n\r\n', 'bad-header'],
    ['GET / HTTP/1.1\r\n: x\r\n\r\n', 'bad-header'],
    ['POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc', 'incomplete'],
    ['POST / HTTP/1.1\r\nContent-Length: x\r\n\r\nabc', 'bad-header'],
    ['POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'bad-chunk'],
    ['POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab', 'incomplete'],
  ])('refuses %j', (text, code) => {
    expect(() => fromHttp1Bytes(bytes(text))).toThrow(expect.objectContaining({ name: 'MalformedRequestError', code }));
  });
});
