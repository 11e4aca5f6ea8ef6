import { fromHttp1Bytes } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The chunks of a body. */
const CHUNKED_BODY = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 8 });

function writeChunks(parts: readonly Uint8Array[]): Uint8Array {
  const chunks = parts.flatMap((part) => [bytes(`${part.length.toString(16)};n="v"\r\n`), part, bytes('\r\n')]);
  return Buffer.concat([bytes('PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n'), ...chunks, bytes('0\r\nX-T: 1\r\n\r\n')]);
}

describe('fromHttp1Bytes', () => {
  test('reads the request line, headers and body', () => {
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

  test('joins chunks and drops trailers', () => {
    fc.assert(
      fc.property(CHUNKED_BODY, (parts) => {
        const { headers, body = new Uint8Array(0) } = fromHttp1Bytes(writeChunks(parts));
        expect(Buffer.compare(body, Buffer.concat(parts))).toBe(0);
        expect(headers).toEqual([
          ['Host', 'h'],
          ['Transfer-Encoding', 'chunked'],
        ]);
      }),
    );
  });

  test('copies chunks into an array of exactly their size', () => {
    const { body } = fromHttp1Bytes(writeChunks(Array.from({ length: 100 }, () => new Uint8Array(10).fill(65))));
    expect([body?.length, body?.buffer.byteLength]).toEqual([1000, 1000]);
  });

  test("copies the body, so that later changes of the input don't matter", () => {
    const given = bytes('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\na');
    const { body } = fromHttp1Bytes(given);
    given.fill(0);
    expect(body).toEqual(bytes('a'));
  });

  test.each([
    ['a string', 'GET / HTTP/1.1\r\n\r\n', '"GET / HTTP/1.1\\r\\n\\r\\n"'],
    ['undefined', undefined, 'undefined'],
    ['an array of numbers', [71, 69, 84], 'an array'],
  ])('rejects %s and shows it', (_, given, shown) => {
    // JavaScript can pass anything.
    expect(() => fromHttp1Bytes(given as unknown as Uint8Array)).toThrow(
      expect.objectContaining({ name: 'MalformedRequestError', code: 'not-bytes', message: expect.stringContaining(`got ${shown}. `) }),
    );
  });

  test('shows only the beginning of a long value', () => {
    const given = bytes(`POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ${'x'.repeat(1000)}\r\n\r\n`);
    expect(() => fromHttp1Bytes(given)).toThrow(
      `Content-Length must be a decimal number (RFC 9112, section 6.3); got "${'x'.repeat(80)}…". Write the number of bytes in the body, using digits only.`,
    );
  });
});
