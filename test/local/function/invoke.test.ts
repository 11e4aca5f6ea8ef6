import { buildContext, invoke, TaskTimeoutError } from 'apigw-proxy/local';
import { afterEach, describe, expect, test, vi } from 'vitest';

const failure = new Error('no');
const REPORT = { errorType: 'Error', errorMessage: 'no', trace: failure.stack?.split('\n') };

describe('invoke', () => {
  test.each<[string, Parameters<typeof invoke<number, unknown>>[0], unknown]>([
    ['a promise', async (event) => event + 1, { ok: true, result: 2 }],
    ['a plain value', (event) => event + 1, { ok: true, result: 2 }],
    ['a rejection', async () => Promise.reject(failure), { ok: false, error: failure, report: REPORT }],
    [
      'a throw',
      () => {
        throw failure;
      },
      { ok: false, error: failure, report: REPORT },
    ],
  ])('waits for %s', async (_, handler, expected) => {
    expect(await invoke(handler, 1)).toEqual(expected);
  });

  test.each<[string, Parameters<typeof invoke<number, unknown>>[0], unknown]>([
    ['a callback', (event, _, callback) => callback(null, event + 1), { ok: true, result: 2 }],
    ['a callback, later', (event, _, callback) => void setTimeout(callback, 1, undefined, event + 1), { ok: true, result: 2 }],
    ['an error for the callback', (_, __, callback) => callback(failure), { ok: false, error: failure, report: REPORT }],
    ['context.succeed, later', (event, { succeed }) => void setTimeout(succeed, 20, event + 1), { ok: true, result: 2 }],
    ['nothing', (event) => event + 1, { ok: true, result: null }],
  ])('waits for %s on Node.js 22', async (_, handler, expected) => {
    expect(await invoke(handler, 1, buildContext(), { runtime: 'nodejs22.x' })).toEqual(expected);
  });

  test('fails for a handler with a callback on Node.js 24', async () => {
    const handler: Parameters<typeof invoke<number, unknown>>[0] = (event, _, callback) => callback(null, event);
    expect(await invoke(handler, 1)).toMatchObject({ ok: false, report: { errorType: 'Runtime.CallbackHandlerDeprecated' } });
  });

  test('warns once about a handler with a callback on Node.js 22', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const handler: Parameters<typeof invoke<number, unknown>>[0] = (event, _, callback) => callback(null, event);
    for (const event of [1, 2]) await invoke(handler, event, buildContext(), { runtime: 'nodejs22.x' });
    expect(warn.mock.calls).toEqual([[expect.stringContaining('Node.js 24 on Lambda rejects it'), expect.anything()]]);
    warn.mockRestore();
  });

  test('rejects an unknown runtime', async () => {
    const options = { runtime: 'nodejs18.x' } as unknown as Parameters<typeof invoke>[3]; // JavaScript may pass anything
    await expect(invoke(() => 1, 1, buildContext(), options)).rejects.toMatchObject({ code: 'invalid-option', path: ['runtime'] });
  });

  test('ends when the handler runs too long', async () => {
    const invocation = await invoke(() => new Promise(() => undefined), 1, buildContext({ timeout: 10 }));
    expect(invocation).toMatchObject({ ok: false, error: { message: 'Task timed out after 0.01 seconds' } });
  });
});

describe('a handler on Node.js 22 that never stops what it started', () => {
  type Handler = Parameters<typeof invoke<object, unknown>>[0];
  const started: NodeJS.Timeout[] = [];
  const start = () => started.push(setInterval(() => undefined, 1000));
  afterEach(() => {
    vi.useRealTimers();
    for (const timer of started.splice(0)) clearInterval(timer);
  });

  test.each<[when: string, handler: Handler, ok: boolean]>([
    ['it runs too long', (_event, _context, callback) => [start(), callback(null, 'late')], false],
    ['it calls context.succeed', (_event, context) => [start(), context.succeed('done')], true],
    [
      'it calls back and does not wait',
      (_event, context, callback) => {
        start();
        context.callbackWaitsForEmptyEventLoop = false;
        callback(null, 'done');
      },
      true,
    ],
  ])('is no longer watched after %s', async (_, handler, ok) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = invoke(handler, {}, buildContext({ timeout: 1000 }), { runtime: 'nodejs22.x' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toMatchObject({ ok });
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('buildContext', () => {
  test('counts down from the timeout, and below zero as on Lambda', () => {
    const clock = { now: 0 };
    const context = buildContext({ timeout: 50, now: () => clock.now });
    expect(context.getRemainingTimeInMillis()).toBe(50);
    clock.now = 40;
    expect(context.getRemainingTimeInMillis()).toBe(10);
    clock.now = 99;
    expect(context.getRemainingTimeInMillis()).toBe(-49);
  });

  test('accepts other values', () => {
    const context = buildContext({ awsRequestId: 'a', functionName: 'users' });
    expect(context).toMatchObject({ awsRequestId: 'a', logGroupName: '/aws/lambda/users', memoryLimitInMB: '128' });
    expect([context.done(), context.fail('x'), context.succeed(1)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('TaskTimeoutError', () => {
  test('is recognized by every copy of the package', async () => {
    vi.resetModules();
    const copy: typeof import('apigw-proxy/local') = await import('apigw-proxy/local');
    const error: unknown = new TaskTimeoutError(3000);
    expect(copy.TaskTimeoutError).not.toBe(TaskTimeoutError);
    expect([error instanceof copy.TaskTimeoutError, new Error('no') instanceof copy.TaskTimeoutError]).toEqual([true, false]);
  });
});
