import { buildContext } from 'apigw-proxy/local';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { planContext } from '../../../src/local/function/build-context.js';
import { warnOfListener } from '../../../src/local/function/listener-warning.js';
import { reliableClock } from '../../../src/local/function/reliable-clock.js';
import { rememberReport, reportError, reportOf } from '../../../src/local/function/runtime/error-report.js';
import { CALLBACK_DEPRECATED, declaresCallback, kindOf } from '../../../src/local/function/runtime/handler-kind.js';
import { DEFAULT_RUNTIME, LAMBDA_RUNTIMES, RUNTIMES } from '../../../src/local/function/runtime/lambda-runtime.js';
import { errorOf, isError, textsOf, toError, toText, traceOf } from '../../../src/local/function/thrown.js';
import { LATE, waitUpTo } from '../../../src/local/function/wait-up-to.js';
import { awslambda } from '../../../src/local/index.js';

// What a handler throws as text, what Lambda reports about it, and the context that a handler gets.

const fails = (): never => {
  throw new Error('getter');
};
const unreadable = new Proxy({}, { get: fails, getPrototypeOf: fails, ownKeys: fails });
/** An error whose properties are given. Others are those of an ordinary one. */
const errorWith = (properties: object): Error =>
  Object.defineProperties(new Error('message'), Object.getOwnPropertyDescriptors(properties));

describe('what was thrown', () => {
  test.each<[unknown, object]>([
    ['text', { name: 'Error', message: 'text' }],
    [undefined, { name: 'Error', message: 'undefined' }],
    [null, { name: 'Error', message: 'null' }],
    [{ a: 1 }, { name: 'Error', message: '{"a":1}' }],
    [Object.create(null), { name: 'Error', message: '{}' }],
    [5n, { name: 'Error', message: '5' }],
    [Symbol('a'), { name: 'Error', message: 'Symbol(a)' }],
    [errorWith({ stack: 'the stack' }), { name: 'Error', message: 'message', stack: 'the stack' }],
    [errorWith({ stack: undefined }), { name: 'Error', message: 'message' }],
    [errorWith({ stack: 5, name: { a: 1 }, message: ['x'] }), { name: '{"a":1}', message: '["x"]' }],
    [errorWith({ stack: 's', cause: new Error('because') }), { name: 'Error', message: 'message', stack: 's', cause: 'because' }],
    [errorWith({ stack: 's', cause: 'because' }), { name: 'Error', message: 'message', stack: 's' }],
  ])('%# is texts', (thrown, texts) => {
    expect(textsOf(thrown)).toEqual(texts);
    const error = toError(thrown);
    expect(isError(error)).toBe(true);
    expect(error.message).toBe((texts as { message: string }).message);
  });

  test('can have properties that throw', () => {
    const error = Object.defineProperty(new Error('message'), 'name', { get: fails });
    expect(textsOf(error)).toMatchObject({ name: 'undefined', message: 'message' });
    expect(toError(error) === error).toBe(false); // an assertion about the error itself would read its name
  });

  test('is the same error, if all of its texts can be read', () => {
    for (const error of [new TypeError('x'), errorWith({ stack: undefined })]) expect(toError(error)).toBe(error);
    for (const error of [errorWith({ name: 5 }), errorWith({ message: {} }), errorWith({ stack: 5 })])
      expect(toError(error)).not.toBe(error);
  });

  test('has a trace', () => {
    expect(traceOf(errorWith({ stack: 'the stack' }))).toBe('the stack');
    expect(traceOf(errorWith({ stack: undefined }))).toBe('Error: message');
    expect(traceOf('text')).toBe('text');
    expect(errorOf({ name: 'Own', message: 'm', stack: 's', cause: 'c' })).toMatchObject({
      name: 'Own',
      message: 'm',
      stack: 's',
      cause: 'c',
    });
    expect(textsOf(unreadable)).toEqual({ name: 'Error', message: '(a value that cannot be read)' });
    expect([toText([1]), toText(() => 1), toText(unreadable)]).toEqual(['[1]', '() => 1', '(a value that cannot be read)']);
    expect([isError(new Error('x')), isError({ message: 'x' }), isError(unreadable)]).toEqual([true, false, false]);
  });
});

describe('a report', () => {
  const [old, current] = [RUNTIMES['nodejs22.x'], RUNTIMES['nodejs24.x']];
  const lost = {
    errorType: 'handled',
    errorMessage:
      'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack',
    trace: [],
  };
  const like = { name: 'Own', message: 'm', stack: 's\nt' };

  test.each<[string, unknown, object, object]>([
    [
      'an error',
      errorWith({ stack: 'a\u007fb\nc', message: 'd\u007fe', name: 'F\u007f' }),
      { errorType: 'F%7F', errorMessage: 'd%7Fe', trace: ['a%7Fb', 'c'] },
      { errorType: 'F%7F', errorMessage: 'd%7Fe', trace: ['a%7Fb', 'c'] },
    ],
    ['an error without a stack', errorWith({ stack: undefined }), lost, { errorType: 'Error', errorMessage: 'message', trace: [] }],
    [
      'what looks like an error',
      like,
      { errorType: 'Own', errorMessage: 'm', trace: ['s', 't'] },
      { errorType: 'object', errorMessage: '[object Object]', trace: [] },
    ],
    [
      'what hardly looks like one',
      { ...like, stack: '' },
      { errorType: 'object', errorMessage: '[object Object]', trace: [] },
      { errorType: 'object', errorMessage: '[object Object]', trace: [] },
    ],
    [
      'one whose name is no text',
      { ...like, name: 5 },
      { errorType: 'object', errorMessage: '[object Object]', trace: [] },
      { errorType: 'object', errorMessage: '[object Object]', trace: [] },
    ],
    ['a text', 'x', { errorType: 'string', errorMessage: 'x', trace: [] }, { errorType: 'string', errorMessage: 'x', trace: [] }],
    ['undefined', undefined, lost, { errorType: 'undefined', errorMessage: 'undefined', trace: [] }],
    ['null', null, lost, { errorType: 'object', errorMessage: 'null', trace: [] }],
    [
      'a symbol',
      Symbol('a'),
      { errorType: 'symbol', errorMessage: 'Symbol(a)', trace: [] },
      { errorType: 'symbol', errorMessage: 'Symbol(a)', trace: [] },
    ],
    ['an error that cannot be read', errorWith({ message: 5 }), lost, lost],
  ])('about %s', (_, thrown, of22, of24) => {
    expect([reportError(thrown, old), reportError(thrown, current)]).toEqual([of22, of24]);
  });

  test('is about why a value cannot be logged', () => {
    expect(reportError(Object.create(null), current)).toMatchObject({
      errorType: 'TypeError',
      errorMessage: 'Cannot convert object to primitive value',
    });
  });

  test('of another thread is remembered', () => {
    const report = { errorType: 'Other', errorMessage: 'o', trace: [] };
    const error = new Error('x');
    expect(rememberReport(error, report)).toBe(error);
    expect(reportOf(error, current)).toBe(report);
    expect(reportOf('x', current)).toEqual({ errorType: 'string', errorMessage: 'x', trace: [] });
  });
});

test('the runtimes have the rules of their clients', () => {
  expect([LAMBDA_RUNTIMES, DEFAULT_RUNTIME]).toEqual([['nodejs20.x', 'nodejs22.x', 'nodejs24.x'], 'nodejs24.x']);
  expect(RUNTIMES['nodejs20.x']).toBe(RUNTIMES['nodejs22.x']);
  expect(RUNTIMES['nodejs22.x']).toEqual({
    hasCallbacks: true,
    unserialisable: 'Error',
    readsErrorLikes: true,
    endIgnoresOptions: true,
    writesSubclassesAsJson: true,
    hasWritableBuffer: true,
    unknownStreaming: ['ReferenceError', 'MalformedStreamingHandler is not defined'],
    failsWithText: true,
  });
  expect(RUNTIMES['nodejs24.x']).toEqual({
    hasCallbacks: false,
    unserialisable: 'Runtime.JSONStringifyError',
    readsErrorLikes: false,
    endIgnoresOptions: false,
    writesSubclassesAsJson: false,
    hasWritableBuffer: false,
    unknownStreaming: ['Runtime.MalformedStreamingHandler', 'Only response streaming is supported.'],
    failsWithText: false,
  });
});

describe('the kind of a handler', () => {
  const [old, current] = [RUNTIMES['nodejs22.x'], RUNTIMES['nodejs24.x']];
  const two = (_: unknown, __: unknown): void => undefined;
  const three = (_: unknown, __: unknown, ___: unknown): void => undefined;

  test('is what it declares', () => {
    expect([kindOf(two, current), kindOf(three, old), kindOf({}, current)]).toEqual(['buffered', 'buffered', 'buffered']);
    expect(
      kindOf(
        awslambda.streamifyResponse(async (_event, _stream, _context) => undefined),
        current,
      ),
    ).toBe('streaming');
    expect([declaresCallback(two), declaresCallback(three), declaresCallback({ length: 3 })]).toEqual([false, true, false]);
    expect(declaresCallback(awslambda.streamifyResponse(async (_event, _stream, _context) => undefined))).toBe(false);
  });

  test('can be one that a runtime refuses', () => {
    expect(() => kindOf(three, current)).toThrow(
      expect.objectContaining({
        name: CALLBACK_DEPRECATED,
        message:
          'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
      }),
    );
    const [mark] = Object.getOwnPropertySymbols(awslambda.streamifyResponse(async () => undefined));
    const odd = Object.assign(() => undefined, { [mark ?? '']: 'request' });
    expect(() => kindOf(odd, old)).toThrow(
      expect.objectContaining({ name: 'ReferenceError', message: 'MalformedStreamingHandler is not defined' }),
    );
    expect(() => kindOf(odd, current)).toThrow(expect.objectContaining({ name: 'Runtime.MalformedStreamingHandler' }));
  });

  test('and how much its stream holds is marked', () => {
    const mark = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');
    const marked = (options?: object): unknown =>
      Reflect.get(
        awslambda.streamifyResponse(async () => undefined, options as never),
        mark,
      );
    expect([marked({ highWaterMark: 5.9 }), marked({ highWaterMark: '5' }), marked({}), marked()]).toEqual([
      5,
      undefined,
      undefined,
      undefined,
    ]);
    expect(() => awslambda.streamifyResponse(5 as never)).toThrow(expect.objectContaining({ code: 'invalid-option', path: ['handler'] }));
  });
});

describe('a context', () => {
  test('has fixed values, and those that were given', () => {
    const { getRemainingTimeInMillis, done, fail, succeed, ...rest } = buildContext({
      timeout: 500,
      now: () => 1000,
      functionName: 'users',
      tenantId: 't',
      functionVersion: undefined as never,
    });
    expect(rest).toEqual({
      callbackWaitsForEmptyEventLoop: true,
      functionName: 'users',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:users',
      memoryLimitInMB: '128',
      awsRequestId: '6f5e4d3c-2b1a-4f0e-9d8c-7b6a5f4e3d2c',
      logGroupName: '/aws/lambda/users',
      logStreamName: '2026/01/02/[$LATEST]0123456789abcdef0123456789abcdef',
      tenantId: 't',
    });
    expect(getRemainingTimeInMillis()).toBe(500);
    for (const call of [done, fail, succeed] as (() => unknown)[]) expect(call()).toBeUndefined();
    expect(buildContext().functionName).toBe('function');
  });

  test('counts down from the time that it was made', () => {
    let time = 1000;
    const plan = planContext({ timeout: 500, now: () => time, callbackWaitsForEmptyEventLoop: false });
    const [first] = [plan('a')];
    time += 200;
    const second = plan('b', 'tenant');
    expect([first?.getRemainingTimeInMillis(), second.getRemainingTimeInMillis()]).toEqual([300, 500]);
    expect([first?.awsRequestId, second.awsRequestId, second.tenantId]).toEqual(['a', 'b', 'tenant']);
    expect(Object.keys(first ?? {})).not.toContain('tenantId');
    expect(planContext({ awsRequestId: 'mine', tenantId: 'own' })('x', 'other')).toMatchObject({ awsRequestId: 'mine', tenantId: 'other' });
  });

  const TEXTS = [
    'functionName',
    'functionVersion',
    'invokedFunctionArn',
    'memoryLimitInMB',
    'awsRequestId',
    'logGroupName',
    'logStreamName',
    'tenantId',
  ];
  test.each<[string, unknown, string]>([
    ...TEXTS.map((name): [string, unknown, string] => [name, 5, 'a string']),
    ['clientContext', 'x', 'an object'],
    ['identity', 'x', 'an object'],
    ['callbackWaitsForEmptyEventLoop', 'x', 'true or false'],
    ['timeout', 0, 'a number of milliseconds such as 1000'],
    ['now', 5, 'a function'],
  ])('refuses a wrong %s', (name, value, example) => {
    expect(() => buildContext({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'invalid-option', path: [name], message: expect.stringContaining(example) }),
    );
  });

  test('refuses what is no object', () => {
    expect(() => buildContext(5 as never)).toThrow(
      expect.objectContaining({ path: ['init'], message: '`init` must be an object; got 5. Pass an object such as { timeout: 3000 }.' }),
    );
  });
});

describe('a warning', () => {
  beforeEach(() => void vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());
  const warnings = (): unknown[] => vi.mocked(process.emitWarning).mock.calls;

  test('says that a clock has no valid time', () => {
    expect(reliableClock(() => 5)()).toBe(5);
    expect(reliableClock(() => -8.64e15)()).toBe(-8.64e15);
    expect(warnings()).toEqual([]);
    const before = Date.now();
    for (const now of [() => Number.NaN, () => 8.64e15 + 2, fails]) expect(reliableClock(now)()).toBeGreaterThanOrEqual(before);
    const message = '`now` returned no valid time, so the clock of the computer is used. Return milliseconds since the Unix epoch.';
    expect(warnings()).toEqual([
      [message, { type: 'ClockWarning', detail: 'It returned NaN.' }],
      [message, { type: 'ClockWarning', detail: 'It returned 8640000000000002.' }],
      [message, { type: 'ClockWarning', detail: expect.stringContaining('getter') }],
    ]);
    expect(reliableClock()()).toBeGreaterThanOrEqual(before);
  });

  test('says that a listener threw', () => {
    warnOfListener('why');
    expect(warnings()).toEqual([
      [
        'onExchange threw an error. The client got its response, and the server keeps going. Catch the error in onExchange.',
        { type: 'ExchangeWarning', detail: 'why' },
      ],
    ]);
  });
});

describe('waitUpTo', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('waits for a promise, but not forever', async () => {
    expect(await waitUpTo(10, Promise.resolve(5))).toBe(5);
    await expect(waitUpTo(10, Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(vi.getTimerCount()).toBe(0);
    const late = waitUpTo(10, new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(10);
    expect(await late).toBe(LATE);
  });
});
