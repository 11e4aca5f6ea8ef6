import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { codesOf, render, TARGETS, textOf, valuesOf } from '../responses.js';

const PNG = { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'AAEC/w==', isBase64Encoded: true };
const LONG = { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'a'.repeat(200) };
const compress = (coding: 'gzip' | 'deflate', bytes: Uint8Array): Uint8Array => (coding === 'gzip' ? gzipSync(bytes) : deflateSync(bytes));

describe('a body', () => {
  test.each(['http-1.0', 'http-2.0', 'function-url'] as const)('is decoded from base64: %s', (target) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const body = Buffer.from(bytes).toString('base64');
        expect(Buffer.from(render({ statusCode: 200, body, isBase64Encoded: true }, target).body)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test.each(TARGETS)('is sent as UTF-8, with U+FFFD for half of a surrogate pair: %s', (target) => {
    const response = render({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'é😀\ud800' }, target);
    expect(textOf(response)).toBe('é😀\ufffd');
    expect(valuesOf(response, 'content-length')).toEqual(['9']);
    expect(codesOf(response)).toEqual(['body-not-well-formed']);
  });

  test.each<[readonly string[], string | undefined, boolean]>([
    [[], 'image/png', false],
    [['image/png'], 'image/png', true],
    [['image/png'], 'image/png;q=0.9', true],
    [['image/png'], undefined, false],
    [['image/png'], '*/*', false],
    [['image/png'], 'image/*', false],
    [['image/png'], 'image/png,*/*', true],
    [['image/png'], 'image/webp,image/png', false],
    [['image/*'], 'image/png', true],
    [['image/*'], 'image/*', true],
    [['*/png'], 'image/png', false],
    [['*/png'], '*/png', false],
    [['*/*'], 'text/html', true],
    [['*/*'], undefined, true],
  ])('in base64, on REST with binaryMediaTypes %j and Accept %j, is decoded: %j', (binaryMediaTypes, accept, isDecoded) => {
    const response = render(PNG, { target: 'rest', binaryMediaTypes }, { headers: accept === undefined ? {} : { Accept: accept } });
    expect(Buffer.from(response.body).equals(Buffer.from(isDecoded ? [0, 1, 2, 255] : 'AAEC/w=='))).toBe(true);
    expect(codesOf(response)).toEqual(isDecoded ? [] : ['base64-not-decoded']);
  });

  test.each(['\u0141BCD', 'a_-b', 'ab c', 'a', 'a===', 'éabc'])(
    'is rejected if it is not strict base64, even if Node.js would decode it: %s',
    (body) => {
      const response = render({ body, isBase64Encoded: true }, { target: 'rest', binaryMediaTypes: ['*/*'] });
      expect([response.status, codesOf(response)]).toEqual([500, ['base64-invalid']]);
    },
  );

  test('that is not base64 although it should be leads to a 500 on REST', () => {
    const response = render({ ...PNG, body: 'é' }, { target: 'rest', binaryMediaTypes: ['*/*'] });
    expect([response.status, codesOf(response)]).toEqual([500, ['base64-invalid']]);
  });

  test('stays text without isBase64Encoded, even if the binary types match', () => {
    expect(textOf(render(LONG, { target: 'rest', binaryMediaTypes: ['*/*'] }))).toBe(LONG.body);
  });
});

describe('minimumCompressionSize', () => {
  test.each([
    ['gzip', 'gzip'],
    ['deflate', 'deflate'],
    ['br, gzip;q=0.5', 'gzip'],
    ['gzip;q=0, deflate', 'deflate'],
  ])('compresses for Accept-Encoding %s with %s', (accepted, coding) => {
    const response = render(
      LONG,
      { target: 'rest', minimumCompressionSize: 200 },
      { headers: { 'accept-encoding': accepted } },
      { compress },
    );
    expect(valuesOf(response, 'content-encoding')).toEqual([coding]);
    expect(valuesOf(response, 'content-length')).toEqual([`${response.body.length}`]);
    expect((coding === 'gzip' ? gunzipSync : inflateSync)(response.body).toString()).toBe(LONG.body);
  });

  test.each<[string, number | null, string, Record<string, string>]>([
    ['without the setting', null, 'gzip', {}],
    ['for a smaller body', 201, 'gzip', {}],
    ['for a client that names no coding', 0, '', {}],
    ['for a client that accepts anything', 0, '*', {}],
    ['for a client that asks for identity', 0, 'identity', {}],
    ['for a body that the function has encoded', 0, 'gzip', { 'content-encoding': 'br' }],
  ])('does not compress %s', (_, minimumCompressionSize, accepted, headers) => {
    const result = { ...LONG, headers: { ...LONG.headers, ...headers } };
    const response = render(result, { target: 'rest', minimumCompressionSize }, { headers: { 'accept-encoding': accepted } }, { compress });
    expect(textOf(response)).toBe(LONG.body);
    expect(codesOf(response)).toEqual('content-encoding' in headers ? ['encoding-over-text'] : []);
  });

  test.each(['gzip', 'deflate'])('uses zlib in Node.js: %s', (coding) => {
    const response = render(LONG, { target: 'rest', minimumCompressionSize: 0 }, { headers: { 'accept-encoding': coding } });
    expect(valuesOf(response, 'content-encoding')).toEqual([coding]);
    expect((coding === 'gzip' ? gunzipSync : inflateSync)(response.body).toString()).toBe(LONG.body);
    expect([codesOf(response), response.body.constructor]).toEqual([[], Uint8Array]);
  });

  test('does not compress an empty body', () => {
    const request = { headers: { 'accept-encoding': 'gzip' } };
    expect(valuesOf(render({}, { target: 'rest', minimumCompressionSize: 0 }, request), 'content-encoding')).toEqual([]);
  });

  test('does not compress the body without a compressor, and reports it', () => {
    const node = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    const response = render(LONG, { target: 'rest', minimumCompressionSize: 0 }, { headers: { 'accept-encoding': 'gzip' } });
    node.mockRestore();
    expect([textOf(response), valuesOf(response, 'content-encoding'), codesOf(response)]).toEqual([
      LONG.body,
      [],
      ['compression-not-applied'],
    ]);
  });

  test('applies only to REST', () => {
    const gateway = { target: 'http-2.0', minimumCompressionSize: 0 } as const;
    expect(valuesOf(render(LONG, gateway, { headers: { 'accept-encoding': 'gzip' } }, { compress }), 'content-encoding')).toEqual([]);
  });
});
