import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { fromIncomingMessage, type IncomingMessageLike } from 'apigw-proxy/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A message with a body in parts of these lengths. It counts the parts that are read. */
function messageOf(parts: readonly number[], rawHeaders: string[] = []): IncomingMessageLike & { read: number } {
  const message = {
    rawHeaders,
    httpVersionMajor: 1,
    read: 0,
    async *[Symbol.asyncIterator]() {
      for (const length of parts) {
        message.read += 1;
        yield new Uint8Array(length);
      }
    },
  };
  return message;
}

describe('fromIncomingMessage', () => {
  test.each([
    ['a body of the limit', [3, 2]],
    ['no body', []],
  ])('reads %s', async (_, parts) => {
    const length = parts.reduce((sum, part) => sum + part, 0);
    const { body = new Uint8Array(0) } = await fromIncomingMessage(messageOf(parts), { maxBody: 5 });
    expect(body).toEqual(new Uint8Array(length));
  });

  test('stops at the part that exceeds the limit', async () => {
    const message = messageOf([3, 3, 3, 3]);
    await expect(fromIncomingMessage(message, { maxBody: 5 })).rejects.toThrow(
      expect.objectContaining({
        name: 'BodyTooLargeError',
        code: 'body-too-large',
        status: 413,
        limit: 5,
        message: 'The body is larger than `maxBody`, which is 5 bytes. Answer with status 413, or raise `maxBody`.',
      }),
    );
    expect(message.read).toBe(2);
  });

  test('reads nothing if Content-Length exceeds the limit', async () => {
    const message = messageOf([3], ['content-length', '6']);
    await expect(fromIncomingMessage(message, { maxBody: 5 })).rejects.toThrow(expect.objectContaining({ code: 'body-too-large' }));
    expect(message.read).toBe(0);
  });

  test('reads any body without a limit', async () => {
    expect((await fromIncomingMessage(messageOf([70_000, 70_000]))).body?.length).toBe(140_000);
  });

  test.each([Number.NaN, -1])('throws a RangeError for the limit %d', async (maxBody) => {
    await expect(fromIncomingMessage(messageOf([]), { maxBody })).rejects.toThrow(
      expect.objectContaining({
        name: 'RangeError',
        code: 'invalid-argument',
        message: `\`maxBody\` must be a number of bytes; got ${maxBody}. Pass 0 or more, or leave it out.`,
      }),
    );
  });

  test('uses :authority instead of a Host header', async () => {
    const message = { ...messageOf([]), rawHeaders: [':authority', 'h', 'host', 'other', 'a', '1'], httpVersionMajor: 2 };
    expect((await fromIncomingMessage(message)).headers).toEqual([
      ['host', 'h'],
      ['a', '1'],
    ]);
  });
});

describe('fromIncomingMessage on a server of node:http', () => {
  const server = createServer((message, response) => {
    fromIncomingMessage(message, { maxBody: 5 }).then(
      () => response.end('read'),
      (error: { status: number }) => response.writeHead(error.status).end(),
    );
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  test.each([
    ['a length', 'Content-Length: 6\r\n\r\n123456'],
    ['chunks', 'Transfer-Encoding: chunked\r\n\r\n3\r\n123\r\n3\r\n456\r\n0\r\n\r\n'],
  ])('keeps the connection open if a body with %s is too large', async (_, rest) => {
    const { port } = server.address() as AddressInfo; // a server that listens on a port has an AddressInfo
    const socket = connect(port, '127.0.0.1');
    socket.end(`POST / HTTP/1.1\r\nHost: h\r\n${rest}GET / HTTP/1.1\r\nHost: h\r\n\r\n`);
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part);
    const statuses = Array.from(
      Buffer.concat(parts)
        .toString()
        .matchAll(/HTTP\/1\.1 (\d+)/g),
      ([, status]) => status,
    );
    expect(statuses).toEqual(['413', '200']);
  });
});
