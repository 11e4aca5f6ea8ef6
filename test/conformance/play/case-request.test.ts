import { describe, expect, test } from 'vitest';
import type { RenderCase, RenderCaseRequest } from '../../../src/conformance/cases/render-case.js';
import type { RequestCase, RequestCaseRequest } from '../../../src/conformance/cases/request-case.js';
import { prefixOf, requestForResult, requestOfCase } from '../../../src/conformance/play/case-request.js';

const URL_OF_STAGE = new URL('https://api.example.com:8443/stage/');
const HOST = ['Host', 'api.example.com:8443'];
const COMMON = { id: 'x', api: 'rest', evidence: 'RECORDED', source: 'a recording', expect: {} } as const;

function sentFor(lambdaResult: unknown, request?: RenderCaseRequest | null): ReturnType<typeof requestForResult> {
  const given: RenderCase = { ...COMMON, lambdaResult, ...(request !== undefined && { request }) };
  return requestForResult(given, URL_OF_STAGE);
}

describe('requestForResult', () => {
  test.each<[string, unknown]>([
    ['/case', { statusCode: 200 }],
    ['/case', null],
    ['/case', 'text'],
    ['/case', { $error: { type: 'function-error' } }],
    ['/case', { $error: { type: 'response-too-large' } }],
    ['/stream', { $stream: { body: 'x' } }],
    ['/stream', { $streamBytes: { text: 'x', contentType: 'text/plain' } }],
    ['/nothing', { $error: { type: 'no-route' } }],
    ['/short', { $error: { type: 'timeout' } }],
    ['/late', { $error: { type: 'function-timeout' } }],
    ['/key', { $error: { type: 'forbidden' } }],
    ['/guarded', { $error: { type: 'unauthorized' } }],
  ])('goes to %s for %j', (path, result) => {
    expect(sentFor(result)).toEqual({
      method: 'GET',
      target: `/stage${path}`,
      headers: [HOST, ['x-conformance-case', 'x']],
      body: new Uint8Array(),
    });
  });

  test('asks as somebody whom the authorizer refuses', () => {
    const { target, headers } = sentFor({ $error: { type: 'access-denied' } });
    expect([target, headers]).toEqual(['/stage/guarded', [HOST, ['x-conformance-case', 'x'], ['Authorization', 'nobody']]]);
  });

  test('sends one byte more than every API accepts', () => {
    const { method, body, headers } = sentFor({ $error: { type: 'request-too-large' } }, { method: 'PUT' });
    expect([method, body.length]).toEqual(['POST', 10 * 1024 * 1024 + 1]);
    expect(headers.at(-1)).toEqual(['Content-Length', '10485761']);
  });

  test('sends what the case says', () => {
    const request = { method: 'POST', accept: 'image/png', acceptEncoding: 'gzip', headers: { 'X-A': ['1', '2'], 'X-B': '3' } };
    expect(sentFor({}, request)).toMatchObject({
      method: 'POST',
      headers: [
        HOST,
        ['x-conformance-case', 'x'],
        ['X-A', '1'],
        ['X-A', '2'],
        ['X-B', '3'],
        ['Accept', 'image/png'],
        ['Accept-Encoding', 'gzip'],
        ['Content-Length', '0'],
      ],
    });
  });

  test('sends no header that the case leaves out', () => {
    for (const request of [null, {}, { accept: null, acceptEncoding: null, headers: null }]) {
      expect(sentFor({}, request)).toMatchObject({ method: 'GET', headers: [HOST, ['x-conformance-case', 'x']] });
    }
    expect(sentFor({}, { headers: [['a', 'b']] }).headers.at(-1)).toEqual(['a', 'b']);
  });
});

describe('requestOfCase', () => {
  const sent = (request: RequestCaseRequest): ReturnType<typeof requestOfCase> => {
    const given: RequestCase = { ...COMMON, event: 'proxy', stage: 'prod', route: '/', request };
    return requestOfCase(given, URL_OF_STAGE);
  };

  test('asks for the root without a body, if the case says no more', () => {
    expect(sent({ method: 'GET' })).toEqual({
      method: 'GET',
      target: '/',
      headers: [HOST, ['x-conformance-case', 'x']],
      body: new Uint8Array(),
    });
    expect(sent({ method: 'GET', path: '/a', rawQuery: '' }).target).toBe('/a');
  });

  test('sends path, query, headers and body as the case writes them', () => {
    expect(sent({ method: 'POST', path: '/stage/ä', rawQuery: 'a=1&a', headers: [['X-A', '1']], bodyText: 'é' })).toEqual({
      method: 'POST',
      target: '/stage/ä?a=1&a',
      headers: [HOST, ['X-A', '1'], ['x-conformance-case', 'x'], ['Content-Length', '2']],
      body: new Uint8Array([0xc3, 0xa9]),
    });
    expect(sent({ method: 'POST', bodyBase64: '/wA=' }).body).toEqual(new Uint8Array([255, 0]));
  });

  test('sends the host of the URL where the case has one', () => {
    expect(
      sent({
        method: 'GET',
        headers: [
          ['A', 'b'],
          ['hOst', '{apiId}.example.com'],
        ],
      }).headers,
    ).toEqual([
      ['A', 'b'],
      ['hOst', 'api.example.com:8443'],
      ['x-conformance-case', 'x'],
    ]);
  });

  test('leaves the length and the chunks to the case', () => {
    const length = sent({ method: 'POST', headers: [['content-length', '2']], bodyText: 'hi' });
    expect(length.headers).toEqual([HOST, ['content-length', '2'], ['x-conformance-case', 'x']]);
    const chunked = sent({ method: 'POST', headers: [['Transfer-Encoding', 'chunked']], bodyText: 'hi' });
    expect(chunked.headers).toEqual([HOST, ['Transfer-Encoding', 'chunked'], ['x-conformance-case', 'x']]);
    expect(Buffer.from(chunked.body).toString()).toBe('0\r\n\r\n');
  });
});

test.each([
  ['https://api.example.com', ''],
  ['https://api.example.com/', ''],
  ['https://api.example.com/stage', '/stage'],
  ['https://api.example.com/stage/', '/stage'],
  ['https://api.example.com/a/stage?b=/', '/a/stage'],
])('prefixOf %s is %j', (url, prefix) => {
  expect(prefixOf(new URL(url))).toBe(prefix);
});
