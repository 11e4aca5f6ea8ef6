import { gzipSync } from 'node:zlib';
import { checkRequest, explainIssue, type Gateway, GatewayError, type HttpField, type HttpRequest, type Target } from 'apigw-proxy';
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

const FUNCTION_URL = 'z9y8x7w6v5.lambda-url.eu-west-1.on.aws';

/** The issue about a limit that is close. */
function near(target: Target, part: 'target' | 'headers' | 'body', found: string): object {
  return { code: 'request-near-limit', severity: 'warning', path: [part], found, evidence: 'documented', target };
}

function codes(request: HttpRequest, gateway: Gateway): string[] {
  return checkRequest(request, gateway).map(({ code }) => code);
}

describe('checkRequest', () => {
  test.each<[Target, string | undefined, string, string]>([
    ['rest', 'multipart/form-data; boundary=x', 'multipart/form-data', 'Add `multipart/form-data` to `binaryMediaTypes`'],
    ['rest', 'image/png', 'image/png', 'Add `image/png` to `binaryMediaTypes`'],
    ['rest', undefined, 'untyped', 'Add `*/*` to `binaryMediaTypes`'],
    ['http-1.0', 'text/plain; charset=iso-8859-1', 'text/plain', 'application/octet-stream'],
    ['http-2.0', 'application/json', 'application/json', 'application/octet-stream'],
    ['function-url', 'text/csv', 'text/csv', 'application/octet-stream'],
    ['websocket', undefined, 'untyped', 'Send text'],
  ])('warns of bytes that %s loses in a body of type %s', (target, type, found, fix) => {
    const [issue, ...others] = checkRequest(send(type, BYTES), { target });
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'request-bytes-lost', severity: 'warning', path: ['body'], found, evidence: 'reported', target });
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

  test.each([
    ['text/plain; charset="utf-16le"', ['request-bytes-lost']],
    ['text/plain;charset=UTF-16LE', ['request-bytes-lost']],
    ['text/plain;  charset=utf-16le; a=b', ['request-bytes-lost']],
    ['text/plain; charset=unknown', []],
    ['text/plain; charset=utf-8', []],
    ['text/plain; a=charset', []],
    ['text/plain; charset=', []],
    ['text/plain', []],
  ])('warns of a charset that is not UTF-8, even if the bytes could be: %s', (type, expected) => {
    const utf16 = new Uint8Array([0x61, 0x00, 0x62, 0x00]);
    expect(codes(send(type, utf16), { target: 'http-2.0' })).toEqual(expected);
  });

  test('warns of a compressed body that an HTTP API takes for text', () => {
    const request = send('application/json', new Uint8Array(gzipSync('{}')), 'gzip');
    expect(checkRequest(request, { target: 'http-2.0' })[0]?.message).toBe(
      "An HTTP API reads this compressed application/json body as UTF-8 text. It isn't, so bytes are lost.",
    );
    const inflated = send('image/png', gzipSync(BYTES), 'gzip');
    expect(checkRequest(inflated, { target: 'rest' })[0]?.found).toBe('image/png');
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

  test.each<[what: string, request: HttpRequest, gateway: Gateway, issue: object]>([
    [
      'a raw brace',
      at('/prod/x?q={a}'),
      { target: 'rest' },
      { code: 'malformed-url', severity: 'error', path: ['target'], evidence: 'reported', target: 'rest' },
    ],
    [
      'a head that is too large',
      at(`/?${'a'.repeat(10_240)}`),
      { target: 'http-1.0' },
      { code: 'request-too-large', severity: 'error', path: [], evidence: 'documented', target: 'http-1.0' },
    ],
    [
      'a query with a semicolon',
      at('/prod/x?p=1&q=a;b&r=c;d'),
      { target: 'rest' },
      { code: 'request-query-split', severity: 'warning', path: ['target'], found: 'q=a;b', evidence: 'documented', target: 'rest' },
    ],
    [
      'an encoded question mark',
      at('/a%3Fb'),
      { target: 'http-2.0' },
      { code: 'request-path-cut', severity: 'warning', path: ['target'], evidence: 'recorded', target: 'http-2.0' },
    ],
    [
      'an encoded slash',
      at('/a%2Fb'),
      { target: 'http-1.0' },
      { code: 'request-slash-decoded', severity: 'info', path: ['target'], evidence: 'reported', target: 'http-1.0' },
    ],
    [
      'the host name of another kind of gateway',
      { ...at('/prod/x'), headers: [['Host', FUNCTION_URL]] },
      { target: 'rest' },
      { code: 'request-host-ignored', severity: 'warning', path: ['headers'], found: FUNCTION_URL, evidence: 'assumed', target: 'rest' },
    ],
    ['a long URL', at(`/prod/${'?'.padEnd(10_234, 'a')}`), { target: 'rest' }, near('rest', 'target', '10240 of 10240 bytes for the URL')],
    [
      'large headers',
      { ...at('/prod'), headers: [['A', 'a'.repeat(9999)]] },
      { target: 'rest' },
      near('rest', 'headers', '10000 of 10240 bytes for the headers'),
    ],
    [
      'a large head',
      { ...at('/'), headers: [['A', 'a'.repeat(9999)]] },
      { target: 'http-2.0' },
      near('http-2.0', 'headers', '10004 of 10240 bytes for the request line and the headers'),
    ],
    [
      'a large body',
      send('text/plain', new Uint8Array(131_072)),
      { target: 'websocket' },
      near('websocket', 'body', '131072 of 131072 bytes for the body'),
    ],
  ])('says everything about %s', (_, request, gateway, expected) => {
    const plain = checkRequest(request, gateway).map(({ message: _message, fix: _fix, ...issue }) => issue);
    expect(plain).toEqual([expected]);
  });

  test('passes on what a setting throws', () => {
    const own = new GatewayError('invalid-option', ['inflate'], 'No.', 'Yes.');
    const inflate = (): never => {
      throw own;
    };
    expect(() => checkRequest(send('text/plain', BYTES, 'gzip'), { target: 'rest', inflate })).toThrow(own);
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
