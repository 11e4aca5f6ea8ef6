import { gzipSync } from 'node:zlib';
import { checkRequest, explainIssue, type Gateway, type HttpField, type HttpRequest, type Target } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozen } from '../frozen.js';

const BYTES = new Uint8Array([0x89, 0x50, 0xff, 0xd8]);

function send(type: string | undefined, body: Uint8Array, coding?: string): HttpRequest {
  const headers: HttpField[] = [];
  if (type !== undefined) headers.push(['Content-Type', type]);
  if (coding !== undefined) headers.push(['Content-Encoding', coding]);
  return { method: 'POST', target: '/prod/x', headers, body };
}

function at(target: string): HttpRequest {
  return { method: 'GET', target, headers: [] };
}

function codes(request: HttpRequest, gateway: Gateway): string[] {
  return checkRequest(request, gateway).map(({ code }) => code);
}

describe('checkRequest', () => {
  test.each<[Target, string | undefined, string]>([
    ['rest', 'multipart/form-data; boundary=x', 'Add `multipart/form-data` to `binaryMediaTypes`'],
    ['rest', 'image/png', 'Add `image/png` to `binaryMediaTypes`'],
    ['rest', undefined, 'Add `*/*` to `binaryMediaTypes`'],
    ['http-1.0', 'text/plain; charset=iso-8859-1', 'application/octet-stream'],
    ['http-2.0', 'application/json', 'application/octet-stream'],
    ['function-url', 'text/csv', 'application/octet-stream'],
    ['websocket', undefined, 'Send text'],
  ])('warns of bytes that %s loses in a body of type %s', (target, type, fix) => {
    const [issue, ...others] = checkRequest(send(type, BYTES), { target });
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'request-bytes-lost', severity: 'warning', path: ['body'], target });
    expect(issue?.fix).toContain(fix);
  });

  test.each<[string, HttpRequest, Gateway]>([
    ['its type is binary', send('image/png', BYTES), { target: 'rest', binaryMediaTypes: ['image/*'] }],
    ['an HTTP API sends base64', send('image/png', BYTES), { target: 'http-2.0' }],
    ['a function URL sends base64', send(undefined, BYTES), { target: 'function-url' }],
    ['it is UTF-8', send('text/plain', new TextEncoder().encode('é')), { target: 'http-2.0' }],
    ['it is plain ASCII', send('text/plain; charset=iso-8859-1', new TextEncoder().encode('e')), { target: 'http-2.0' }],
    ['it is inflated first', send('text/plain', new Uint8Array(gzipSync('é')), 'gzip'), { target: 'rest' }],
    ['there is none', send('image/png', new Uint8Array()), { target: 'rest' }],
  ])('says nothing of the body if %s', (_, request, gateway) => {
    expect(checkRequest(request, gateway)).toEqual([]);
  });

  test.each<[string, HttpRequest, string, string]>([
    ['a brace in the query', at('/prod/x?a={b}'), 'malformed-url', 'reported'],
    ['a brace in the path', at('/prod/{x}'), 'malformed-url', 'assumed'],
    ['a brace in both', at('/prod/{x}?a={b}'), 'malformed-url', 'reported'],
    ['a bad escape in the path', at('/prod/50%'), 'malformed-url', 'reported'],
    ['a large body', send('text/plain', new Uint8Array(10_485_761)), 'request-too-large', 'documented'],
    [
      'a body that is large once inflated',
      send('text/plain', gzipSync(new Uint8Array(10_485_761)), 'gzip'),
      'request-too-large',
      'assumed',
    ],
  ])('says how well the refusal of %s is known', (_, request, code, evidence) => {
    expect(checkRequest(request, { target: 'rest' })[0]).toMatchObject({ code, evidence });
  });

  test('warns of a charset that is not UTF-8, even if the bytes could be', () => {
    const utf16 = new Uint8Array([0x61, 0x00, 0x62, 0x00]);
    expect(codes(send('text/plain; charset="utf-16le"', utf16), { target: 'http-2.0' })).toEqual(['request-bytes-lost']);
    expect(codes(send('text/plain; charset=unknown', utf16), { target: 'http-2.0' })).toEqual([]);
  });

  test('warns of a compressed body that an HTTP API takes for text', () => {
    const [issue] = checkRequest(send('application/json', new Uint8Array(gzipSync('{}')), 'gzip'), { target: 'http-2.0' });
    expect(issue?.message).toBe("An HTTP API reads this compressed application/json body as UTF-8 text. It isn't, so bytes are lost.");
  });

  test.each<[string, HttpRequest, Gateway, string[]]>([
    ['a raw brace', at('/prod/x?q={a}'), { target: 'rest' }, ['malformed-url']],
    ['a bad coding', send('text/plain', BYTES, 'br'), { target: 'rest' }, ['unsupported-content-encoding']],
    [
      'a GET with a body',
      { ...send('text/plain', new Uint8Array(1)), method: 'GET' },
      { target: 'rest', endpointType: 'EDGE' },
      ['body-not-allowed'],
    ],
    ['a large body', send('a/b', new Uint8Array(10_485_761)), { target: 'http-2.0' }, ['request-too-large']],
    ['a bomb', send('a/b', new Uint8Array(gzipSync(new Uint8Array(10_485_761))), 'gzip'), { target: 'rest' }, ['request-too-large']],
  ])('finds what refuses %s', (_, request, gateway, expected) => {
    const issues = checkRequest(request, gateway);
    expect(issues.map(({ code }) => code)).toEqual(expected);
    expect(issues[0]?.severity).toBe('error');
  });

  test.each<[string, Gateway, string[]]>([
    ['/prod/x?q=a;b', { target: 'rest' }, ['request-query-split']],
    ['/prod/x?q=a%3Bb', { target: 'rest' }, []],
    ['/x?q=a;b', { target: 'http-2.0' }, []],
    ['/a%3Fb?c=%3F', { target: 'http-2.0' }, ['request-path-cut']],
    ['/a%2fb?c=%2F', { target: 'http-1.0' }, ['request-slash-decoded']],
    ['/a%2Fb%3Fc', { target: 'function-url' }, []],
    ['/prod/a%2Fb%3Fc', { target: 'rest' }, []],
  ])('finds what splits %s with %j', (target, gateway, expected) => {
    expect(codes(at(target), gateway)).toEqual(expected);
  });

  test.each<[string, HttpRequest, Gateway, string, number, number]>([
    ['URL', at(''), { target: 'rest' }, 'the URL', 10_240, 1],
    ['URL at the edge', at(''), { target: 'rest', endpointType: 'EDGE' }, 'the URL', 8192, 1],
    ['URL of a private API', at(''), { target: 'rest', endpointType: 'PRIVATE' }, 'the URL', 8192, 1],
    ['URL of a handshake', at(''), { target: 'websocket' }, 'the URL', 4096, 1],
    ['request line', at(''), { target: 'http-2.0' }, 'the request line and the headers', 10_240, 4],
    ['request line of a function URL', at(''), { target: 'function-url' }, 'the request line and the headers', 1_048_576, 4],
  ])('warns of a %s close to the limit', (_, request, gateway, name, most, used) => {
    const sized = (size: number): HttpRequest => ({ ...request, target: `/?${'a'.repeat(size - used - 1)}` });
    expect(codes(sized(Math.floor(0.9 * most)), gateway)).toEqual([]);
    expect(checkRequest(sized(most), gateway).map(({ code, found }) => [code, found])).toEqual([
      ['request-near-limit', `${most} of ${most} bytes for ${name}`],
    ]);
    expect(codes(sized(most + 1), gateway)).toEqual(['request-too-large']);
  });

  test.each(['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'] as const)(
    'returns for %s what explainIssue explains in the same words, and changes nothing',
    (target) => {
      fc.assert(
        fc.property(exchange(target).map(frozen), ({ request, gateway }) => {
          for (const issue of checkRequest(request, gateway)) {
            const { message: _, fix: __, ...plain } = issue;
            expect(explainIssue(plain)).toEqual(issue);
          }
        }),
      );
    },
  );

  test('checks its arguments', () => {
    expect(() => checkRequest(at('/'), { target: 'rst' as 'rest' })).toThrow(expect.objectContaining({ code: 'unknown-target' }));
    expect(() => checkRequest({} as HttpRequest, { target: 'rest' })).toThrow(expect.objectContaining({ code: 'missing-option' }));
  });
});
