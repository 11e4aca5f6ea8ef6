import { once } from 'node:events';
import { awslambda, buildContext, createModuleHandler, type Invocation, invoke, type LambdaRuntime } from 'apigw-proxy/local';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectInMemory } from '../../../../src/local/function/runtime/memory-connection.js';

// What a streaming handler can do with its stream, in this process. runtime.test.ts compares the same with AWS's own client.

type Stream = Parameters<Parameters<typeof awslambda.streamifyResponse>[0]>[1];

/** Runs a streaming handler. */
function run(handler: (stream: Stream) => unknown, runtime: LambdaRuntime = 'nodejs24.x', options?: object): Promise<Invocation<unknown>> {
  const marked = awslambda.streamifyResponse(async (_event: unknown, stream) => handler(stream), options as never);
  return invoke(marked as never, {}, buildContext({ timeout: 2000 }), { runtime });
}

const textOf = (invocation: Invocation<unknown>): string => {
  if (!invocation.ok) throw invocation.error;
  return Buffer.from(Object(invocation.result).bytes).toString();
};

describe('a stream', () => {
  test.each<[string, (stream: Stream) => void, string]>([
    ['text', (stream) => stream.end('é'), 'é'],
    ['a Buffer', (stream) => stream.end(Buffer.from('hi')), 'hi'],
    ['bytes', (stream) => stream.end(new Uint8Array([104, 105])), 'hi'],
    [
      'text in an encoding',
      (stream) => {
        stream.write('6869', 'hex');
        stream.end();
      },
      'hi',
    ],
    [
      'a number',
      (stream) => {
        stream.write(5 as never);
        stream.end();
      },
      '5',
    ],
    [
      'an object',
      (stream) => {
        stream.write({ a: 1 } as never);
        stream.end();
      },
      '{"a":1}',
    ],
    ['nothing', (stream) => stream.end(), ''],
  ])('takes %s', async (_, write, text) => {
    expect(textOf(await run(write))).toBe(text);
  });

  test.each([undefined, null])('rejects %s', async (chunk) => {
    const message = `Cannot read properties of ${chunk} (reading 'length')`;
    expect(await run((stream) => stream.write(chunk as never))).toMatchObject({ ok: false, error: { name: 'TypeError', message } });
  });

  test('writes an instance of a subclass of Uint8Array as JSON, until Node.js 22', async () => {
    class Bytes extends Uint8Array {}
    const write = (stream: Stream): void => {
      stream.write(new Bytes([104]));
      stream.end();
    };
    expect([textOf(await run(write)), textOf(await run(write, 'nodejs22.x'))]).toEqual(['h', '{"0":104}']);
  });

  test('has the properties of a Writable', async () => {
    const seen: unknown[] = [];
    const look = (stream: Stream): void => {
      const {
        writable,
        destroyed,
        writableEnded,
        writableHighWaterMark,
        writableLength,
        writableCorked,
        writableFinished,
        writableObjectMode,
      } = stream;
      seen.push([
        writable,
        destroyed,
        writableEnded,
        typeof writableHighWaterMark,
        writableLength,
        writableCorked,
        writableFinished,
        writableObjectMode,
        'writableBuffer' in stream,
      ]);
      stream.end();
      seen.push(stream.writableEnded);
    };
    for (const runtime of ['nodejs22.x', 'nodejs24.x'] as const) await run(look, runtime);
    expect(seen).toEqual([
      [true, false, false, 'number', 0, 0, false, false, true],
      true,
      [true, false, false, 'number', 0, 0, false, false, false],
      true,
    ]);
  });

  test('says its content type before the first write only', async () => {
    const early = await run((stream) => {
      stream.setContentType('text/plain');
      stream.end('x');
    });
    expect(early.ok && Object(early.result).contentType).toBe('text/plain');
    const late = await run((stream) => {
      stream.write('x');
      stream.setContentType('text/plain');
    });
    expect(late).toMatchObject({
      ok: false,
      error: { name: 'Runtime.InvalidStreamingOperation', message: 'Cannot set content-type, too late.' },
    });
    const none = await run((stream) => stream.end('x'));
    expect(none.ok && Object(none.result).contentType).toBe('application/octet-stream');
  });

  test('that the handler destroys breaks off', async () => {
    expect(await run((stream) => stream.destroy())).toMatchObject({ ok: false, error: { code: 'ECONNRESET' } });
    expect(await run((stream) => stream.destroy(new Error('mine')))).toMatchObject({ ok: false, error: { message: 'mine' } });
  });

  test('holds as many bytes as the handler says', async () => {
    const flowing: boolean[] = [];
    const write = (stream: Stream): void => {
      flowing.push(stream.write('x'.repeat(100_000)));
      stream.end();
    };
    await run(write, 'nodejs24.x', { highWaterMark: 10 });
    await run(write, 'nodejs24.x', { highWaterMark: 1_000_000 });
    expect(flowing[0]).toBe(false);
  });
});

describe('a streaming handler', () => {
  beforeEach(() => void vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());

  test('fails with what it throws, before and after its first write', async () => {
    for (const text of ['', 'x']) {
      const invocation = await run((stream) => {
        if (text !== '') stream.write(text);
        throw new Error('no');
      });
      expect(invocation).toMatchObject({ ok: false, error: { message: 'no' } });
    }
  });

  test('is warned about a value that it returns, and about an error that comes too late', async () => {
    await run((stream) => {
      stream.end('x');
      return 5;
    });
    await run((stream) => {
      stream.end('x');
      throw new Error('late');
    });
    await run((stream) => void stream.end('x'));
    expect(vi.mocked(process.emitWarning).mock.calls).toEqual([
      ['Streaming handlers ignore return values.', { type: 'StreamWarning' }],
      [
        'The streaming handler failed after its stream had ended, so the client got the whole response.',
        { type: 'StreamWarning', detail: expect.stringContaining('late') },
      ],
    ]);
  });

  test('must be async', async () => {
    const handler = awslambda.streamifyResponse((_event: unknown, stream) => void stream.end('x'));
    const message = 'Streaming does not support non-async handlers.';
    expect(await invoke(handler as never, {}, buildContext(), { runtime: 'nodejs24.x' })).toMatchObject({ ok: false, error: { message } });
    expect(await invoke(handler as never, {}, buildContext(), { runtime: 'nodejs22.x' })).toMatchObject({
      ok: false,
      report: { errorMessage: message },
    });
  });
});

describe('a connection in memory', () => {
  test('carries bytes both ways, and its end', async () => {
    const [near, far] = connectInMemory(undefined);
    near.write('a');
    far.write('b');
    near.end('c');
    far.end();
    const read = async (from: typeof near): Promise<string> => {
      const parts: Buffer[] = [];
      for await (const part of from) parts.push(part);
      return Buffer.concat(parts).toString();
    };
    expect(await Promise.all([read(far), read(near)])).toEqual(['ac', 'b']);
  });

  test('still delivers what was written before an end was destroyed', async () => {
    const [near, far] = connectInMemory(5);
    expect(near.writableHighWaterMark).toBe(5);
    expect(far.writableHighWaterMark).toBeGreaterThan(1000);
    near.write('abc');
    near.destroy();
    await once(near, 'close');
    expect(String(far.read())).toBe('abc');
    far.write('lost'); // nobody reads it, and nothing breaks
    const ended = once(far, 'end');
    far.resume();
    await ended;
  });

  test('waits for a reader that is slow', async () => {
    const [near, far] = connectInMemory(undefined);
    let isDone = false;
    near.write(Buffer.alloc(200_000), () => {
      isDone = true;
    });
    await new Promise(setImmediate);
    expect(isDone).toBe(false);
    far.resume();
    await expect.poll(() => isDone).toBe(true);
  });
});

describe('createModuleHandler', () => {
  test.each<[unknown[], unknown, string]>([
    [[''], ['file'], "Pass the path of a module, such as 'dist/users.mjs'."],
    [[5], ['file'], "Pass the path of a module, such as 'dist/users.mjs'."],
    [['a.mjs', ''], ['name'], "Pass the name of an export, such as 'handler'."],
    [['a.mjs', 'b', 5], ['options'], 'Pass { env: { … } }.'],
  ])('refuses %j', (args, path, fix) => {
    expect(() => Reflect.apply(createModuleHandler, undefined, args)).toThrow(
      expect.objectContaining({ code: 'invalid-option', path, fix }),
    );
  });
});
