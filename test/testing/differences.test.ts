import { GatewayError, type Issue, renderResult } from 'apigw-proxy';
import { matchers } from 'apigw-proxy/testing';
import { describe, expect, test } from 'vitest';
import { describeFaults } from '../../src/testing/matchers/find-faults.js';
import { equalsOf } from '../../src/testing/matchers/runner.js';

// What the matchers take for equal, and how a message shows what is not. Without a runner, they compare values themselves.

const { toRenderAs, toHaveIssue, toHaveNoIssues, toBeEvent } = matchers;

const response = (body: string | Uint8Array): object => ({
  status: 200,
  statusText: 'OK',
  headers: [],
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
});

/** The lines of a message that show a difference. */
function linesOf(received: unknown, expected: object): string[] {
  const { pass, message } = toRenderAs(received, expected as never);
  return pass
    ? []
    : message()
        .split('\n')
        .filter((line) => /^[-+] (?!Expected|Received)/.test(line));
}

describe('bytes', () => {
  const bytes = new Uint8Array([1, 2, 3]);

  test.each([
    [[1, 2, 3], true],
    [[1, 2], false],
    [[1, 2, 3, 4], false],
    [[9, 2, 3], false],
    [[1, 2, 9], false],
    [[], false],
  ])('%j are equal to 1, 2, 3: %s', (expected, isEqual) => {
    expect(toRenderAs(response(bytes), { body: new Uint8Array(expected) }).pass).toBe(isEqual);
  });

  test('are shown as hexadecimal numbers, 16 at most', () => {
    const many = (count: number): Uint8Array => new Uint8Array(count).fill(10);
    expect(linesOf(response(many(17)), { body: many(16) })).toEqual([
      '- body: 16 bytes: 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a',
      '+ body: 17 bytes: 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 0a …',
    ]);
    expect(linesOf(response(''), { body: many(1) })).toEqual(['- body: 1 bytes: 0a', '+ body: 0 bytes']);
  });

  test('that are no text are shown in place of one', () => {
    expect(linesOf(response(new Uint8Array([255])), { body: 'hi' })).toEqual(['- body: hi', '+ body: 1 bytes: ff']);
    expect(linesOf(response(new Uint8Array([255])), { body: {} })).toEqual(['- body: {}', '+ body: 1 bytes: ff (not JSON)']);
  });
});

describe('text', () => {
  test.each([
    ['hi', 'hi', true],
    ['hi', 'Hi', false],
    ['\ufeffhi', 'hi', false],
    ['\ufeffhi', '\ufeffhi', true],
    ['', '', true],
  ])('%j is equal to %j: %s', (sent, body, isEqual) => {
    expect(toRenderAs(response(sent), { body }).pass).toBe(isEqual);
  });

  test('is shown, 1,000 characters at most', () => {
    expect(linesOf(response(''), { body: 'x' })).toEqual(['- body: x', '+ body is empty']);
    const long = 'x'.repeat(1000);
    expect(linesOf(response(`${long}y`), { body: long })).toEqual([`- body: ${long}`, `+ body: ${long}… (1001 characters)`]);
  });
});

describe('JSON', () => {
  const any = { asymmetricMatch: () => true, toString: () => 'Anything' };
  const none = { asymmetricMatch: () => false, toString: () => 'Nothing' };

  test.each<[string, unknown, boolean]>([
    ['{"a":1}', { a: 1 }, true],
    ['{"a":1}', { a: 2 }, false],
    ['{"a":1}', {}, false],
    ['{}', { a: 1 }, false],
    ['{"a":null}', { a: null }, true],
    ['{"a":null}', { a: {} }, false],
    ['[1,2]', [1, 2], true],
    ['[1,2]', [1], false],
    ['[1]', [1, 2], false],
    ['[1,2]', [1, 3], false],
    ['[1,2]', [3, 2], false],
    ['{"0":1}', [1], false],
    ['[1]', { 0: 1 }, false],
    ['5', 5, true],
    ['5', 6, false],
    ['{"a":1}', any, true],
    ['{"a":1}', none, false],
    ['{"a":1}', { a: any }, true],
    ['{"a":1}', { a: none }, false],
    ['text', any, true],
    ['text', { a: 1 }, false],
  ])('%s is equal to %j: %s', (sent, body, isEqual) => {
    expect(toRenderAs(response(sent), { body }).pass).toBe(isEqual);
  });

  test('is compared with a matcher as text or as JSON', () => {
    const isText = { asymmetricMatch: (value: unknown) => typeof value === 'string' };
    const isNumber = { asymmetricMatch: (value: unknown) => typeof value === 'number' };
    expect([isText, isNumber].map((body) => toRenderAs(response('5'), { body }).pass)).toEqual([true, true]);
    expect([isText, isNumber].map((body) => toRenderAs(response(new Uint8Array([255])), { body }).pass)).toEqual([false, false]);
  });

  test('is shown by its parts', () => {
    expect(linesOf(response('{"a":[1,{"b":2}],"c":3}'), { body: { a: [1, { b: 3 }], d: 4 } })).toEqual([
      '- body.a[1].b: 3',
      '+ body.a[1].b: 2',
      '- body.d: 4',
      '+ body.d is missing',
      '- body.c is missing',
      '+ body.c: 3',
    ]);
    expect(linesOf(response('{"a":[1]}'), { body: { a: [1, 2] } })).toEqual(['- body.a: [1,2]', '+ body.a: [1]']);
    expect(linesOf(response('{"a":1}'), { body: none })).toEqual(['- body: Nothing', '+ body: {"a":1}']);
    const long = 'x'.repeat(1001);
    expect(linesOf(response('{"a":1}'), { body: [long] })[0]).toBe(`- body: ["${'x'.repeat(998)}… (1005 characters)`);
  });

  test('that is as expected is shown beside a status that is not', () => {
    const { message } = toRenderAs(response('{"a":1}'), { status: 201, body: { a: 1 } });
    expect(message()).toContain('- 201\n+ 200 OK\n  body: {"a":1}');
  });
});

describe('a header', () => {
  const headers = [
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ];
  const received = { ...response(''), headers };

  test('that must be absent is shown as missing', () => {
    expect(linesOf(received, { headers: { 'Set-Cookie': null } })).toEqual([
      '- Set-Cookie is missing',
      '+ Set-Cookie: a=1',
      '+ Set-Cookie: b=2',
    ]);
    expect(linesOf(received, { headers: { 'Set-Cookie': [] } })).toEqual([
      '- Set-Cookie is missing',
      '+ Set-Cookie: a=1',
      '+ Set-Cookie: b=2',
    ]);
    expect(linesOf(received, { headers: { Via: [] } })).toEqual([]);
  });

  test('has one line for each value', () => {
    expect(linesOf(received, { headers: { 'Set-Cookie': ['a=1', 'c=3'] } })).toEqual([
      '- Set-Cookie: a=1',
      '- Set-Cookie: c=3',
      '+ Set-Cookie: a=1',
      '+ Set-Cookie: b=2',
    ]);
  });

  test('cannot be a symbol, nor a list with one', () => {
    for (const value of [Symbol('a'), 5n, ['a', Symbol('a')], [Symbol('a'), 'a'], ['a', {}]]) {
      expect(() => toRenderAs(received, { headers: { a: value as never } })).toThrow(GatewayError);
    }
  });
});

describe('a received value', () => {
  const fault = (run: () => unknown): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test('is a response only with status, headers and bytes', () => {
    const whole = { status: 200, statusText: '', headers: [], body: new Uint8Array() };
    expect(toRenderAs(whole, { status: 200 }).pass).toBe(true);
    expect(toRenderAs({ response: whole }, { status: 200 }).pass).toBe(true);
    for (const part of [{ status: '200' }, { headers: {} }, { body: 'x' }]) {
      const message = 'The gateway is missing: an object is not a rendered response.';
      const found = fault(() => toRenderAs({ ...whole, ...part }, { status: 200 }));
      expect(found).toMatchObject({ code: 'missing-option', path: ['gateway'], message: expect.stringContaining(message) });
    }
  });

  test('without a reason phrase is shown by its status alone', () => {
    expect(linesOf({ ...response(''), statusText: '' }, { status: 201 })).toEqual(['- 201', '+ 200']);
  });

  test('has issues only in a list of issues', () => {
    const [issue] = renderResult({ statusCode: 200, body: {} }, { target: 'rest' }).issues;
    expect(toHaveIssue([issue], 'body-not-text').pass).toBe(true);
    expect(toHaveIssue({ issues: [issue] }, 'body-not-text').pass).toBe(true);
    for (const odd of [{ code: 5, path: [] }, { code: 'body-not-text' }, { code: 'body-not-text', path: 'body' }, 'body-not-text']) {
      expect(() => toHaveIssue([issue, odd], 'body-not-text'), JSON.stringify(odd)).toThrow('The gateway is missing');
    }
  });

  test('that is a promise is refused', () => {
    const promise = Promise.resolve({ statusCode: 200 });
    const calls = {
      toRenderAs: () => toRenderAs(promise, { status: 200 }, 'rest'),
      toHaveIssue: () => toHaveIssue(promise, 'body-not-text', 'rest'),
      toHaveNoIssues: () => toHaveNoIssues(promise, {}, 'rest'),
      toBeProxyResult: () => matchers.toBeProxyResult(promise, 'rest'),
      toBeEvent: () => toBeEvent(promise, 'rest'),
    };
    for (const [name, call] of Object.entries(calls)) {
      const message = `\`received\` must be a value; got a Promise. Wait for it: \`await expect(…).resolves.${name}(…)\`.`;
      expect(fault(call), name).toMatchObject({ code: 'invalid-option', path: ['received'], message });
    }
  });
});

describe('a message about issues', () => {
  const explained = (code: string, more: object = {}): Issue =>
    ({ code, path: [], severity: 'error', effect: 'reported', message: `About ${code}.`, fix: 'Mend it.', ...more }) as never;

  test('has a title for one, and for several', () => {
    const [one, two] = [explained('body-not-text'), explained('unknown-key')];
    expect(toHaveNoIssues([one]).message()).toMatch(/^Expected no issues\.\n\nThe issue:\n {2}error body-not-text/);
    expect(toHaveNoIssues([one, two]).message()).toMatch(
      /^Expected no issues\.\n\nThe issues:\n {2}error body-not-text[\s\S]*\n {2}error unknown-key/,
    );
  });

  test('says that there are none', () => {
    expect(toHaveIssue([], 'body-not-text').message()).toBe('Expected the issue `body-not-text`, but there are no issues.');
    expect(toHaveIssue([explained('unknown-key')], 'body-not-text').message()).toMatch(
      /^Expected the issue `body-not-text`\.\n\nThe issue:\n/,
    );
  });
});

describe('a kind of event', () => {
  test.each([
    ['http2.0', '`kind` must be the kind of an event; got "http2.0". Did you mean \'http-2.0\'?'],
    ['zzzzzzzzz', '`kind` must be the kind of an event; got "zzzzzzzzz". Pass a kind such as \'rest\'.'],
  ])('%s is unknown', (kind, message) => {
    expect(() => toBeEvent({}, kind as never)).toThrow(expect.objectContaining({ code: 'invalid-option', path: ['kind'], message }));
  });

  test('is none of a value that cannot be read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(toBeEvent(proxy, 'rest').pass).toBe(false);
  });
});

describe('the faults of a value', () => {
  const isShort = (limit: number) => (value: unknown) =>
    Object.values(Object(value)).every((each) => typeof each === 'string' && each.length < limit);
  const sample = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, 'x']));

  test('are listed up to eight', () => {
    const wrong = (count: number): object => ({
      ...sample,
      ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 5])),
    });
    expect(describeFaults(wrong(8), sample, isShort(3)).split('\n')).toEqual(Array.from({ length: 8 }, (_, index) => `  k${index} is 5`));
    expect(describeFaults(wrong(10), sample, isShort(3)).split('\n').slice(7)).toEqual(['  k7 is 5', '  and 2 more']);
  });

  test('are the value itself, if no field explains them, or it cannot be read', () => {
    expect(describeFaults({ a: 'x' }, { a: 'x' }, (value) => Object.keys(Object(value)).length === 0 || value === undefined)).toBe(
      '  the value is an object',
    );
    expect(describeFaults(5, {}, () => false)).toBe('  the value is 5');
    const pair = (value: unknown): boolean => (value as { a: string; b: string }).a === (value as { a: string; b: string }).b;
    expect(describeFaults({ a: 'x', b: 'y' }, { a: 'y', b: 'y' }, pair)).toBe('  a is "x"');
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(describeFaults(proxy, sample, isShort(3))).toMatch(/^ {2}the value is /);
  });
});

test('equalsOf takes the comparison of a runner', () => {
  const runner = { equals: (a: unknown, b: unknown): unknown => (a === b ? true : 'no') };
  expect([equalsOf(runner)(1, 1), equalsOf(runner)(1, 2)]).toEqual([true, false]);
  for (const none of [undefined, {}, { equals: 5 }]) expect(equalsOf(none)([1], [1])).toBe(true);
});
