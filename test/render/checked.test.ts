import { buildEvents, buildHttpEvent, buildRestEvent, buildWebsocketSession, checkResult } from 'apigw-proxy';
import { refusedResult, result } from 'apigw-proxy/arbitraries';
import { awslambda, invoke } from 'apigw-proxy/local';
import {
  type CheckedOptions,
  checked,
  checkedWebsocket,
  configureCors,
  type ExplainedIssue,
  type Issue,
  type RenderTarget,
  ResultIssuesError,
} from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sentenceKeyOf } from '../../src/render/issues/explain.js';
import { RESPONSE_SENTENCES } from '../../src/render/issues/response-sentences.js';
import { readOutcome } from '../../src/render/outcome/outcome.js';
import { ROWS } from './rows.js';

const TARGETS: readonly RenderTarget[] = ['rest', 'http-1.0', 'http-2.0', 'function-url'];
const GOOD = { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'hello' };
const BAD = { statusCode: 200, body: { name: 'Ada' } };
/** A result that works, with a warning: the client gets no body. */
const DUBIOUS = { ...GOOD, statusCode: 204 };

afterEach(() => {
  vi.restoreAllMocks();
});

const EVENTS = buildEvents();

/** Whether an issue is about a result, not about the response that the gateway makes of it. */
function isAboutResult(issue: Issue): boolean {
  return !Object.hasOwn(RESPONSE_SENTENCES, sentenceKeyOf(issue));
}

describe('checked', () => {
  test.each(TARGETS)('returns what the handler returns, and reports what checkResult finds in the result: %s', async (target) => {
    const pairs = fc.tuple(fc.oneof(result(target), refusedResult(target)), fc.constantFrom('info', 'warning', 'error'));
    await fc.assert(
      fc.asyncProperty(pairs, async ([value, severity]) => {
        const found: ExplainedIssue[] = [];
        const handler = checked(async () => value, target, { onIssue: (issue) => found.push(issue), severity });
        expect(await (handler as (event: unknown) => Promise<unknown>)(EVENTS[target])).toBe(value);
        const severities = ['info', 'warning', 'error'].slice(['info', 'warning', 'error'].indexOf(severity));
        const all = checkResult(value, { target }).filter(isAboutResult);
        expect(found).toEqual(all.filter((issue) => severities.includes(issue.severity)));
      }),
    );
  });

  test.each(TARGETS)('reports what checkResult finds in every kind of result: %s', (target) => {
    for (const [value, settings, asked] of Object.values(ROWS).flat()) {
      const gateway = { ...settings, target };
      const request = { method: asked?.method ?? 'GET', target: '/', headers: Object.entries(asked?.headers ?? {}) };
      if (value instanceof Promise || readOutcome(value) !== undefined) continue; // no handler returns these
      const all = checkResult(value, gateway, request).filter(isAboutResult);
      if (all.some(({ code }) => code === 'preflight-answered')) continue; // there is no result
      const found: ExplainedIssue[] = [];
      const handler = checked(() => value, gateway, { onIssue: (issue) => found.push(issue), severity: 'info' });
      const event = { httpMethod: request.method, headers: asked?.headers ?? {} };
      expect((handler as (event: unknown) => unknown)(event)).toBe(value);
      expect(found).toEqual(all);
    }
  });

  test('logs the cause and the fix, an error if the gateway rejects the result', async () => {
    const [warn, error] = [vi.spyOn(console, 'warn').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()];
    await call(checked(async () => BAD, 'rest'));
    await call(checked(async () => DUBIOUS, 'rest'));
    await call(checked(async () => GOOD, 'rest'));
    expect(error.mock.calls).toEqual([[expect.stringMatching(/^error body-not-text at body .*\n.*JSON\.stringify/)]]);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^warning body-dropped at body .*\n {4}\S/)]]);
  });

  test("throws with onIssue: 'throw', so the invocation fails", async () => {
    const handler = checked(async () => BAD, 'rest', { onIssue: 'throw' });
    const invocation = await invoke(handler as (event: unknown) => unknown, buildRestEvent());
    expect(invocation).toMatchObject({ ok: false, error: { name: 'ResultIssuesError', issues: [{ code: 'body-not-text' }] } });
    expect(invocation.ok === false && invocation.error).toBeInstanceOf(ResultIssuesError);
    await expect(call(checked(async () => GOOD, 'rest', { onIssue: 'throw' }))).resolves.toBe(GOOD);
  });

  test('passes each issue and the event to a function, whose error fails the invocation', async () => {
    const event = buildRestEvent();
    const onIssue = vi.fn(() => {
      throw new Error('refused');
    });
    await expect(
      call(
        checked(async () => BAD, 'rest', { onIssue }),
        event,
      ),
    ).rejects.toThrow('refused');
    expect(onIssue).toHaveBeenCalledWith(expect.objectContaining({ code: 'body-not-text', fix: expect.any(String) }), event);
  });

  test('ignores codes and lower severities', async () => {
    const onIssue = vi.fn();
    await call(checked(async () => BAD, 'rest', { onIssue, ignore: ['body-not-text'] }));
    await call(checked(async () => DUBIOUS, 'rest', { onIssue, severity: 'error' }));
    expect(onIssue).not.toHaveBeenCalled();
  });

  test('does not check anything if the handler throws', async () => {
    const error = new Error('no database');
    const onIssue = vi.fn();
    const failing = checked(() => Promise.reject(error), 'rest', { onIssue });
    await expect(call(failing)).rejects.toBe(error);
    const throwing = checked(
      () => {
        throw error;
      },
      'rest',
      { onIssue },
    );
    expect(() => call(throwing)).toThrow(error);
    expect(onIssue).not.toHaveBeenCalled();
  });

  test('returns a value, not a promise, if the handler does', () => {
    const onIssue = vi.fn();
    expect(call(checked(() => BAD, 'rest', { onIssue }))).toBe(BAD);
    expect(onIssue).toHaveBeenCalledTimes(1);
  });

  test.each([
    [buildRestEvent({ headers: { Accept: 'image/png' } }), []],
    [buildRestEvent({ headers: { Accept: 'text/html' } }), ['base64-not-decoded']],
  ])('uses the settings and the request of the event', async (event, codes) => {
    const image = { statusCode: 200, headers: { 'Content-Type': 'image/png' }, body: 'AAEC', isBase64Encoded: true };
    const found: string[] = [];
    const gateway = { target: 'rest', binaryMediaTypes: ['image/png'] } as const;
    await call(
      checked(async () => image, gateway, { onIssue: ({ code }) => found.push(code) }),
      event,
    );
    expect(found).toEqual(codes);
  });

  test('says nothing about the answer to a result that the gateway rejects', async () => {
    const value = { statusCode: 0, body: '' };
    const found: string[] = [];
    await call(checked(async () => value, 'function-url', { onIssue: ({ code }) => found.push(code) }));
    expect(found).toEqual(['status-code-invalid']);
    expect(checkResult(value, { target: 'function-url' }).map(({ code }) => code)).toEqual([...found, 'answer-assumed']);
  });

  test.each([
    [{ target: 'rest', responseTransferMode: 'STREAM' }, 'error'],
    [{ target: 'function-url', invokeMode: 'RESPONSE_STREAM' }, 'warning'],
  ] as const)('reports a result that should be a stream: %j', async (gateway, severity) => {
    const found: ExplainedIssue[] = [];
    await call(checked(async () => GOOD, gateway, { onIssue: (issue) => found.push(issue) }));
    expect(found).toEqual(checkResult(GOOD, gateway).filter(isAboutResult));
    expect(found).toEqual([expect.objectContaining({ code: 'result-not-streamed', severity })]);
  });

  test.each(['http-1.0', 'http-2.0'] as const)('takes the method from the event: %s', async (target) => {
    const headers = { origin: 'https://a.example', 'access-control-request-method': 'PUT' };
    const gateway = { target, route: '$default', cors: configureCors({ allowOrigins: ['*'] }) };
    const found: string[] = [];
    const handler = checked(async () => ({ ...GOOD, statusCode: 404 }), gateway, { onIssue: ({ code }) => found.push(code) });
    for (const method of ['GET', 'OPTIONS']) await call(handler, buildEvents({ method, headers })[target]);
    expect(found).toEqual(['preflight-invoked']);
  });

  test.each([
    undefined,
    null,
    'event',
    {},
    { requestContext: null },
    { httpMethod: 5, headers: { a: 1 } },
    { requestContext: { http: {} } },
  ])('checks the result even if the event is %j', async (event) => {
    const onIssue = vi.fn();
    await call(
      checked(async () => BAD, 'http-1.0', { onIssue }),
      event,
    );
    expect(onIssue).toHaveBeenCalledTimes(1);
  });

  test('passes all arguments and can be called by the runtime', async () => {
    const handler = checked(
      async (event: { rawPath: string }, context: { awsRequestId: string }) => `${event.rawPath} ${context.awsRequestId}`,
      {
        target: 'http-2.0',
      },
    );
    for (const runtime of ['nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const) {
      const invocation = await invoke(handler, buildHttpEvent({ path: '/a' }), undefined, { runtime });
      expect(invocation).toEqual({ ok: true, result: expect.stringMatching(/^\/a [\da-f-]{36}$/) });
    }
  });

  test.each<[string, unknown, unknown, unknown, string]>([
    ['a streaming handler', awslambda.streamifyResponse(async () => undefined), 'rest', {}, 'handler'],
    ['a handler with a callback', (_event: unknown, _context: unknown, callback: () => void) => callback(), 'rest', {}, 'handler'],
    ['no handler', undefined, 'rest', {}, 'handler'],
    ['an unknown target', async () => GOOD, 'soap', {}, 'target'],
    ['no target', async () => GOOD, undefined, {}, 'gateway'],
    ['an unknown severity', async () => GOOD, 'rest', { severity: 'fatal' }, 'severity'],
    ['an unknown reaction', async () => GOOD, 'rest', { onIssue: 'panic' }, 'onIssue'],
    ['a WebSocket API', async () => GOOD, 'websocket', {}, 'target'],
    ['media types that are no array', async () => GOOD, { target: 'rest', binaryMediaTypes: '*/*' }, {}, 'binaryMediaTypes'],
    ['a CORS configuration that is no object', async () => GOOD, { target: 'http-2.0', cors: [1] }, {}, 'cors'],
    ['codes that are no array', async () => GOOD, 'rest', { ignore: 'body-dropped' }, 'ignore'],
  ])('throws at once for %s', (_, handler, target, options, path) => {
    const wrap = (): unknown => checked(handler as () => unknown, target as 'rest', options as CheckedOptions);
    expect(wrap).toThrow(expect.objectContaining({ name: 'GatewayError', path: [path], fix: expect.any(String) }));
  });
});

describe('checkedWebsocket', () => {
  test('takes the route from the event', async () => {
    const session = buildWebsocketSession();
    const found: string[] = [];
    const handler = checkedWebsocket(async () => ({ body: 'no status' }), undefined, { onIssue: ({ code }) => found.push(code) });
    await call(handler, session.connect());
    const onConnect = found.splice(0);
    await call(handler, session.message('{}'));
    const codesOf = (route: string): string[] =>
      checkResult({ body: 'no status' }, { target: 'websocket', route })
        .filter(({ severity }) => severity !== 'info')
        .map(({ code }) => code);
    expect([onConnect, found]).toEqual([codesOf('$connect'), codesOf('$default')]);
  });

  test('uses the settings, and explains every issue', async () => {
    const found: ExplainedIssue[] = [];
    const gateway = { target: 'websocket', routeResponse: true, route: 'say' } as const;
    const value = { statusCode: 404, headers: { 'x-a': '1' }, body: '' };
    const handler = checkedWebsocket(() => value, gateway, { onIssue: (issue) => found.push(issue) });
    expect(call(handler, buildWebsocketSession().message('{}'))).toBe(value);
    expect(found).toEqual(checkResult(value, gateway));
    expect(found.map(({ code }) => code)).toEqual(['not-visible', 'not-visible', 'behaviour-assumed']);
  });

  test.each<[string, unknown, unknown, string]>([
    ['a handler with a callback', (_event: unknown, _context: unknown, callback: () => void) => callback(), undefined, 'handler'],
    ['another target', () => GOOD, { target: 'rest' }, 'target'],
    ['no settings', () => GOOD, null, 'gateway'],
  ])('throws at once for %s', (_, handler, gateway, path) => {
    const wrap = (): unknown => checkedWebsocket(handler as () => unknown, gateway as { target: 'websocket' });
    expect(wrap).toThrow(expect.objectContaining({ name: 'GatewayError', path: [path], fix: expect.any(String) }));
  });
});

function call(handler: unknown, event: unknown = buildRestEvent()): unknown {
  return (handler as (event: unknown, context: unknown) => unknown)(event, {});
}
