import { describe, expect, test, vi } from 'vitest';
import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  checkResult,
  type Gateway,
  ISSUE_CODES,
  type IssueCode,
  renderMessage,
  renderResult,
  streamedResult,
} from '../../src/index.js';
import { createLocalApi } from '../../src/local/index.js';
import { matchers, matchersFor } from '../../src/testing/index.js';
import { SAMPLE_EVENTS } from '../../src/testing/matchers/sample-events.js';
import { type Expect, messageOf, RUNNERS } from './runners.js';

const created = { statusCode: 201, headers: { 'X-Id': '7', 'Content-Type': 'application/json' }, body: '{"id":7,"tags":["a","b"]}' };
const repeated = { statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] }, body: 'hello' };
const png = { statusCode: 200, headers: { 'Content-Type': 'image/png' }, body: 'iVBORw==', isBase64Encoded: true };
const broken = { statusCode: 200, body: { id: 7 } };
const images: Gateway = { target: 'rest', binaryMediaTypes: ['*/*'] };

describe.each(RUNNERS)('in %s', (_, runner: Expect) => {
  describe('toRenderAs', () => {
    test.each<[string, unknown, object, Gateway | 'rest' | 'http-2.0' | undefined]>([
      ['the status', created, { status: 201 }, 'rest'],
      ['an asymmetric status', created, { status: runner.any(Number) }, 'rest'],
      ['a header in any case', created, { headers: { 'x-id': '7' } }, 'rest'],
      ['a number as a header', created, { headers: { 'X-ID': 7 } }, 'rest'],
      ['part of a header', created, { headers: { 'content-type': runner.stringContaining('json') } }, 'rest'],
      ['a missing header', created, { headers: { 'X-Other': null } }, 'rest'],
      ['a header of undefined as if it were absent', created, { status: 201, headers: { 'X-Other': undefined } }, 'rest'],
      ['all values of a header', repeated, { headers: { 'set-cookie': ['a=1', 'b=2'] } }, 'rest'],
      ['each value of a header', repeated, { headers: { 'set-cookie': ['a=1', runner.stringContaining('b')] } }, 'rest'],
      ['the joined values of a header', repeated, { headers: { 'set-cookie': 'a=1, b=2' } }, 'rest'],
      ['the text of the body', created, { body: '{"id":7,"tags":["a","b"]}' }, 'rest'],
      ['the JSON of the body', created, { body: { tags: ['a', 'b'], id: 7 } }, 'rest'],
      ['JSON with asymmetric values', created, { body: { id: runner.any(Number), tags: runner.arrayContaining(['b']) } }, 'rest'],
      ['part of the JSON', created, { body: runner.objectContaining({ id: 7 }) }, 'rest'],
      ['part of the text', created, { body: runner.stringContaining('"id":7') }, 'rest'],
      ['text that lacks a part', created, { body: runner.not.stringContaining('secret') }, 'rest'],
      ['null in JSON', { statusCode: 200, body: 'null' }, { body: null }, 'rest'],
      ['the bytes of the body', png, { body: new Uint8Array([137, 80, 78, 71]) }, images],
      ['an empty body', { statusCode: 204 }, { body: '' }, 'http-2.0'],
      ['an inferred response', { id: 7 }, { status: 200, body: { id: 7 } }, 'http-2.0'],
      ['the answer of the gateway', broken, { status: 502, body: { message: 'Internal server error' } }, 'rest'],
      ['a rendered response', renderResult(created, { target: 'rest' }), { status: 201, body: { id: 7, tags: ['a', 'b'] } }, undefined],
      [
        'a streamed result',
        streamedResult({ statusCode: 201 }, 'hello'),
        { status: 201, body: 'hello' },
        { target: 'function-url', invokeMode: 'RESPONSE_STREAM' },
      ],
    ])('compares %s', (_, received, expected, gateway) => {
      expect(messageOf(() => runner(received).toRenderAs(expected, gateway))).toBe('');
      expect(messageOf(() => runner(received).not.toRenderAs(expected, gateway))).toContain('Expected a different response.');
    });

    test.each<[string, unknown, object, string]>([
      ['another status', created, { status: 200 }, '- 200\n+ 201 Created'],
      ['another asymmetric status', created, { status: runner.any(String) }, '+ 201 Created'],
      ['another header', created, { headers: { 'x-id': '8' } }, '- x-id: 8\n+ x-id: 7'],
      ['a missing header', created, { headers: { ETag: 'a' } }, '- ETag: a\n+ ETag is missing'],
      ['a missing asymmetric header', created, { headers: { ETag: runner.any(String) } }, '+ ETag is missing'],
      ['a header that must be missing', created, { headers: { 'x-id': null } }, '- x-id is missing\n+ x-id: 7'],
      ['an incomplete list', repeated, { headers: { 'Set-Cookie': ['a=1'] } }, '- Set-Cookie: a=1\n+ Set-Cookie: a=1\n+ Set-Cookie: b=2'],
      ['another text', repeated, { body: 'bye' }, '- body: bye\n+ body: hello'],
      ['text instead of JSON', repeated, { body: { id: 7 } }, '- body: {"id":7}\n+ body: hello (not JSON)'],
      ['JSON with another value', created, { body: { id: 8, tags: ['a', 'b'] } }, '- body.id: 8\n+ body.id: 7'],
      ['JSON with another item', created, { body: { id: 7, tags: ['a', 'c'] } }, '- body.tags[1]: "c"\n+ body.tags[1]: "b"'],
      ['JSON with fewer items', created, { body: { id: 7, tags: ['a'] } }, '- body.tags: ["a"]\n+ body.tags: ["a","b"]'],
      ['JSON with a key too many', created, { body: { id: 7 } }, '- body.tags is missing\n+ body.tags: ["a","b"]'],
      ['JSON that lacks a key', created, { body: { id: 7, tags: ['a', 'b'], x: 1 } }, '- body.x: 1\n+ body.x is missing'],
      ['JSON that an asymmetric value rejects', created, { body: { id: runner.any(String), tags: ['a', 'b'] } }, '+ body.id: 7'],
      ['other bytes', repeated, { body: new Uint8Array([104, 101]) }, '- body: 2 bytes: 68 65\n+ body: 5 bytes: 68 65 6c 6c 6f'],
    ])('fails for %s', (_, received, expected, lines) => {
      expect(messageOf(() => runner(received).toRenderAs(expected, 'rest'))).toContain(lines);
      expect(messageOf(() => runner(received).not.toRenderAs(expected, 'rest'))).toBe('');
    });

    test('waits for a handler', async () => {
      await runner(Promise.resolve(created)).resolves.toRenderAs({ status: 201 }, 'rest');
      await runner(Promise.resolve(created)).resolves.not.toRenderAs({ status: 200 }, 'rest');
      await expect(runner(Promise.resolve(created)).resolves.toRenderAs({ status: 200 }, 'rest')).rejects.toThrow('201 Created');
    });

    test('renders for the given request', () => {
      const request = { method: 'GET', target: '/', headers: [['Origin', 'https://example.com']] } as const;
      const cors: Gateway = { target: 'http-2.0', cors: { allowOrigins: ['https://example.com'] } };
      const headers = { 'access-control-allow-origin': 'https://example.com' };
      expect(messageOf(() => runner(created).toRenderAs({ headers }, cors, request))).toBe('');
      expect(messageOf(() => runner(created).not.toRenderAs({ headers }, cors))).toBe('');
    });

    test('reads the exchange of a local API', async () => {
      const api = createLocalApi({ target: 'rest', routes: { 'GET /': () => broken } });
      await api.fetch('/prod/');
      expect(messageOf(() => runner(api.last).toRenderAs({ status: 502 }))).toBe('');
      expect(messageOf(() => runner(api.last).toHaveIssue('body-not-text'))).toBe('');
      expect(messageOf(() => runner(api.last).toHaveNoIssues())).toContain('body-not-text');
    });
  });

  describe('toHaveIssue', () => {
    test.each<[string, unknown, Gateway | 'rest' | undefined]>([
      ['a result', broken, 'rest'],
      ['a response', renderResult(broken, { target: 'rest' }), undefined],
      ['a response, even with a gateway', renderResult(broken, { target: 'rest' }), 'rest'],
      ['a message', renderMessage(broken, { target: 'websocket', routeResponse: true }), undefined],
      ['a list of issues', checkResult(broken, { target: 'rest' }), undefined],
    ])('finds the issue of %s', (_, received, gateway) => {
      expect(messageOf(() => runner(received).toHaveIssue('body-not-text', gateway))).toBe('');
      const message = messageOf(() => runner(received).not.toHaveIssue('body-not-text', gateway));
      expect(message).toContain('Expected no issue `body-not-text`.');
      expect(message).toContain('Return `JSON.stringify(...)` as `body`.');
    });

    test('lists the other issues', () => {
      expect(messageOf(() => runner(broken).not.toHaveIssue('unknown-key', 'rest'))).toBe('');
      const message = messageOf(() => runner(broken).toHaveIssue('unknown-key', 'rest'));
      expect(message).toContain('Expected the issue `unknown-key`.');
      expect(message).toContain('error body-not-text at body');
    });
  });

  describe('toHaveNoIssues', () => {
    const cookies = { statusCode: 200, headers: { 'Content-Type': 'text/plain', 'Content-Length': '5' }, body: 'hello' };

    test('fails from warnings on', () => {
      expect(messageOf(() => runner(cookies).toHaveNoIssues({}, 'rest'))).toBe('');
      expect(messageOf(() => runner(cookies).not.toHaveNoIssues({}, 'rest'))).toContain('`warning` or higher');
      expect(messageOf(() => runner(cookies).toHaveNoIssues({ severity: 'info' }, 'rest'))).toContain('info header-remapped');
      expect(messageOf(() => runner(cookies).toHaveNoIssues({ severity: 'info', ignore: ['header-remapped'] }, 'rest'))).toBe('');
    });

    test('lists every issue with its fix', () => {
      const message = messageOf(() => runner(broken).toHaveNoIssues(undefined, 'rest'));
      expect(message).toContain('Expected no issues.');
      expect(message).toContain('Return `JSON.stringify(...)` as `body`.');
      expect(messageOf(() => runner(broken).not.toHaveNoIssues(undefined, 'rest'))).toBe('');
    });
  });

  describe('toBeProxyResult', () => {
    test.each<[string, unknown, 'rest' | 'http-1.0' | 'http-2.0' | 'function-url' | 'websocket']>([
      ['an object', created, 'rest'],
      ['an object', created, 'http-1.0'],
      ['an object with cookies', { ...created, cookies: ['a=1'] }, 'http-2.0'],
      ['a string', 'hello', 'http-2.0'],
      ['an object', created, 'function-url'],
      ['an object', created, 'websocket'],
    ])('accepts %s for %s: %s', (_, received, target) => {
      expect(messageOf(() => runner(received).toBeProxyResult(target))).toBe('');
      expect(messageOf(() => runner(received).not.toBeProxyResult(target))).toContain('Expected no result for');
    });

    test.each<[unknown, 'rest' | 'http-2.0' | 'websocket', string]>([
      [broken, 'rest', 'body is an object'],
      [{ body: 'hello' }, 'rest', 'statusCode is missing'],
      [{ ...created, cookies: ['a=1'] }, 'rest', 'unknown-key at cookies'],
      [{ id: 7 }, 'http-2.0', 'statusCode is missing'],
      [{ statusCode: 200, headers: { a: '1', 'X-B': { c: 1 } } }, 'http-2.0', 'headers["X-B"] is an object'],
      [undefined, 'http-2.0', 'the value is undefined'],
      ['hello', 'rest', 'the value is "hello"'],
      [{}, 'websocket', 'statusCode is missing'],
    ])('rejects %j for %s', (received, target, line) => {
      expect(messageOf(() => runner(received).toBeProxyResult(target))).toContain(line);
      expect(messageOf(() => runner(received).not.toBeProxyResult(target))).toBe('');
    });
  });

  describe('toBeEvent', () => {
    const kinds = Object.keys(SAMPLE_EVENTS) as (keyof typeof SAMPLE_EVENTS)[]; // an object literal has no other keys

    test.each(kinds)('accepts an event of the kind %s only', (kind) => {
      const event = SAMPLE_EVENTS[kind]();
      expect(kinds.filter((other) => messageOf(() => runner(event).toBeEvent(other)) === '')).toEqual([kind]);
      expect(messageOf(() => runner(event).not.toBeEvent(kind))).toBe(`Expected no event of the kind \`${kind}\`.`);
    });

    test('names the kind it gets', () => {
      const message = messageOf(() => runner(buildFunctionUrlEvent()).toBeEvent('http-2.0'));
      expect(message).toBe('Expected an event of the kind `http-2.0`; got one of the kind `function-url`.');
    });

    test('names the fields that are wrong', () => {
      const { rawPath: _, ...event } = buildHttpEvent({ path: '/pets' });
      const { http, ...context } = event.requestContext;
      const message = messageOf(() =>
        runner({
          ...event,
          headers: { ...event.headers, 'x-number': 5 },
          requestContext: { ...context, timeEpoch: '0', http: { ...http, method: undefined } },
        }).toBeEvent('http-2.0'),
      );
      expect(message.split('\n').filter((line) => line.startsWith('  '))).toEqual([
        '  rawPath is missing',
        '  headers["x-number"] is 5',
        '  requestContext.http.method is undefined',
        '  requestContext.timeEpoch is "0"',
      ]);
    });

    test('works inside other assertions', () => {
      expect(Object(runner.toBeEvent('http-2.0')).asymmetricMatch(buildHttpEvent())).toBe(true);
      expect(Object(runner.toBeEvent('rest')).asymmetricMatch(buildHttpEvent())).toBe(false);
    });
  });

  test.each<[string, (expect: Expect) => void, string]>([
    ['a promise', (e) => e(Promise.resolve(created)).toRenderAs({ status: 201 }, 'rest'), '.resolves.toRenderAs(…)`'],
    ['a promise for toBeEvent', (e) => e(Promise.resolve()).not.toBeEvent('rest'), '.resolves.toBeEvent(…)`'],
    ['a result without a gateway', (e) => e(created).toRenderAs({ status: 201 }), "Pass its target, such as 'rest'"],
    ['a result without a gateway', (e) => e(created).toHaveIssue('unknown-key'), "Pass its target, such as 'rest'"],
    ['a result without a gateway', (e) => e(created).toBeProxyResult(), "Pass its target, such as 'rest'"],
    ['an unknown target', (e) => e(created).toRenderAs({ status: 201 }, 'v1' as 'rest'), 'v1'],
    ['nothing to compare', (e) => e(created).toRenderAs({}, 'rest'), '`expected` has nothing to compare.'],
    ['no expectation', (e) => e(created).toRenderAs(200 as never, 'rest'), '`expected` must be an object; got 200.'],
    ['an unknown part', (e) => e(created).toRenderAs({ header: {} } as never, 'rest'), 'Did you mean `headers`?'],
    ['a status of text', (e) => e(created).toRenderAs({ status: '200' as never }, 'rest'), '`expected.status` must be an integer'],
    ['headers in pairs', (e) => e(created).toRenderAs({ headers: [] as never }, 'rest'), '`expected.headers` must be an object'],
    ['a wrong header', (e) => e(created).toRenderAs({ headers: { a: true as never } }, 'rest'), '`expected.headers.a` must be a string'],
    ['a function as the body', (e) => e(created).toRenderAs({ body: () => '' }, 'rest'), '`expected.body` must be a string'],
    ['an unknown code', (e) => e(created).not.toHaveIssue('body-not-tex' as never, 'rest'), 'Did you mean `body-not-text`?'],
    ['an unknown severity', (e) => e(created).toHaveNoIssues({ severity: 'fatal' as never }, 'rest'), '`severity` must be'],
    ['options that are none', (e) => e(created).toHaveNoIssues('rest' as never), '`options` must be an object; got "rest".'],
    ['an unknown kind', (e) => e(created).not.toBeEvent('http2.0' as never), "Did you mean 'http-2.0'?"],
  ])('throws a GatewayError with a fix for %s', (_, assertion, message) => {
    const thrown = catchError(() => assertion(runner));
    expect(thrown).toMatchObject({ name: 'GatewayError', fix: expect.stringMatching(/\S/), path: expect.any(Array) });
    expect(thrown.message).toContain(message);
  });
});

function catchError(run: () => void): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It did not throw.');
}

describe('a message', () => {
  test('shows the status, the headers and the body, then the issues', () => {
    const expected = { status: 200, headers: { 'Content-Type': 'application/json', 'X-Id': '7' }, body: { id: 7 } };
    expect(matchers.toRenderAs(broken, expected, 'rest').message()).toBe(
      [
        'The response of a REST API is not the expected one.',
        '',
        '- Expected',
        '+ Received',
        '',
        '- 200',
        '+ 502 Bad Gateway',
        '  Content-Type: application/json',
        '- X-Id: 7',
        '+ X-Id is missing',
        '- body.id: 7',
        '+ body.id is missing',
        '- body.message is missing',
        '+ body.message: "Internal server error"',
        '',
        'The issue:',
        '  error body-not-text at body (reported): `body` is an object, but a REST API only accepts a string. The client gets a 502.',
        '    Return `JSON.stringify(...)` as `body`.',
      ].join('\n'),
    );
  });
});

describe('matchersFor', () => {
  const { toRenderAs, toHaveIssue, toHaveNoIssues, toBeProxyResult } = matchersFor('rest');

  test('renders for its gateway, unless the assertion names another', () => {
    expect(toRenderAs(broken, { status: 502 }).pass).toBe(true);
    expect(toRenderAs({ ...created, cookies: ['a=1'] }, { status: 502 }).pass).toBe(true);
    expect(toRenderAs({ ...created, cookies: ['a=1'] }, { status: 201 }, 'http-2.0').pass).toBe(true);
    expect(toBeProxyResult(created).pass).toBe(true);
  });

  test('reads the issues of a response, too', () => {
    const code: IssueCode = 'body-not-text';
    expect(toHaveIssue(broken, code).pass).toBe(true);
    expect(toHaveIssue(renderResult(created, { target: 'rest' }), code).pass).toBe(false);
    expect(toHaveNoIssues([]).pass).toBe(true);
    expect(toHaveNoIssues(broken).pass).toBe(false);
  });
});

describe('without a runner', () => {
  const { toRenderAs } = matchers;

  test('compares JSON and asymmetric matchers', () => {
    const even = { asymmetricMatch: (value: unknown) => Number(value) % 2 === 0, toString: () => 'Even' };
    const result = { statusCode: 200, body: '{"a":[1,{"b":2}],"c":null}' };
    expect(toRenderAs(result, { body: { a: [1, { b: even }], c: null } }, 'rest').pass).toBe(true);
    const { pass, message } = toRenderAs(result, { body: { a: [even, { b: 2 }], c: null } }, 'rest');
    expect([pass, message()]).toEqual([false, expect.stringContaining('- body.a[0]: Even\n+ body.a[0]: 1')]);
  });
});

describe('a result with a getter that throws', () => {
  const hostile = Object.defineProperty({ statusCode: 200 }, 'body', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });

  test('is what the gateway makes of it', () => {
    expect(matchers.toRenderAs(hostile, { status: 502 }, 'rest').pass).toBe(true);
    expect(matchers.toHaveNoIssues(hostile, {}, 'rest').pass).toBe(false);
    const { pass, message } = matchers.toBeProxyResult(hostile, 'rest');
    expect([pass, message()]).toEqual([false, expect.stringContaining('Expected a result for a REST API.')]);
  });
});

describe('a received value that throws when it is read', () => {
  const fail = (): never => {
    throw new Error('no');
  };
  const revoked = (): object => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };

  test.each<[name: string, received: () => unknown]>([
    ['a proxy that refuses to be read', () => new Proxy({}, { get: fail })],
    ['a proxy that refuses to list its keys', () => new Proxy({}, { get: fail, ownKeys: fail, has: fail, getPrototypeOf: fail })],
    ['a proxy that was revoked, such as a draft of immer', revoked],
  ])('is no event, and no result that a gateway accepts: %s', (_, received) => {
    for (const { pass, message } of [matchers.toBeEvent(received(), 'http-2.0'), matchers.toBeProxyResult(received(), 'rest')]) {
      expect([pass, message()]).toEqual([false, expect.stringMatching(/^Expected an? (?:event|result) /)]);
    }
  });
});

describe('the entry for Jest', () => {
  // The question marks make new modules of the file, because a module runs only once.
  const [withJest, withoutJest] = ['../../src/testing/jest/index.js?with', '../../src/testing/jest/index.js?without'];

  test('extends the global `expect`', async () => {
    const extend = vi.fn();
    vi.stubGlobal('expect', { extend });
    await import(withJest);
    vi.unstubAllGlobals();
    expect(extend).toHaveBeenCalledWith(matchers);
  });

  test('explains that it needs a global `expect`', async () => {
    await expect(import(withoutJest)).rejects.toMatchObject({
      name: 'GatewayError',
      fix: expect.stringContaining('expect.extend(matchers)'),
    });
  });
});

test('the codes of issues are those of the package', () => {
  for (const code of ISSUE_CODES) expect(matchers.toHaveIssue([], code).pass).toBe(false);
});
