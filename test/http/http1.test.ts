import { type HttpResponse, toHttp1Bytes } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draws } from '../draws.js';
import { type Loopback, openLoopback } from './read-back.js';
import { readWithSecondParser } from './second-parser.js';
import { UNSAFE_RESPONSES } from './unsafe-responses.js';

const NAME = fc.stringMatching(/^x-[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/);
const VALUE = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/\p{Cc}|\p{Surrogate}/gu, '').trim());
const RESPONSE: fc.Arbitrary<HttpResponse> = fc
  .record({
    status: fc.integer({ min: 200, max: 999 }).filter((status) => status !== 204 && status !== 304),
    statusText: fc.stringMatching(/^(?:[!-~](?:[ -~]{0,10}[!-~])?)?$/),
    headers: fc.array(fc.tuple(NAME, VALUE), { maxLength: 6 }),
    body: fc.uint8Array({ maxLength: 200 }),
  })
  .map((response) => ({ ...response, headers: [...response.headers, ['Content-Length', `${response.body.length}`] as const] }));

function response(changes: Partial<HttpResponse>): HttpResponse {
  return { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(0), ...changes };
}

describe('toHttp1Bytes', () => {
  let loopback: Loopback;
  beforeAll(async () => {
    loopback = await openLoopback();
  });
  afterAll(() => loopback.close());

  test("writes a response that Node's client reads back unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(RESPONSE, async (given) => {
        const read = await loopback.read(toHttp1Bytes(given));
        expect(read).toEqual({ ...given, body: Buffer.from(given.body) });
      }),
      { numRuns: draws(1 / 5) },
    );
  });

  test('writes the status line, headers, an empty line and the body', () => {
    const bytes = toHttp1Bytes(
      response({
        headers: [
          ['A', '1'],
          ['a', ''],
        ],
        body: new Uint8Array([0, 255]),
      }),
    );
    expect(Buffer.from(bytes).toString('latin1')).toBe('HTTP/1.1 200 OK\r\nA: 1\r\na: \r\n\r\n\0\u00ff');
  });

  test('writes characters outside ASCII as UTF-8', () => {
    const bytes = toHttp1Bytes(response({ headers: [['A', 'é€😀']], body: new Uint8Array([1]) }));
    expect(Buffer.from(bytes).toString('utf8')).toBe('HTTP/1.1 200 OK\r\nA: é€😀\r\n\r\n\u0001');
  });

  test("writes chunks that Node's client and another parser read back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (body) => {
        const bytes = toHttp1Bytes(response({ headers: [['Transfer-Encoding', 'chunked']], body }));
        const expected = { status: 200, statusText: 'OK', headers: [['Transfer-Encoding', 'chunked']], body: Buffer.from(body) };
        expect(await loopback.read(bytes)).toEqual(expected);
        expect(readWithSecondParser(bytes)).toEqual(expected);
      }),
      { numRuns: draws(1 / 10) },
    );
  });

  test.each<[string, [string, string][], number]>([
    [
      'a length beside chunks',
      [
        ['Content-Length', '1'],
        ['Transfer-Encoding', 'chunked'],
      ],
      1,
    ],
    ['a length that is too small', [['content-length', '1']], 2],
    ['a length that is too big', [['Content-Length', '3']], 2],
    [
      'a length twice',
      [
        ['Content-Length', '2'],
        ['content-length', '2'],
      ],
      2,
    ],
    [
      'chunks twice',
      [
        ['Transfer-Encoding', 'chunked'],
        ['Transfer-Encoding', 'chunked'],
      ],
      2,
    ],
    ['another coding', [['Transfer-Encoding', 'gzip, chunked']], 2],
  ])('rejects %s', (_, headers, size) => {
    const given = response({ headers, body: new Uint8Array(size) });
    expect(() => toHttp1Bytes(given)).toThrow(expect.objectContaining({ name: 'UnsafeResponseError', code: 'unsafe-framing' }));
  });

  test.each<[string, Partial<HttpResponse>]>([
    ['a body of a 204', { status: 204, body: new Uint8Array(1) }],
    ['a body of a 304', { status: 304, body: new Uint8Array(1) }],
    ['chunks of a 204', { status: 204, headers: [['Transfer-Encoding', 'chunked']] }],
    ['a length that is not a number', { headers: [['Content-Length', 'abc']] }],
  ])('rejects %s', (_, given) => {
    expect(() => toHttp1Bytes(response(given))).toThrow(expect.objectContaining({ code: 'unsafe-framing' }));
  });

  test('writes no body for a 304, even with Transfer-Encoding', () => {
    const bytes = toHttp1Bytes(response({ status: 304, statusText: 'Not Modified', headers: [['Transfer-Encoding', 'chunked']] }));
    expect(Buffer.from(bytes).toString()).toBe('HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n');
  });

  test.each(UNSAFE_RESPONSES)('rejects $name and shows the value', ({ changes, code, path, message }) => {
    expect(() => toHttp1Bytes(response(changes))).toThrow(
      expect.objectContaining({
        name: 'UnsafeResponseError',
        code,
        path,
        message: expect.stringContaining(message),
        fix: expect.any(String),
      }),
    );
  });

  test('shows the headers that contradict the body', () => {
    const given = response({ headers: [['Content-Length', '3']], body: new Uint8Array(2) });
    expect(() => toHttp1Bytes(given)).toThrow(
      'Content-Length and Transfer-Encoding must match the body and the status 200; got Content-Length: "3", 2 bytes in the body.',
    );
  });
});
