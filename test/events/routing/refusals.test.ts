import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { type Gateway, GatewayError, type HttpField, type HttpRequest, type Inflater, toAuthorizerEvent, toEvent } from 'apigw-proxy';
import { describe, expect, test, vi } from 'vitest';

const LIMIT = 10_485_760;
const REST: Gateway<'rest'> = { target: 'rest' };

function post(body: Uint8Array, coding?: string, headers: readonly HttpField[] = []): HttpRequest {
  const encoding: HttpField[] = coding === undefined ? [] : [['Content-Encoding', coding]];
  return { method: 'POST', target: '/prod/x', headers: [...encoding, ...headers], body: new Uint8Array(body) };
}

function get(target: string): HttpRequest {
  return { method: 'GET', target, headers: [] };
}

function refusalOf(act: () => unknown): [code: string, status: number | undefined] {
  try {
    act();
  } catch (error) {
    if (error instanceof GatewayError) return [error.code, error.status];
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('toEvent', () => {
  const text = new TextEncoder().encode('{"type":"dog"}');

  test.each([
    ['gzip', gzipSync(text)],
    ['GZIP ', gzipSync(text)],
    ['deflate', deflateSync(text)],
  ])('inflates a body with the Content-Encoding %j on REST and keeps the header', (coding, bytes) => {
    const request = post(bytes, coding);
    const { body, isBase64Encoded, headers } = toEvent(request, REST);
    expect([body, isBase64Encoded, headers?.['Content-Encoding']]).toEqual(['{"type":"dog"}', false, coding]);
    const binary = toEvent(request, { ...REST, binaryMediaTypes: ['*/*'] });
    expect([binary.body, binary.isBase64Encoded]).toEqual([btoa('{"type":"dog"}'), true]);
  });

  test.each(['identity', ''])('leaves a body with the Content-Encoding %j as it is', (coding) => {
    expect(toEvent(post(text, coding), REST).body).toBe('{"type":"dog"}');
  });

  test.each(['http-1.0', 'http-2.0', 'function-url'] as const)('inflates nothing on %s', (target) => {
    const event = toEvent({ ...post(gzipSync(text), 'gzip', [['Content-Type', 'application/octet-stream']]), target: '/x' }, { target });
    expect(event.isBase64Encoded).toBe(true);
    expect(event.body?.startsWith('H4sI')).toBe(true);
  });

  test.each([
    ['br', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['gzip', text],
    ['gzip', gzipSync(text).subarray(0, 12)],
    ['gzip', deflateSync(text)],
    ['deflate', gzipSync(text)],
  ])('refuses a body that is not %s with 415', (coding, bytes) => {
    expect(refusalOf(() => toEvent(post(bytes, coding), REST))).toEqual(['unsupported-content-encoding', 415]);
  });

  test.each(['gzip', 'deflate'] as const)('inflates %s up to 10 MB and not a byte further', (coding) => {
    const compress = coding === 'gzip' ? gzipSync : deflateSync;
    expect(toEvent(post(compress(new Uint8Array(LIMIT).fill(97)), coding), REST).body).toHaveLength(LIMIT);
    const bomb = compress(new Uint8Array(LIMIT + 1).fill(97));
    expect(bomb.length).toBeLessThan(11_000);
    expect(refusalOf(() => toEvent(post(bomb, coding), REST))).toEqual(['request-too-large', 413]);
  });

  test('stops to inflate a megabyte that would expand to a gigabyte', () => {
    // Gzip allows several members in a row, and each of these expands to 10 MB.
    const member = gzipSync(new Uint8Array(LIMIT));
    const bomb = new Uint8Array(member.length * 103);
    for (let index = 0; index < 103; index += 1) bomb.set(member, index * member.length);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusalOf(() => toEvent(post(bomb, 'gzip'), REST))).toEqual(['request-too-large', 413]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * LIMIT);
  });

  test('passes the coding, the bytes and the limit to an inflater in the settings', () => {
    const inflate = vi.fn<Inflater>((_, bytes) => gunzipSync(bytes));
    expect(toEvent(post(gzipSync(text), 'gzip'), { ...REST, inflate }).body).toBe('{"type":"dog"}');
    expect(inflate).toHaveBeenCalledExactlyOnceWith('gzip', new Uint8Array(gzipSync(text)), LIMIT);
    expect(toEvent(post(text), { ...REST, inflate }).body).toBe('{"type":"dog"}');
    expect(inflate).toHaveBeenCalledOnce();
  });

  test.each<[string, Inflater, string, number | undefined]>([
    ['returns undefined', () => undefined, 'request-too-large', 413],
    ['ignores the limit', () => new Uint8Array(LIMIT + 1), 'request-too-large', 413],
    ['throws', () => JSON.parse('{'), 'unsupported-content-encoding', 415],
    ['returns a string', (() => 'x') as unknown as Inflater, 'invalid-option', undefined],
  ])('throws an error if the inflater %s', (_, inflate, code, status) => {
    expect(refusalOf(() => toEvent(post(text, 'gzip'), { ...REST, inflate }))).toEqual([code, status]);
  });

  test('asks for an inflater where there is no zlib', () => {
    const spy = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
    try {
      expect(refusalOf(() => toEvent(post(gzipSync(text), 'gzip'), REST))).toEqual(['missing-option', undefined]);
      expect(toEvent(post(text), REST).body).toBe('{"type":"dog"}');
    } finally {
      spy.mockRestore();
    }
  });

  const BAD_TARGETS = [
    '/prod/x?q={a}',
    '/prod/x?q=a|b',
    '/prod/{id}',
    '/prod/a|b',
    '/prod/x?q=%%URL%%',
    '/prod/x?%',
    '/prod/50%off',
    '/prod/%2',
    '/prod/%u00e9',
  ];

  test.each(BAD_TARGETS)('refuses the URL %s with 400 on REST alone', (target) => {
    expect(refusalOf(() => toEvent(get(target), REST))).toEqual(['malformed-url', 400]);
    expect(refusalOf(() => toAuthorizerEvent(get(target), REST))).toEqual(['malformed-url', 400]);
    for (const other of ['http-1.0', 'http-2.0', 'function-url'] as const) {
      expect(() => toEvent(get(target), { target: other })).not.toThrow();
    }
  });

  test('refuses a path that makes the ARN of the method longer than 1,600 bytes, on REST alone', () => {
    const arn = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/'.length;
    const path = (length: number): string => `/prod/${'a'.repeat(length - arn)}`;
    expect(toEvent(get(`${path(1600)}?${'q'.repeat(5000)}`), REST).path).toHaveLength(1601 - arn);
    expect(refusalOf(() => toEvent(get(path(1601)), REST))).toEqual(['url-too-long', 414]);
    expect(refusalOf(() => toEvent(get(path(1600)), { ...REST, region: 'eu-central-1' }))).toEqual(['url-too-long', 414]);
    expect(() => toEvent(get(path(1601)), { target: 'http-2.0' })).not.toThrow();
  });

  test('refuses a GET with a body at an edge-optimized endpoint alone', () => {
    const request = { ...post(text), method: 'GET' };
    expect(refusalOf(() => toEvent(request, { ...REST, endpointType: 'EDGE' }))).toEqual(['body-not-allowed', 403]);
    expect(toEvent(request, REST).body).toBe('{"type":"dog"}');
    expect(toEvent({ ...request, method: 'POST' }, { ...REST, endpointType: 'EDGE' }).body).toBe('{"type":"dog"}');
    expect(toEvent({ ...request, body: new Uint8Array() }, { ...REST, endpointType: 'EDGE' }).body).toBeNull();
    expect(toEvent({ ...request, target: '/pets' }, { ...REST, endpointType: 'EDGE', testInvoke: true }).body).toBe('{"type":"dog"}');
  });
});
