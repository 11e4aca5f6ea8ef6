import { EventEmitter } from 'node:events';
import { IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { serve } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkListenOptions } from '../../../src/local/server/check-listen-options.js';
import { closeAfter, FAILED, NOT_TEXT, TOO_LARGE, VANISHED } from '../../../src/local/server/close-codes.js';
import { watchConnections } from '../../../src/local/server/connections.js';
import { createFrameMeter } from '../../../src/local/server/frame-meter.js';
import { readHead, readRequest } from '../../../src/local/server/read-request.js';
import { writeResponse } from '../../../src/local/server/write-response.js';

// The parts of the servers, without a server.

describe('checkListenOptions', () => {
  const rejects = (port: unknown, options: unknown): unknown => {
    try {
      checkListenOptions(port, options);
    } catch (error) {
      const { code, path, message } = error as { code: string; path: unknown; message: string };
      return [code, path, message];
    }
    return undefined;
  };

  test.each([0, 1, 3000, 65_535])('accepts the port %d', (port) => {
    expect(rejects(port, {})).toBeUndefined();
  });

  test.each([-1, 65_536, 1.5, '3000', null, undefined, Number.NaN])('rejects the port %j', (port) => {
    const found = rejects(port, {});
    expect(found).toMatchObject([
      'invalid-option',
      ['port'],
      expect.stringMatching(/^`port` must be an integer from 0 to 65535; got .+\. Pass 0 for a free port\.$/),
    ]);
  });

  test.each<[unknown, string, unknown, string]>([
    [5, 'invalid-option', ['options'], '`options` must be an object; got 5. Pass options such as { inspect: true }.'],
    [null, 'invalid-option', ['options'], '`options` must be an object; got null. Pass options such as { inspect: true }.'],
    [{ hots: 'a' }, 'unknown-option', ['hots'], 'Did you mean `host`?'],
    [{ host: 5 }, 'invalid-option', ['host'], "Pass '127.0.0.1', or '0.0.0.0' to let other computers in."],
    [{ host: '' }, 'invalid-option', ['host'], "Pass '127.0.0.1', or '0.0.0.0' to let other computers in."],
    [{ clientTimeout: 0 }, 'invalid-option', ['clientTimeout'], 'Pass a number of milliseconds such as 30000.'],
    [{ closeTimeout: -1 }, 'invalid-option', ['closeTimeout'], 'Pass a number of milliseconds such as 5000.'],
    [{ inspect: 'yes' }, 'invalid-option', ['inspect'], 'Pass true or false.'],
  ])('rejects %j', (options, code, path, sentence) => {
    expect(rejects(0, options)).toEqual([code, path, expect.stringContaining(sentence)]);
  });

  test('accepts every option', () => {
    expect(rejects(0, { host: '::1', clientTimeout: 1, closeTimeout: 0, inspect: false })).toBeUndefined();
  });
});

test('a WebSocket is closed with the code of its error', () => {
  expect([TOO_LARGE, NOT_TEXT, VANISHED, FAILED]).toEqual([
    { code: 1009, reason: 'Message too long' },
    { code: 1003, reason: 'Unsupported data' },
    { code: 1006, reason: 'Connection closed abnormally' },
    { code: 1011, reason: '' },
  ]);
  const codes = [
    'WS_ERR_INVALID_UTF8',
    'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
    'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH',
    'WS_ERR_X',
    'constructor',
  ];
  const closes = codes.map((code) => closeAfter(Object.assign(new Error('x'), { code })));
  expect(closes).toEqual([1007, 1009, 1009, 1002, 1002].map((code) => ({ code, reason: '' })));
  expect(closeAfter(new Error('x'))).toEqual({ code: 1002, reason: '' });
});

describe('watchConnections', () => {
  class FakeSocket extends EventEmitter {
    destroyed = false;
    destroy(): void {
      this.destroyed = true;
      this.emit('close');
    }
  }

  function watched() {
    const server = new EventEmitter();
    const connections = watchConnections(server as unknown as Server); // only its events are used
    const connect = (): FakeSocket => {
      const socket = new FakeSocket();
      server.emit('connection', socket);
      return socket;
    };
    const attend = (socket: FakeSocket): EventEmitter => {
      const response = new EventEmitter();
      connections.attend({ socket } as unknown as IncomingMessage, response as unknown as ServerResponse);
      return response;
    };
    return { connections, connect, attend };
  }

  const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('closes idle connections now, and the others after their responses', async () => {
    const { connections, connect, attend } = watched();
    const [idle, busy] = [connect(), connect()];
    const [first, second] = [attend(busy), attend(busy)];
    connections.end();
    expect([idle.destroyed, busy.destroyed]).toEqual([true, false]);
    first.emit('close');
    await soon();
    expect(busy.destroyed).toBe(false);
    second.emit('close');
    expect(busy.destroyed).toBe(false);
    await soon();
    expect(busy.destroyed).toBe(true);
  });

  test('closes nothing before its end', async () => {
    const { connect, attend } = watched();
    const socket = connect();
    attend(socket).emit('close');
    await soon();
    expect(socket.destroyed).toBe(false);
  });

  test('closes a connection that waits for more than 100 responses', () => {
    const { connect, attend } = watched();
    const socket = connect();
    for (let count = 0; count < 100; count += 1) attend(socket);
    expect(socket.destroyed).toBe(false);
    attend(socket);
    expect(socket.destroyed).toBe(true);
  });

  test('leaves a connection alone that speaks another protocol, and forgets one that is closed', () => {
    const { connections, connect, attend } = watched();
    const [other, gone] = [connect(), connect()];
    connections.release({ socket: other } as unknown as IncomingMessage);
    gone.emit('close');
    for (let count = 0; count < 101; count += 1) for (const socket of [other, gone]) attend(socket);
    connections.end();
    expect([other.destroyed, gone.destroyed]).toEqual([false, false]);
  });
});

describe('createFrameMeter', () => {
  /** A frame of a client, as RFC 6455, section 5.2, has it. `form` is how its length is written. */
  function frame(length: number, isMasked: boolean, form: 'short' | '16' | '64'): Uint8Array {
    const head = new Uint8Array(2 + { short: 0, 16: 2, 64: 8 }[form]);
    const view = new DataView(head.buffer);
    head[0] = 0x81;
    head[1] = (isMasked ? 0x80 : 0) | { short: length, 16: 126, 64: 127 }[form];
    if (form === '16') view.setUint16(2, length);
    if (form === '64') view.setBigUint64(2, BigInt(length));
    return new Uint8Array([
      ...head,
      ...new Uint8Array(isMasked ? 4 : 0).fill(0xff),
      ...new Uint8Array(Math.min(length, 70_000)).fill(0x7f),
    ]);
  }

  const drawn = fc.oneof(
    fc.record({ length: fc.nat(125), form: fc.constantFrom('short' as const, '16' as const, '64' as const) }),
    fc.record({ length: fc.nat(300), form: fc.constantFrom('16' as const, '64' as const) }),
  );

  test('counts each frame above the limit, in pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(drawn, fc.boolean()), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (frames, sizes) => {
          let found = 0;
          const meter = createFrameMeter(100, () => {
            found += 1;
          });
          const bytes = Buffer.concat(frames.map(([{ length, form }, isMasked]) => frame(length, isMasked, form)));
          for (let at = 0, index = 0; at < bytes.length; index += 1) {
            const size = sizes[index % sizes.length] ?? 1;
            meter(bytes.subarray(at, at + size));
            at += size;
          }
          expect(found).toBe(frames.filter(([{ length }]) => length > 100).length);
        },
      ),
    );
  });

  test('sees the length before the payload', () => {
    for (const [length, isFound] of [
      [65_535, false],
      [65_536, true],
      [2 ** 40, true],
    ] as const) {
      let found = false;
      const meter = createFrameMeter(65_535, () => {
        found = true;
      });
      meter(frame(length, true, '64').subarray(0, 14));
      expect(found, `${length}`).toBe(isFound);
    }
  });
});

describe('reading a request', () => {
  /** A message with a head. */
  function message(head: Partial<IncomingMessage>, remoteAddress?: string): IncomingMessage {
    return { rawHeaders: [], httpVersionMajor: 1, ...head, socket: { remoteAddress } } as unknown as IncomingMessage; // nothing else is read
  }

  test.each<[Partial<IncomingMessage>, string | undefined, object]>([
    [{}, undefined, { method: 'GET', target: '/', headers: [], httpVersion: '1.1' }],
    [
      { method: 'PUT', url: '/a?b', rawHeaders: ['A', '1', 'a', '2'] },
      '192.0.2.1',
      {
        method: 'PUT',
        target: '/a?b',
        headers: [
          ['A', '1'],
          ['a', '2'],
        ],
        sourceIp: '192.0.2.1',
        httpVersion: '1.1',
      },
    ],
    [{ httpVersionMajor: 2 }, '::ffff:192.0.2.1', { method: 'GET', target: '/', headers: [], sourceIp: '192.0.2.1', httpVersion: '2' }],
    [{}, '::ffff:c000:201', { method: 'GET', target: '/', headers: [], sourceIp: '::ffff:c000:201', httpVersion: '1.1' }],
    [{}, '2001:db8::192.0.2.1', { method: 'GET', target: '/', headers: [], sourceIp: '2001:db8::192.0.2.1', httpVersion: '1.1' }],
  ])('has the head %j of %s', (head, address, expected) => {
    expect(readHead(message(head, address))).toEqual(expected);
  });

  const head = (headers: [string, string][]) => ({ method: 'POST', target: '/', headers });
  /** A body that comes in pieces. */
  function body(...parts: readonly string[]): IncomingMessage {
    return Readable.from(parts.map((part) => Buffer.from(part))) as unknown as IncomingMessage; // only its pieces are read
  }

  test.each<[[string, string][]]>([[[]], [[['Content-Length', '0']]], [[['X-Content-Length', '5']]]])(
    'reads no body after %j',
    (headers) => {
      expect(readRequest(body('hi'), head(headers), 10)).toEqual({ request: head(headers), isWhole: true });
    },
  );

  test.each<[[string, string][]]>([[[['content-LENGTH', '4']]], [[['Transfer-Encoding', 'chunked']]]])(
    'reads the body after %j',
    async (headers) => {
      const { request, isWhole } = await readRequest(body('hi', 'ho'), head(headers), 4);
      expect([Buffer.from(request.body ?? []).toString(), isWhole]).toEqual(['hiho', true]);
    },
  );

  test('stops behind the limit, and leaves the connection as it is', async () => {
    const long = body('hi', 'ho', 'hu');
    const { request, isWhole } = await readRequest(long, head([['Content-Length', '6']]), 3);
    expect([Buffer.from(request.body ?? []).toString(), isWhole, long.destroyed]).toEqual(['hiho', false, false]);
    const exact = await readRequest(body('hi'), head([['Content-Length', '2']]), 2);
    expect(exact.isWhole).toBe(true);
  });

  test('has no body if none comes', async () => {
    expect(await readRequest(body(), head([['Transfer-Encoding', 'chunked']]), 3)).toEqual({
      request: head([['Transfer-Encoding', 'chunked']]),
      isWhole: true,
    });
  });
});

describe('writing a response', () => {
  async function written(write: (target: ServerResponse) => void | Promise<void>, settings: object = {}) {
    const socket = Object.assign(new PassThrough(), { isClosedSoon: false });
    Object.assign(socket, { destroySoon: () => Object.assign(socket, { isClosedSoon: true }) });
    const target = new ServerResponse(
      Object.assign(new IncomingMessage(socket as unknown as Socket), { method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1 }),
    );
    Object.assign(target, settings, { sendDate: false });
    target.assignSocket(socket as unknown as Socket);
    const finished = new Promise((resolve) => target.once('finish', resolve));
    await write(target);
    await finished;
    return { text: Buffer.from(socket.read() ?? []).toString('latin1'), isClosedSoon: socket.isClosedSoon };
  }

  const ok = (status = 200) => ({
    status,
    statusText: 'Ü',
    headers: [
      ['Content-Length', '2'],
      ['connection', 'keep-alive'],
    ] as [string, string][],
    body: new Uint8Array([255, 104]),
  });

  test('is its bytes', async () => {
    expect(await written((target) => writeResponse(ok(), target))).toEqual({
      text: 'HTTP/1.1 200 Ã\u009c\r\nContent-Length: 2\r\nconnection: keep-alive\r\n\r\n\u00ffh',
      isClosedSoon: false,
    });
  });

  test('says that the connection ends', async () => {
    const closing = { text: expect.stringContaining('\r\nconnection: close\r\n'), isClosedSoon: true };
    expect(await written((target) => writeResponse(ok(), target, true))).toEqual(closing);
    expect(await written((target) => writeResponse(ok(), target), { shouldKeepAlive: false })).toEqual({ ...closing, isClosedSoon: false });
  });

  test('with a status that is not final ends the connection', async () => {
    expect(await written((target) => writeResponse({ ...ok(199), body: new Uint8Array() }, target))).toMatchObject({ isClosedSoon: true });
  });

  test('can be a stream', async () => {
    const stream = new Blob(['hi']).stream() as ReadableStream<Uint8Array>;
    const { text } = await written((target) => writeResponse({ ...ok(), statusText: 'OK', body: stream }, target));
    expect(text).toBe('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nconnection: keep-alive\r\n\r\nhi');
  });
});

describe('serve', () => {
  test.each<[unknown[], string, unknown, string]>([
    [[() => undefined, -1], 'invalid-option', ['port'], '`port` must be an integer from 0 to 65535; got -1.'],
    [[5], 'invalid-option', ['answer'], '`answer` must be a function; got 5. Pass a function from request to response.'],
    [[() => undefined, 0, 5], 'invalid-option', ['options'], '`options` must be an object; got 5.'],
    [[() => undefined, 0, { maxBody: 0 }], 'invalid-option', ['options', 'maxBody'], 'Pass a number of bytes such as 10000.'],
    [[() => undefined, 0, { max: 1 }], 'unknown-option', ['options', 'max'], 'maxBody'],
  ])('rejects %j', async (args, code, path, sentence) => {
    const call = serve as unknown as (...given: unknown[]) => Promise<unknown>;
    await expect(call(...args)).rejects.toMatchObject({ code, path, message: expect.stringContaining(sentence) });
  });

  test('answers 413 to a body that is too long, and closes the connection if the function throws', async () => {
    const server = await serve(
      ({ target }) => {
        if (target === '/throws') throw new Error('no');
        return { status: 200, statusText: 'OK', headers: [['Content-Length', '0']], body: new Uint8Array() };
      },
      0,
      { maxBody: 2 },
    );
    const post = (path: string, body: string): Promise<Response> => fetch(server.origin + path, { method: 'POST', body });
    expect((await post('/', 'hi')).status).toBe(200);
    const refused = await post('/', 'hey');
    expect([refused.status, refused.statusText, Object.fromEntries(refused.headers), await refused.text()]).toEqual([
      413,
      'Content Too Large',
      expect.objectContaining({ 'content-type': 'application/json', 'content-length': '38', connection: 'close' }),
      '{"message":"Request Entity Too Large"}',
    ]);
    await expect(post('/throws', 'x')).rejects.toThrow();
    await server.close();
  });
});
