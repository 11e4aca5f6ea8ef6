import { buildContext, invoke, TaskTimeoutError } from 'apigw-proxy/local';
import { describe, expect, test, vi } from 'vitest';

const failure = new Error('no');

describe('invoke', () => {
  test.each<[string, Parameters<typeof invoke<number, unknown>>[0], unknown]>([
    ['a promise', async (event) => event + 1, { ok: true, result: 2 }],
    ['a plain value', (event) => event + 1, { ok: true, result: 2 }],
    ['a callback', (event, _, callback) => callback(null, event + 1), { ok: true, result: 2 }],
    ['a callback, later', (event, _, callback) => void setTimeout(callback, 1, undefined, event + 1), { ok: true, result: 2 }],
    ['a rejection', async () => Promise.reject(failure), { ok: false, error: failure }],
    [
      'a throw',
      () => {
        throw failure;
      },
      { ok: false, error: failure },
    ],
    ['an error for the callback', (_, __, callback) => callback(failure), { ok: false, error: failure }],
  ])('waits for %s', async (_, handler, expected) => {
    expect(await invoke(handler, 1)).toEqual(expected);
  });

  test('ends when the handler runs too long', async () => {
    const invocation = await invoke(() => new Promise(() => undefined), 1, buildContext({ timeout: 10 }));
    expect(invocation).toMatchObject({ ok: false, error: { message: 'Task timed out after 0.01 seconds' } });
  });
});

describe('buildContext', () => {
  test('counts down from the timeout to zero', () => {
    const clock = { now: 0 };
    const context = buildContext({ timeout: 50, now: () => clock.now });
    expect(context.getRemainingTimeInMillis()).toBe(50);
    clock.now = 40;
    expect(context.getRemainingTimeInMillis()).toBe(10);
    clock.now = 99;
    expect(context.getRemainingTimeInMillis()).toBe(0);
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
