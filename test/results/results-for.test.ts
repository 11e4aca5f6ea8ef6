import type { Target } from 'apigw-proxy';
import { type ResultInit, resultsFor } from 'apigw-proxy/results';
import { describe, expect, test } from 'vitest';

const INIT: ResultInit = { status: 201, headers: { 'X-A': ['1', '2'], 'x-b': '3' }, cookies: ['a=1', 'b=2'] };

describe('resultsFor', () => {
  test.each(['rest', 'http-1.0'] as const)('puts repeated headers and cookies into multiValueHeaders for %s', (target) => {
    expect(resultsFor(target).json({ ok: true }, INIT)).toEqual({
      statusCode: 201,
      headers: { 'x-b': '3', 'Content-Type': 'application/json' },
      multiValueHeaders: { 'X-A': ['1', '2'], 'Set-Cookie': ['a=1', 'b=2'] },
      body: '{"ok":true}',
    });
  });

  test.each(['http-2.0', 'function-url'] as const)('joins repeated headers for %s and puts cookies into cookies', (target) => {
    expect(resultsFor(target).json({ ok: true }, INIT)).toEqual({
      statusCode: 201,
      headers: { 'X-A': '1, 2', 'x-b': '3', 'Content-Type': 'application/json' },
      cookies: ['a=1', 'b=2'],
      body: '{"ok":true}',
    });
  });

  test('returns frames for a WebSocket API', () => {
    const { json, text, empty } = resultsFor('websocket');
    expect(json([1])).toEqual({ statusCode: 200, body: '[1]' });
    expect(text('hi').body).toBe('hi');
    expect(empty({ status: 200, headers: { 'Sec-WebSocket-Protocol': 'v1' } })).toEqual({
      statusCode: 200,
      headers: { 'Sec-WebSocket-Protocol': 'v1' },
      body: '',
    });
  });

  const { json, bytes, redirect, empty } = resultsFor('http-2.0');

  test('accepts headers in any form, and joins the spellings of a name', () => {
    for (const headers of [new Headers({ 'x-a': '1' }), [['x-a', '1']] as const, { 'x-a': '1' }, { 'x-a': ['1'], no: undefined }]) {
      expect(empty({ headers }).headers).toEqual({ 'x-a': '1' });
    }
    expect(
      empty({
        headers: [
          ['X-A', '1'],
          ['x-a', '2'],
        ],
      }).headers,
    ).toEqual({ 'X-A': '1, 2' });
    expect(empty({ headers: { 'set-cookie': ['a=1'] }, cookies: ['b=2'] }).cookies).toEqual(['a=1', 'b=2']);
  });

  test('keeps a Content-Type from the headers', () => {
    expect(json({}, { headers: { 'content-type': 'application/ld+json' } }).headers).toEqual({ 'content-type': 'application/ld+json' });
  });

  test('sets isBase64Encoded for bytes, unless there are none', () => {
    expect(bytes(new Uint8Array([255]))).toMatchObject({ body: '/w==', isBase64Encoded: true });
    expect(bytes(new Uint8Array(0))).not.toHaveProperty('isBase64Encoded');
  });

  test.each([204, 205, 304])('leaves out the content with status %i', (status) => {
    expect(json({}, { status })).toEqual({ statusCode: status, body: '' });
  });

  test('keeps the headers of a response to HEAD and leaves out the body', () => {
    expect(json({}, { method: 'HEAD' })).toEqual({ statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: '' });
  });

  test.each([
    ['/a b', '/a%20b'],
    ['/a%20b?c=é#d', '/a%20b?c=%C3%A9#d'],
    ['https://example.com/\r\nX: y', 'https://example.com/%0D%0AX:%20y'],
    ['https://[::1]:3000/x', 'https://[::1]:3000/x'],
    ['https://ada@[2001:db8::1]/[a]?b[c]=d', 'https://ada@[2001:db8::1]/%5Ba%5D?b%5Bc%5D=d'],
    ['//[fe80::1%25eth0]/x', '//[fe80::1%25eth0]/x'],
    ['/x//[::1]', '/x//%5B::1%5D'],
    ['/\ud800x', '/%EF%BF%BDx'],
    ['', ''],
  ])('redirects to %j', (location, sent) => {
    expect(redirect(location)).toEqual({ statusCode: 302, headers: { Location: sent }, body: '' });
  });
});

describe('a result builder', () => {
  const { json, text, html, bytes, redirect, empty, problem } = resultsFor('http-2.0');
  const loop: { self?: unknown } = {};
  loop.self = loop;
  const wrong = <T>(value: unknown): T => value as T; // JavaScript can pass anything

  test.each<[string, () => unknown, readonly string[], string]>([
    ['a status below 200', () => empty({ status: 99 }), ['status'], '`status` must be an integer from 200 to 599; got 99.'],
    ['a fraction as status', () => empty({ status: 200.5 }), ['status'], '`status` must be an integer from 200 to 599; got 200.5.'],
    ['a string as status', () => empty({ status: wrong('200') }), ['status'], '`status` must be an integer from 200 to 599; got "200".'],
    [
      'a problem without status',
      () => problem(wrong({ title: 'No' })),
      ['status'],
      '`status` must be an integer from 200 to 599; got undefined.',
    ],
    ['a number as text', () => text(wrong(5)), ['text'], '`text` must be a string; got 5.'],
    ['undefined as HTML', () => html(wrong(undefined)), ['html'], '`html` must be a string; got undefined.'],
    ['an ArrayBuffer as bytes', () => bytes(wrong(new ArrayBuffer(1))), ['bytes'], '`bytes` must be a Uint8Array; got an ArrayBuffer.'],
    ['a URL as location', () => redirect(wrong(new URL('https://a.example'))), ['location'], '`location` must be a string; got a URL.'],
    ['undefined as data', () => json(undefined), ['data'], '`data` must be a value that JSON can represent; got undefined.'],
    ['a function as data', () => json(() => 1), ['data'], '`data` must be a value that JSON can represent; got a function.'],
    [
      'a BigInt in data',
      () => json({ a: 1n }),
      ['data'],
      '`data` must be a value that JSON can represent; got an object. Remove BigInts and cycles.',
    ],

    [
      'data whose toJSON throws',
      () =>
        json({
          toJSON() {
            throw new Error('no');
          },
        }),
      ['data'],
      '`data` must be a value that JSON can represent; got an object. Remove BigInts and cycles.',
    ],
    ['null as problem', () => problem(wrong(null)), ['status'], '`status` must be an integer from 200 to 599; got undefined.'],
    [
      'a header that would split the response',
      () => empty({ headers: { 'X-A': 'a\r\nX-B: b' } }),
      ['headers', 'X-A'],
      '`headers.X-A` must be a valid header without control characters; got "a\\r\\nX-B: b".',
    ],
    [
      'a header without a name',
      () => empty({ headers: { '': 'a' } }),
      ['headers', ''],
      '`headers.` must be a valid header without control characters; got "a".',
    ],
    [
      'a number as header',
      () => empty({ headers: { 'X-A': wrong(5) } }),
      ['headers', 'X-A'],
      '`headers.X-A` must be a valid header without control characters; got 5.',
    ],
    [
      'a list with null as header',
      () => empty({ headers: { 'X-A': wrong([null]) } }),
      ['headers', 'X-A'],
      '`headers.X-A` must be a valid header without control characters; got null.',
    ],
    [
      'a cookie that would split the response',
      () => empty({ cookies: ['a=1\nX: y'] }),
      ['headers', 'Set-Cookie'],
      '`headers.Set-Cookie` must be a valid header without control characters; got "a=1\\nX: y".',
    ],
    ['a string as headers', () => empty({ headers: wrong('a') }), ['headers'], '`headers` must be an object or pairs; got "a".'],
    ['a number as headers', () => empty({ headers: wrong(5) }), ['headers'], '`headers` must be an object or pairs; got 5.'],
    ['null as headers', () => empty({ headers: wrong(null) }), ['headers'], '`headers` must be an object or pairs; got null.'],
    [
      'headers that are not pairs',
      () => empty({ headers: wrong([5]) }),
      ['headers', '5'],
      '`headers.5` must be a valid header without control characters; got undefined.',
    ],
    ['a number as cookies', () => empty({ cookies: wrong(5) }), ['cookies'], '`cookies` must be an array; got 5.'],
    ['a string as cookies', () => empty({ cookies: wrong('a=1') }), ['cookies'], '`cookies` must be an array; got "a=1".'],
  ])('throws an error that shows the value and what to pass: %s', (_, make, path, message) => {
    const name = path[0] === 'status' ? 'RangeError' : 'TypeError';
    expect(make).toThrow(expect.objectContaining({ name, code: 'invalid-argument', path, message, fix: expect.stringMatching(/^[A-Z]/) }));
  });

  test('throws an error that explains a cycle in data', () => {
    const message = expect.stringMatching(/^`data` must be a value that JSON can represent; got an object\. Remove BigInts and cycles/);
    expect(() => json(loop)).toThrow(expect.objectContaining({ name: 'TypeError', path: ['data'], message }));
  });

  test('accepts null instead of an init', () => {
    expect(json(1, wrong(null))).toEqual(json(1));
  });

  test.each(['constructor', '__proto__', 'toString', 'v2', '', null, undefined, 5])('throws a TypeError for the target %s', (target) => {
    const error = expect.objectContaining({
      name: 'TypeError',
      path: ['target'],
      message: expect.stringContaining('must be one of rest, http-1.0'),
    });
    expect(() => resultsFor(wrong<Target>(target))).toThrow(error);
  });
});
