import { type ResultInit, resultsFor } from 'apigw-proxy/results';
import { describe, expect, test } from 'vitest';

const INIT: ResultInit = { status: 201, headers: { 'X-A': ['1', '2'], 'x-b': '3' }, cookies: ['a=1', 'b=2'] };

describe('resultsFor', () => {
  test.each(['rest', 'http-1.0'] as const)('puts repeated headers and cookies into the lists of %s', (target) => {
    expect(resultsFor(target).json({ ok: true }, INIT)).toEqual({
      statusCode: 201,
      headers: { 'x-b': '3', 'Content-Type': 'application/json' },
      multiValueHeaders: { 'X-A': ['1', '2'], 'Set-Cookie': ['a=1', 'b=2'] },
      body: '{"ok":true}',
    });
  });

  test.each(['http-2.0', 'function-url'] as const)('joins repeated headers for %s, and lists its cookies', (target) => {
    expect(resultsFor(target).json({ ok: true }, INIT)).toEqual({
      statusCode: 201,
      headers: { 'X-A': '1, 2', 'x-b': '3', 'Content-Type': 'application/json' },
      cookies: ['a=1', 'b=2'],
      body: '{"ok":true}',
    });
  });

  test('makes frames for a WebSocket API', () => {
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

  test('takes headers in any form, one spelling a name, cookies among them', () => {
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

  test('lets a Content-Type of yours go first', () => {
    expect(json({}, { headers: { 'content-type': 'application/ld+json' } }).headers).toEqual({ 'content-type': 'application/ld+json' });
  });

  test('flags bytes as base64, unless there are none', () => {
    expect(bytes(new Uint8Array([255]))).toMatchObject({ body: '/w==', isBase64Encoded: true });
    expect(bytes(new Uint8Array(0))).not.toHaveProperty('isBase64Encoded');
  });

  test.each([204, 205, 304])('sends no content with %i', (status) => {
    expect(json({}, { status })).toEqual({ statusCode: status, body: '' });
  });

  test('keeps the headers of an answer to HEAD, without the body', () => {
    expect(json({}, { method: 'HEAD' })).toEqual({ statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: '' });
  });

  test.each([
    ['/a b', '/a%20b'],
    ['/a%20b?c=é#d', '/a%20b?c=%C3%A9#d'],
    ['https://example.com/\r\nX: y', 'https://example.com/%0D%0AX:%20y'],
  ])('redirects to %j', (location, sent) => {
    expect(redirect(location)).toEqual({ statusCode: 302, headers: { Location: sent }, body: '' });
  });

  test.each<[string, () => unknown, typeof Error]>([
    ['a header that would split the response', () => empty({ headers: { 'X-A': 'a\r\nX-B: b' } }), TypeError],
    ['a header without a name', () => empty({ headers: { '': 'a' } }), TypeError],
    ['a cookie that would split the response', () => empty({ cookies: ['a=1\nX: y'] }), TypeError],
    ['what JSON has no word for', () => json(undefined), TypeError],
    ['a status that is none', () => empty({ status: 99 }), RangeError],
    ['half a status', () => empty({ status: 200.5 }), RangeError],
  ])('refuses %s', (_, make, error) => {
    expect(make).toThrow(error);
  });
});
