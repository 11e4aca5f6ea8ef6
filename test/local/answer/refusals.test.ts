import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { explainIssue, type HttpField, type HttpRequest } from 'apigw-proxy';
import { createLocalApi, type LocalApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const MEGABYTE = 1024 * 1024;

function createApi(settings: object = {}): { api: LocalApi; invoked: unknown[] } {
  const invoked: unknown[] = [];
  const handler = (event: { body: string | null }): Promise<object> => {
    invoked.push(event.body);
    return Promise.resolve({ statusCode: 200, body: '' });
  };
  return { api: createLocalApi({ target: 'rest', routes: { 'ANY /x': handler }, ...settings }), invoked };
}

function send(parts: Partial<HttpRequest>): HttpRequest {
  return { method: 'POST', target: '/prod/x', headers: [], ...parts };
}

function gzipInit(bytes: Uint8Array): Partial<HttpRequest> {
  return { headers: [['Content-Encoding', 'gzip']], body: new Uint8Array(gzipSync(bytes)) };
}

describe('createLocalApi', () => {
  test.each<[string, Partial<HttpRequest>, object, number, string]>([
    ['a raw brace', { target: '/prod/x?q={a}' }, {}, 400, 'malformed-url'],
    ['a bad escape, also without a route', { target: '/prod/y?q=%' }, {}, 400, 'malformed-url'],
    [
      'a coding that it cannot inflate',
      { headers: [['Content-Encoding', 'br']], body: new Uint8Array(1) },
      {},
      415,
      'unsupported-content-encoding',
    ],
    ['a body that expands to 10 MB and a byte', gzipInit(new Uint8Array(10 * MEGABYTE + 1)), {}, 413, 'request-too-large'],
    ['a body that expands to more than Lambda accepts', gzipInit(new Uint8Array(7 * MEGABYTE).fill(97)), {}, 413, 'request-too-large'],
    ['a path that makes the ARN too long', { target: `/prod/${'a'.repeat(1600)}` }, {}, 414, 'url-too-long'],
    ['a URL over its limit', { target: `/prod/x?${'q'.repeat(10_233)}` }, {}, 413, 'request-too-large'],
    ['a URL over the limit at the edge', { target: `/prod/x?${'q'.repeat(8185)}` }, { endpointType: 'EDGE' }, 413, 'request-too-large'],
    ['headers over their limit', { headers: [['a', 'x'.repeat(10_240)]] }, {}, 413, 'request-too-large'],
    ['a GET with a body', { method: 'GET', body: new Uint8Array(1) }, { endpointType: 'EDGE' }, 403, 'body-not-allowed'],
  ])('refuses %s before the function is invoked', async (_, parts, settings, status, code) => {
    const { api, invoked } = createApi(settings);
    const { response, event } = await api.exchange(send(parts));
    expect([response.status, response.issues[0]?.code, event, invoked.length]).toEqual([status, code, undefined, 0]);
  });

  test('hands a plain body to the function', async () => {
    const { api, invoked } = createApi();
    await api.exchange(send(gzipInit(new TextEncoder().encode('hello'))));
    expect(invoked).toEqual(['hello']);
  });

  test('limits the URL and the headers of a REST API apart, unless you set `maxHead`', async () => {
    const request = send({ target: `/prod/x?${'q'.repeat(10_000)}`, headers: [['a', 'x'.repeat(10_000)]] });
    expect((await createApi().api.exchange(request)).response.status).toBe(200);
    expect((await createApi({ limits: { maxHead: 15_000 } }).api.exchange(request)).response.status).toBe(413);
    const long = send({ target: `/prod/x?${'q'.repeat(12_000)}` });
    expect((await createApi({ limits: { maxHead: 15_000 } }).api.exchange(long)).response.status).toBe(200);
  });

  test('limits the request line and the headers of an HTTP API together', async () => {
    const { api } = createApi({ target: 'http-2.0' });
    const sized = (size: number): HttpRequest => send({ target: '/x', headers: [['a', 'x'.repeat(size - 'POST/xa'.length)]] });
    expect((await api.exchange(sized(10_240))).response.status).toBe(200);
    expect((await api.exchange(sized(10_241))).response.status).toBe(413);
  });

  test('carries what the gateway does to an accepted request', async () => {
    const { response } = await createApi().api.exchange(send({ headers: [['Content-Type', 'image/png']], body: new Uint8Array([255]) }));
    expect([response.status, response.issues.map(({ code }) => code)]).toEqual([200, ['request-bytes-lost']]);
  });

  test('uses the inflater of the settings', async () => {
    const { api, invoked } = createApi({ inflate: () => new TextEncoder().encode('mine') });
    await api.exchange(send(gzipInit(new Uint8Array(1))));
    expect(invoked).toEqual(['mine']);
  });

  const hash = createHash('sha256').update('Bearer abc').digest('base64');
  const INVALID = `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`;

  const invalidFor = (authorization: string): string => INVALID.replace(hash, createHash('sha256').update(authorization).digest('base64'));
  const missingFor = (authorization: string): string =>
    [
      "Authorization header requires 'Credential' parameter.",
      "Authorization header requires 'Signature' parameter.",
      "Authorization header requires 'SignedHeaders' parameter.",
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
      `(hashed with SHA-256 and encoded with Base64) Authorization=${createHash('sha256').update(authorization).digest('base64')}`,
    ].join(' ');

  test.each<[string, HttpField[], string, string]>([
    ['without an Authorization header', [], 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
    ['with a token', [['Authorization', 'Bearer abc']], 'IncompleteSignatureException', INVALID],
    ['with an equal sign', [['authorization', 'Basic YQ==']], 'IncompleteSignatureException', missingFor('Basic YQ==')],
    ['with two spaces', [['authorization', 'Bearer  a.b']], 'IncompleteSignatureException', invalidFor('Bearer  a.b')],
    ['with three words', [['authorization', 'a b c=d']], 'IncompleteSignatureException', missingFor('a b c=d')],
    ['with a space before it', [['authorization', ' a b']], 'IncompleteSignatureException', invalidFor(' a b')],
    ['with an equal sign in its scheme', [['authorization', 'a=b c']], 'IncompleteSignatureException', invalidFor('a=b c')],
    [
      'with a token that has no scheme',
      [['authorization', 'eyJhbGciOiJIUzI1NiJ9.e30.abc']],
      'IncompleteSignatureException',
      missingFor('eyJhbGciOiJIUzI1NiJ9.e30.abc'),
    ],
    [
      'with a signature',
      [['Authorization', 'AWS4-HMAC-SHA256 Credential=a/b']],
      'MissingAuthenticationTokenException',
      'Missing Authentication Token',
    ],
  ])('answers an unknown route on REST %s', async (_, headers, type, message) => {
    const { response } = await createApi().api.exchange(send({ target: '/prod/unknown', headers }));
    expect([response.status, new Map(response.headers).get('x-amzn-ErrorType')]).toEqual([403, type]);
    expect(JSON.parse(new TextDecoder().decode(response.body)).message).toBe(message);
    if (type.startsWith('Incomplete')) {
      expect(response.issues.map(explainIssue)[0]?.message).toBe(
        'No route matches the request, and its Authorization header is not a signature.',
      );
    }
  });

  test('answers 404 on an HTTP API, with a token or without', async () => {
    const { api } = createApi({ target: 'http-2.0' });
    const { response } = await api.exchange(send({ target: '/unknown', headers: [['Authorization', 'Bearer abc']] }));
    expect([response.status, new TextDecoder().decode(response.body)]).toEqual([404, '{"message":"Not Found"}']);
    expect(response.issues.map(({ code }) => code)).toEqual(['no-route']);
  });
});
