import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type RenderedResponse, renderResult } from 'apigw-proxy';
import { awslambda, buildContext, invoke, type ResponseStream, type StreamHandler } from 'apigw-proxy/local';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

const { HttpResponseStream, streamifyResponse } = awslambda;

async function run(handler: StreamHandler<unknown>): Promise<RenderedResponse | undefined> {
  const invocation = await invoke(streamifyResponse(handler), {});
  return invocation.ok ? renderResult(invocation.result, { target: 'rest', responseTransferMode: 'STREAM' }) : undefined;
}

function textOf(response: RenderedResponse | undefined): string {
  return Buffer.from(response?.body ?? []).toString();
}

describe('awslambda', () => {
  test('writes metadata before the body', async () => {
    const response = await run(async (_, responseStream) => {
      const stream = HttpResponseStream.from(responseStream, { statusCode: 201, cookies: ['a=1'] });
      stream.write('hel');
      stream.end(Buffer.from('lo'));
    });
    expect([response?.status, textOf(response)]).toEqual([201, 'hello']);
    expect(response?.headers).toContainEqual(['Set-Cookie', 'a=1']);
  });

  test('accepts a pipeline', async () => {
    const response = await run(async (_, responseStream) => {
      await pipeline(Readable.from(['a', 'b', 'c'.repeat(100_000)]), HttpResponseStream.from(responseStream, { statusCode: 202 }));
    });
    expect([response?.status, textOf(response).length]).toEqual([202, 100_002]);
  });

  test('warns of an error that the client never sees', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);
    onTestFinished(() => warn.mockRestore());
    const endAndFail = async (_: unknown, responseStream: ResponseStream): Promise<void> => {
      responseStream.end('x');
      throw new Error('late');
    };
    expect((await invoke(streamifyResponse(endAndFail), {})).ok).toBe(true);
    expect(warn.mock.calls.map(([message]) => message)).toEqual([expect.stringContaining('the client got the whole response')]);
    const endWithoutPromise = (_: unknown, responseStream: ResponseStream): void => void responseStream.end('x');
    expect((await invoke(streamifyResponse(endWithoutPromise as never), {})).ok).toBe(false); // not async on purpose
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('waits for the stream of a handler that has returned', async () => {
    const response = await run(async (_, responseStream) => {
      const stream = HttpResponseStream.from(responseStream, { statusCode: 203 });
      stream.write('la');
      setTimeout(() => stream.end('te'), 5);
    });
    expect([response?.status, textOf(response)]).toEqual([203, 'late']);
  });

  test('writes metadata with the first write, even an empty one', async () => {
    const written = await run(async (_, responseStream) => {
      const stream = HttpResponseStream.from(responseStream, { statusCode: 201 });
      stream.write('');
      stream.end();
    });
    expect(written?.status).toBe(201);
  });

  test.each<[string, StreamHandler<unknown>]>([
    ['end()', async (_, responseStream) => HttpResponseStream.from(responseStream, { statusCode: 201 }).end()],
    ['end(chunk)', async (_, responseStream) => HttpResponseStream.from(responseStream, { statusCode: 201 }).end('chunk')],
  ])('writes no metadata with %s', async (_, handler) => {
    const response = await run(handler);
    expect([response?.status, response?.issues[0]?.code]).toEqual([500, 'stream-without-prelude']);
  });

  test('streams without metadata, with the content type of the handler', async () => {
    const handler = streamifyResponse(async (_: unknown, responseStream) => {
      responseStream.setContentType('text/html');
      responseStream.end('<p>');
    });
    const invocation = await invoke(handler, {});
    const response = renderResult(invocation.ok && invocation.result, { target: 'function-url', invokeMode: 'RESPONSE_STREAM' });
    expect([textOf(response), response.headers.find(([name]) => name === 'Content-Type')?.[1]]).toEqual(['<p>', 'text/html']);
  });

  test('rejects a content type after the first write', async () => {
    const invocation = await invoke(
      streamifyResponse(async (_: unknown, responseStream: ResponseStream) => {
        responseStream.write('x');
        responseStream.setContentType('text/html');
      }),
      {},
    );
    expect(invocation).toMatchObject({ ok: false, error: expect.objectContaining({ message: expect.stringContaining('too late') }) });
  });

  test.each<[string, StreamHandler<unknown>]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('no');
      },
    ],
    ['destroys its stream', async (_, responseStream) => void responseStream.destroy(new Error('no'))],
    [
      'throws after a write',
      async (_, responseStream) => {
        responseStream.write('x');
        throw new Error('no');
      },
    ],
  ])('returns the error of a handler that %s', async (_, handler) => {
    expect(await invoke(streamifyResponse(handler), {})).toMatchObject({ ok: false, error: new Error('no') });
  });

  test('ends a handler that runs too long', async () => {
    const invocation = await invoke(
      streamifyResponse(() => new Promise(() => undefined)),
      {},
      buildContext({ timeout: 10 }),
    );
    expect(invocation).toMatchObject({ ok: false, error: expect.objectContaining({ message: expect.stringContaining('timed out') }) });
  });

  test('passes event and context to the handler', async () => {
    const context = buildContext({ functionName: 'f' });
    const handler = streamifyResponse(async (event: { id: number }, responseStream, { functionName }) =>
      responseStream.end(`${event.id} ${functionName}`),
    );
    const invocation = await invoke(handler, { id: 1 }, context);
    expect(invocation.ok && Buffer.from(invocation.result.bytes).toString()).toBe('1 f');
  });

  test('runs handlers that another fake of the runtime has marked', async () => {
    const marked = Object.assign(async (_: unknown, responseStream: ResponseStream) => responseStream.end('x'), {
      [Symbol.for('aws.lambda.runtime.handler.streaming')]: 'response',
    });
    const invocation: unknown = await invoke(marked as unknown as ReturnType<typeof streamifyResponse>, {}); // the mark makes it one
    expect(invocation).toMatchObject({ ok: true, result: { contentType: 'application/octet-stream' } });
  });
});
