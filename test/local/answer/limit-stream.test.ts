import { awslambda, createLocalApi, type LocalLimits, type ResponseStream } from 'apigw-proxy/local';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** A REST API that streams, with a function that may run for ever. */
function apiOf(write: (stream: ResponseStream) => Promise<void>, settings: object = {}, limits: Partial<LocalLimits> = {}) {
  const handler = awslambda.streamifyResponse(async (_event: never, stream) =>
    write(awslambda.HttpResponseStream.from(stream, { statusCode: 200, headers: { 'Content-Type': 'text/plain' } })),
  );
  return createLocalApi({
    target: 'rest',
    responseTransferMode: 'STREAM',
    routes: { 'GET /': handler },
    context: { timeout: Number.POSITIVE_INFINITY },
    limits,
    ...settings,
  });
}

const never = new Promise<never>(() => undefined);

async function writesOnce(stream: ResponseStream): Promise<void> {
  stream.write('x');
  await never;
}

/** Writes a character each second. */
async function ticks(stream: ResponseStream): Promise<void> {
  for (;;) {
    stream.write('x');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

describe('the limits of a stream', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each<[string, (stream: ResponseStream) => Promise<void>, object, Partial<LocalLimits>, number]>([
    ['5 minutes of silence', writesOnce, {}, {}, 300_000],
    ['30 s of silence at an edge-optimized endpoint', writesOnce, { endpointType: 'EDGE' }, {}, 30_000],
    ['the silence that you set', writesOnce, {}, { idle: 50 }, 50],
    ['15 minutes in all', ticks, {}, {}, 900_000],
    ['the time that you set', ticks, {}, { timeout: 5000 }, 5000],
  ])('cut it off after %s', async (_, write, settings, limits, milliseconds) => {
    const api = apiOf(write, settings, limits);
    const response = await api.fetch('/prod/');
    const body = response.text().catch((error: unknown) => error);
    const seen = vi.fn();
    void body.then(seen);
    await vi.advanceTimersByTimeAsync(milliseconds - 1);
    expect([response.status, seen.mock.calls.length]).toEqual([200, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await body).toMatchObject({ message: expect.stringContaining("the gateway's limit") });
  });

  test('are those of the function for a function URL', async () => {
    const settings = { target: 'function-url', invokeMode: 'RESPONSE_STREAM', responseTransferMode: undefined };
    const api = apiOf(writesOnce, { ...settings, routes: { $default: awslambda.streamifyResponse(async (_: never, s) => writesOnce(s)) } });
    const body = (await api.fetch('/')).text().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(900_000);
    expect(await body).toMatchObject({ message: "The stream took longer than 900000 ms, the gateway's limit." });
  });

  test('answer 504 if the stream has not begun by then', async () => {
    const api = apiOf(() => never);
    const response = api.fetch('/prod/');
    await vi.advanceTimersByTimeAsync(300_000);
    expect((await response).status).toBe(504);
    expect(api.last?.response.issues.map(({ code }) => code)).toEqual(['timeout']);
  });

  test('leave no timer behind if the client leaves', async () => {
    const response = await apiOf(writesOnce).fetch('/prod/');
    await response.body?.cancel();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('leave no timer behind', async () => {
    const api = apiOf(async (stream) => {
      stream.write('x');
      stream.end();
    });
    expect(await (await api.fetch('/prod/')).text()).toBe('x');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('createLocalApi', () => {
  test('rejects `limits.idle` for an API that does not stream', () => {
    expect(() => createLocalApi({ target: 'rest', routes: {}, limits: { idle: 1 } })).toThrow(
      expect.objectContaining({ code: 'unsupported-option', path: ['limits', 'idle'] }),
    );
  });
});
