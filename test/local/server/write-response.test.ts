import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { serve } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Bytes of every value. */
function bytesOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index % 256);
}

let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await serve(({ target, body }) => ({
    status: 200,
    statusText: 'OK',
    headers: [['X-Name', 'caf\u00e9']],
    body: body ?? bytesOf(Number(target.slice(1))),
  }));
});
afterAll(() => server.close());

describe('a server', () => {
  test.each([0, 1, 255, 1000, 16_383, 16_384, 16_385, 100_000])('sends a body of %i bytes unchanged', async (length) => {
    const response = await fetch(`${server.origin}/${length}`);
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), bytesOf(length))).toBe(0);
    // The UTF-8 of the header, one character for each byte.
    expect(response.headers.get('x-name')).toBe('caf\u00c3\u00a9');
  });

  test.each([1, 1000, 100_000])('reads a body of %i bytes with a length, and in chunks', async (length) => {
    const bytes = bytesOf(length);
    const chunked = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    const init = { method: 'POST', duplex: 'half' } as const; // undici requires `duplex` for a stream
    for (const body of [bytes, chunked]) {
      const response = await fetch(`${server.origin}/0`, { ...init, body } as RequestInit);
      expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), bytes)).toBe(0);
    }
  });

  test('reads an empty body as none', async () => {
    for (const headers of [{}, { 'Content-Length': '0' }]) {
      const response = await post(`${server.origin}/3`, headers);
      expect(new Uint8Array(await buffer(response))).toEqual(bytesOf(3));
    }
  });
});

/** Sends a request without a body. Fetch would add a Content-Length. */
function post(url: string, headers: OutgoingHttpHeaders): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers }, resolve).on('error', reject).end();
  });
}
