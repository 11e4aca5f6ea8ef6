import { buildHttpEvent, buildRestEvent, buildWebsocketSession, GatewayError, type HttpRequest, toEvent } from 'apigw-proxy';
import { describe, expect, test, vi } from 'vitest';
import { isUtf8 } from '../../../src/events/request/body.js';
import { checkRequestShape } from '../../../src/events/request/check-request-shape.js';
import { copyEvent } from '../../../src/events/request/copy-event.js';
import { allValues, gather, lastValueIn } from '../../../src/events/request/maps.js';
import { memoizeNames } from '../../../src/events/request/name-lists.js';
import { pathOf } from '../../../src/events/request/path-of.js';
import { limitUses } from '../../../src/events/request/request-size.js';
import { valueAt } from '../../../src/events/request/value-at.js';

const REQUEST: HttpRequest = { method: 'POST', target: '/prod/', headers: [] };
const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;

describe('checkRequestShape', () => {
  const PARTS = "Pass { method: 'GET', target: '/', headers: [] }.";

  test.each<[unknown, string, (string | number)[], string]>([
    [5, 'invalid-option', ['request'], `\`request\` must be an object; got 5. ${PARTS}`],
    [{ target: '/', headers: [] }, 'missing-option', ['method'], `\`method\` of the request is missing. ${PARTS}`],
    [{ method: 'GET', headers: [] }, 'missing-option', ['target'], `\`target\` of the request is missing. ${PARTS}`],
    [{ method: 'GET', target: '/' }, 'missing-option', ['headers'], `\`headers\` of the request is missing. ${PARTS}`],
    [{ method: 'GET', target: undefined, headers: [] }, 'missing-option', ['target'], `\`target\` of the request is missing. ${PARTS}`],
    [
      { method: 'GET', url: 'https://example.com/', headers: [] },
      'missing-option',
      ['target'],
      '`target` of the request is missing. For a Fetch `Request`, pass `await fromFetchRequest(request)`.',
    ],
    [{ url: '/', target: '/', headers: [] }, 'missing-option', ['method'], `\`method\` of the request is missing. ${PARTS}`],
    [
      { ...REQUEST, method: '' },
      'invalid-option',
      ['method'],
      '`method` must be a non-empty string; got "". Pass a method such as \'GET\'.',
    ],
    [
      { ...REQUEST, target: 5 },
      'invalid-option',
      ['target'],
      "`target` must be a string; got 5. Pass path and query such as '/users/1?full=true'.",
    ],
    [
      { ...REQUEST, sourceIp: 5 },
      'invalid-option',
      ['sourceIp'],
      "`sourceIp` must be a string; got 5. Pass an address such as '203.0.113.1'.",
    ],
    [
      { ...REQUEST, httpVersion: '3' },
      'invalid-option',
      ['httpVersion'],
      "`httpVersion` must be one of '1.1', '2'; got \"3\". Did you mean `2`?",
    ],
    [
      { ...REQUEST, clientCert: {} },
      'missing-option',
      ['clientCert', 'clientCertPem'],
      "`clientCert.clientCertPem` is missing. Pass '-----BEGIN CERTIFICATE-----…'.",
    ],
    [
      { ...REQUEST, headers: {} },
      'invalid-option',
      ['headers'],
      "`headers` must be an array of [name, value] pairs; got an object. Pass pairs such as [['Accept', '*/*']].",
    ],
    [
      { ...REQUEST, body: 'a' },
      'invalid-option',
      ['body'],
      '`body` must be a Uint8Array; got "a". Pass bytes, such as new TextEncoder().encode(text), or leave `body` out.',
    ],
  ])('rejects %j', (request, code, path, message) => {
    expect(() => checkRequestShape(request as HttpRequest)).toThrow(expect.objectContaining({ name: 'GatewayError', code, path, message }));
  });

  test.each<Partial<HttpRequest>>([{}, { httpVersion: '2' }, { httpVersion: '1.1' }, { body: new Uint8Array() }])('accepts %j', (more) => {
    expect(() => checkRequestShape({ ...REQUEST, ...more })).not.toThrow();
  });
});

describe('the body of an event', () => {
  const bodyFor = (target: (typeof TARGETS)[number], bytes: readonly number[], type?: string): string => {
    const headers = type === undefined ? [] : [['Content-Type', type] as const];
    const { body, isBase64Encoded } = toEvent({ ...REQUEST, headers, body: Uint8Array.from(bytes) }, { target });
    return `${isBase64Encoded ? 'base64' : 'text'} ${body}`;
  };

  // The columns: REST, payload 1.0, payload 2.0, function URL.
  test.each<[string | undefined, readonly number[], string, string, string]>([
    ['application/json', [0x7b, 0x7d], 'text {}', 'text {}', 'text {}'],
    ['application/xml; a=b', [0x41], 'text A', 'text A', 'text A'],
    ['application/javascript', [0x41], 'text A', 'text A', 'text A'],
    ['Text/X', [0x41], 'text A', 'text A', 'text A'],
    ['application/octet-stream', [0x41], 'text A', 'base64 QQ==', 'base64 QQ=='],
    ['application/jsonx', [0x41], 'text A', 'base64 QQ==', 'base64 QQ=='],
    [undefined, [0x41], 'text A', 'base64 QQ==', 'text A'],
    [undefined, [0xff], 'text \ufffd', 'base64 /w==', 'base64 /w=='],
    ['text/plain', [0xef, 0xbb, 0xbf, 0x41], 'text \ufeffA', 'text \ufeffA', 'text \ufeffA'],
  ])('with the Content-Type %s and the bytes %j is text or base64', (type, bytes, rest, http, url) => {
    expect(TARGETS.map((target) => bodyFor(target, bytes, type))).toEqual([rest, http, http, url]);
  });

  test('is UTF-8 if it is text, or bytes of it', () => {
    expect(['\u00e9', Uint8Array.of(0xc3, 0xa9), Uint8Array.of(0xe9)].map(isUtf8)).toEqual([true, true, false]);
  });

  test('is text in every message of a WebSocket API', () => {
    expect(buildWebsocketSession().message('{"a":"\u00e9"}')).toMatchObject({ body: '{"a":"\u00e9"}', isBase64Encoded: false });
  });

  test('is base64 of its UTF-8 for a binary media type', () => {
    const headers = { 'Content-Type': 'image/x' };
    expect(buildRestEvent({ body: '\u00e9', headers, binaryMediaTypes: ['image/*'] })).toMatchObject({
      body: 'w6k=',
      isBase64Encoded: true,
    });
    expect(buildRestEvent({ body: '\u00e9', headers })).toMatchObject({ body: '\u00e9', isBase64Encoded: false });
    expect(buildRestEvent({ body: '\u00e9', headers, binaryMediaTypes: ['image/*'], testInvoke: true })).toMatchObject({
      ...{ body: '\u00e9', isBase64Encoded: false },
    });
    expect(buildHttpEvent({ body: '\u00e9', headers })).toMatchObject({ body: 'w6k=', isBase64Encoded: true });
  });

  test.each([
    ['br', 'A REST API can\'t inflate the content encoding "br", and answers 415.'],
    ['gzip', "A REST API can't inflate the body, because it is not gzip, and answers 415."],
    ['Deflate', "A REST API can't inflate the body, because it is not deflate, and answers 415."],
  ])('says why it has no body with the Content-Encoding %s', (coding, reason) => {
    const request: HttpRequest = { ...REQUEST, headers: [['Content-Encoding', coding]], body: Uint8Array.of(1) };
    const fix = 'Send gzip or deflate with a matching Content-Encoding, or a plain body without one.';
    const error = { code: 'unsupported-content-encoding', status: 415, path: ['body'], message: `${reason} ${fix}`, fix };
    expect(() => toEvent(request, { target: 'rest' })).toThrow(expect.objectContaining(error));
    expect(() => toEvent(request, { target: 'http-2.0' })).not.toThrow();
    expect(toEvent({ ...request, body: new Uint8Array() }, { target: 'rest' }).body).toBeNull();
    expect(() => toEvent({ ...request, headers: [['Content-Encoding', ' Identity ']] }, { target: 'rest' })).not.toThrow();
  });

  test('has no coding that a REST API knows if it has two', () => {
    const headers = ['gzip', 'br'].map((coding) => ['Content-Encoding', coding] as const);
    const message = expect.stringContaining('the content encoding "gzip, br"');
    expect(() => toEvent({ ...REQUEST, headers, body: Uint8Array.of(1) }, { target: 'rest' })).toThrow(
      expect.objectContaining({ message }),
    );
  });

  test('needs an inflater where there is no zlib', () => {
    const request: HttpRequest = { ...REQUEST, headers: [['Content-Encoding', 'gzip']], body: Uint8Array.of(1) };
    const spy = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
    const fix = 'Pass `inflate`, a function that inflates it.';
    const message = `A REST API inflates the gzip body, and there is no zlib here. ${fix}`;
    const error = { code: 'missing-option', path: ['inflate'], message, fix };
    try {
      expect(() => toEvent(request, { target: 'rest' })).toThrow(expect.objectContaining(error));
    } finally {
      spy.mockRestore();
    }
  });

  test('says how much of it is too much', () => {
    const request: HttpRequest = { ...REQUEST, headers: [['Content-Encoding', 'gzip']], body: Uint8Array.of(1) };
    expect(() => toEvent(request, { target: 'rest', inflate: () => undefined })).toThrow(
      expect.objectContaining({
        ...{ code: 'request-too-large', status: 413, path: ['body'] },
        message: 'The gzip body expands to more than 10485760 bytes, so a REST API answers 413 (assumed). Send less.',
      }),
    );
  });
});

describe('pathOf', () => {
  test.each([
    ['/a?b', '/a'],
    ['', '/'],
    ['?a', '/'],
    ['a', '/a'],
    ['a/', '/a/'],
    ['//a', '//a'],
    ['https://example.com', '/'],
    ['HTTP://example.com:80/a/b?c=/d', '/a/b'],
    ['https://example.com?a/b', '/'],
    ['/https://example.com/a', '/https://example.com/a'],
    ['a/https://example.com/a', '/a/https://example.com/a'],
    ['ftp://example.com/a', '/ftp://example.com/a'],
  ])('of %j is %s', (target, expected) => {
    expect(pathOf(target)).toBe(expected);
  });
});

test('a request without a path has a query', () => {
  const { rawPath, rawQueryString } = toEvent({ ...REQUEST, target: '?a=b' }, { target: 'http-2.0' });
  expect([rawPath, rawQueryString]).toEqual(['/', 'a=b']);
});

describe('memoizeNames', () => {
  test('returns the same list for the same names, and never another one', () => {
    const listOf = memoizeNames();
    const lists = [['A', 'b'], ['A', 'B'], ['A'], [], ['A', 'b', 'c'], ['b', 'A'], ['Axb', 'Ayb'], ['Ayb', 'Axb']];
    const made = lists.map((names) => listOf(names));
    for (const [index, names] of [...lists.entries(), ...[...lists.entries()].reverse()]) {
      expect(listOf([...names])).toBe(made[index]);
      expect(made[index]).toEqual({ names, keys: names.map((name) => name.toLowerCase()) });
    }
  });

  test('keeps no list of long names, and not more than 256 lists', () => {
    const listOf = memoizeNames();
    const long = ['a'.repeat(1001)];
    const short = ['a'.repeat(1000)];
    const kept = listOf(short);
    expect(listOf(long)).not.toBe(listOf(long));
    expect(listOf(short)).toBe(kept);
    for (let count = 0; count < 255; count += 1) listOf(Array.from({ length: count + 2 }, () => 'a'));
    expect(listOf(short)).toBe(kept);
    listOf(['b', 'c']);
    expect(listOf(short)).not.toBe(kept);
  });
});

test.each([
  [{}, { domainName: 'z9y8x7w6v5.execute-api.eu-west-1.amazonaws.com', apiId: 'z9y8x7w6v5' }],
  [{ stage: 'dev' }, { domainName: 'z9y8x7w6v5.execute-api.eu-west-1.amazonaws.com', apiId: 'z9y8x7w6v5', stage: 'dev' }],
])('the Host header of a request names the API, whatever the defaults of a builder are: %j', (defaults, context) => {
  const build = buildRestEvent.with(defaults);
  const headers = { Host: 'z9y8x7w6v5.execute-api.eu-west-1.amazonaws.com' };
  expect(build({}).requestContext).toMatchObject({ apiId: 'a1b2c3d4e5' });
  expect(build({ headers }).requestContext).toMatchObject(context);
  expect(build({ headers: { Accept: '*/*' } }).requestContext).toMatchObject({ apiId: 'a1b2c3d4e5' });
});

describe('the maps of an event', () => {
  test.each(TARGETS)('of %s have a header and a parameter called __proto__, and arrays of their own', (target) => {
    const request: HttpRequest = {
      ...{ method: 'GET', target: '/prod/?__proto__=a&__proto__=b' },
      headers: [
        ['__proto__', 'c'],
        ['__proto__', 'd'],
      ],
    };
    const event: Record<string, unknown> = { ...toEvent(request, { target }) };
    for (const map of ['headers', 'multiValueHeaders', 'queryStringParameters', 'multiValueQueryStringParameters']) {
      if (event[map] === undefined) continue;
      expect(Object.getOwnPropertyDescriptor(event[map], '__proto__')).toMatchObject({
        enumerable: true,
        configurable: true,
        writable: true,
      });
      expect(Object.getPrototypeOf(event[map])).toBe(Object.prototype);
    }
  });

  test('share nothing', () => {
    const entries = gather(['a', 'a', 'b'], ['1', '2', '3']);
    const values = allValues(entries);
    values['a']?.push('x');
    expect(allValues(entries)).toEqual({ a: ['1', '2'], b: ['3'] });
    expect(['a', 'b', 'c', 'constructor'].map((name) => lastValueIn(entries, name))).toEqual(['2', '3', undefined, undefined]);
  });

  test.each([1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 40])('keep the order of %i names', (length) => {
    const names = Array.from({ length }, (_, index) => `n${index}`);
    const twice = [...names, ...names];
    const values = twice.map((_, index) => `${index}`);
    expect(Object.entries(allValues(gather(twice, values)))).toEqual(names.map((name, index) => [name, [`${index}`, `${index + length}`]]));
  });
});

describe('limitUses', () => {
  test('counts what a request uses of each limit', () => {
    const request: HttpRequest = {
      method: 'POST',
      target: '/a?b',
      headers: [
        ['a', 'bc'],
        ['de', ''],
      ],
      body: new Uint8Array(7),
    };
    const sizesOf = (given: HttpRequest) => limitUses(given, { target: 'rest' }).map(({ limit, size }) => [limit, size]);
    expect(sizesOf(request)).toEqual([
      ['url', 4],
      ['headers', 5],
      ['head', 13],
      ['body', 7],
    ]);
    const { body: _, ...without } = request;
    expect(sizesOf(without)[3]).toEqual(['body', 0]);
  });
});

describe('valueAt', () => {
  test.each([
    [{ a: { b: 1 } }, ['a', 'b'], 1],
    [{ a: [5] }, ['a', '0'], 5],
    [{ a: null }, ['a', 'b'], undefined],
    [{ a: 'text' }, ['a', 'length'], undefined],
    [{ a: 1 }, ['constructor'], undefined],
    [null, ['a'], undefined],
    [() => 1, ['length'], undefined],
    [5, [], 5],
  ])('in %j at %j is %j', (root, path, expected) => {
    expect(valueAt(root, path)).toBe(expected);
  });
});

describe('copyEvent', () => {
  test('explains an event that is too deep, and passes on every other error', () => {
    const deep = (): never => deep();
    expect(copyEvent({}, () => 1)).toBe(1);
    expect(() => copyEvent({}, deep)).toThrow(
      expect.objectContaining({
        ...{ name: 'TypeError', code: 'invalid-argument', path: ['event'], fix: 'Pass the event that your function received.' },
        message: '`event` must be an event that JSON can represent; got an object. Pass the event that your function received.',
      }),
    );
    const own = new GatewayError('invalid-option', [], '', '');
    expect(() =>
      copyEvent({}, () => {
        throw own;
      }),
    ).toThrow(own);
  });
});
