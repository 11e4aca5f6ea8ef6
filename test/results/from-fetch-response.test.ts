import { toFetchResponse } from 'apigw-proxy/http';
import { type RenderTarget, renderResult } from 'apigw-proxy/render';
import { fromFetchResponse } from 'apigw-proxy/results';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TARGETS: readonly RenderTarget[] = ['rest', 'http-1.0', 'http-2.0', 'function-url'];

/** Lower-case names of fields that the gateway neither adds nor remaps. */
const NAME = fc.stringMatching(/^x-[a-z]{1,6}$/);
const VALUE = fc.stringMatching(/^[!-~](?:[ -~]{0,10}[!-~])?$/);
const RESPONSE = fc.record({
  status: fc.integer({ min: 200, max: 599 }).filter((status) => ![204, 205, 304].includes(status)),
  headers: fc.array(fc.tuple(NAME, VALUE), { maxLength: 5 }),
  cookies: fc.array(fc.stringMatching(/^[a-z]{1,4}=[a-z0-9]{0,4}(?:; Path=\/)?$/), { maxLength: 3 }),
  type: fc.constantFrom(undefined, 'text/plain', 'application/json', 'image/png', 'text/html; charset=latin1'),
  body: fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    fc.uint8Array(),
  ),
});

function build({ status, headers, cookies, type, body }: typeof RESPONSE extends fc.Arbitrary<infer T> ? T : never): Response {
  const fields = new Headers(headers);
  for (const cookie of cookies) fields.append('set-cookie', cookie);
  if (type !== undefined) fields.set('content-type', type);
  return new Response(new Uint8Array(body), { status, headers: fields });
}

describe('fromFetchResponse', () => {
  test.each(TARGETS)('keeps status, headers, cookies and bytes through the gateway: %s', async (target) => {
    await fc.assert(
      fc.asyncProperty(RESPONSE, async (given) => {
        const gateway = { target, binaryMediaTypes: ['*/*'] };
        const result = await fromFetchResponse(build(given), target);
        const rendered = renderResult(result, gateway);
        const received = toFetchResponse(rendered);
        const expected = build(given);
        expect(rendered.ok).toBe(true);
        expect(received.status).toBe(expected.status);
        expect(received.headers.getSetCookie()).toEqual(expected.headers.getSetCookie());
        for (const [name, value] of expected.headers) if (name !== 'set-cookie') expect(received.headers.get(name)).toBe(value);
        expect(Buffer.from(rendered.body)).toEqual(Buffer.from(await expected.arrayBuffer()));
      }),
    );
  });

  test('puts headers and cookies where each payload format has them', async () => {
    const build = (): Response =>
      new Response('x', {
        status: 201,
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
          ['x-a', '1'],
          ['x-a', '2'],
        ],
      });
    const headers = { 'content-type': 'text/plain;charset=UTF-8', 'x-a': '1, 2' };
    const payload1 = { statusCode: 201, headers, multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] }, body: 'x' };
    const payload2 = { statusCode: 201, headers, cookies: ['a=1', 'b=2'], body: 'x' };
    expect(await fromFetchResponse(build(), 'rest')).toEqual(payload1);
    expect(await fromFetchResponse(build(), 'http-1.0')).toEqual(payload1);
    expect(await fromFetchResponse(build(), 'http-2.0')).toEqual(payload2);
    expect(await fromFetchResponse(build(), 'function-url')).toEqual(payload2);
  });

  test.each<[string, string | undefined, string | undefined, Uint8Array, boolean]>([
    ['text', 'text/html', undefined, Buffer.from('é'), false],
    ['a type built on JSON', 'application/problem+json', undefined, Buffer.from('{}'), false],
    ['a byte order mark', 'text/plain', undefined, Buffer.from('\ufeffx'), false],
    ['UTF-8 without a type', undefined, undefined, Buffer.from('x'), false],
    ['other bytes without a type', undefined, undefined, Buffer.from([0xff]), true],
    ['text that is not UTF-8', 'text/plain', undefined, Buffer.from([0xe9]), true],
    ['text with a Content-Encoding', 'text/plain', 'gzip', Buffer.from('x'), true],
    ['an image', 'image/png', undefined, Buffer.from('x'), true],
    ['YAML', 'application/yaml', undefined, Buffer.from('a: 1\n'), false],
    ['JSON lines', 'application/x-ndjson', undefined, Buffer.from('{}\n{}'), false],
    ['TOML', 'application/toml', undefined, Buffer.from('a = 1'), false],
    ['a playlist', 'application/vnd.apple.mpegurl', undefined, Buffer.from('#EXTM3U'), false],
    ['an unknown type with text', 'application/x-own', undefined, Buffer.from('x'), false],
    ['an unknown type with bytes', 'application/x-own', undefined, Buffer.from([0xff]), true],
    ['a binary type', 'application/octet-stream', undefined, Buffer.from('x'), true],
    ['an archive', 'application/zip', undefined, Buffer.from('PK'), true],
    ['an SVG image', 'image/svg+xml', undefined, Buffer.from('<svg/>'), false],
  ])('sets isBase64Encoded for bytes that are not text: %s', async (_, type, encoding, bytes, flag) => {
    const headers = new Headers();
    if (type !== undefined) headers.set('content-type', type);
    if (encoding !== undefined) headers.set('content-encoding', encoding);
    const result = await fromFetchResponse(new Response(new Uint8Array(bytes), { headers }), 'rest');
    expect([result.body, result.isBase64Encoded ?? false]).toEqual([Buffer.from(bytes).toString(flag ? 'base64' : 'utf8'), flag]);
  });

  test('leaves out headers about the connection', async () => {
    const headers = { 'content-length': '1', 'transfer-encoding': 'chunked', connection: 'close', 'x-a': '1' };
    const result = await fromFetchResponse(new Response(null, { headers }), 'http-2.0');
    expect(result).toEqual({ statusCode: 200, headers: { 'x-a': '1' }, body: '' });
  });

  test('throws a RangeError for Response.error()', async () => {
    await expect(fromFetchResponse(Response.error(), 'rest')).rejects.toThrow(RangeError);
  });

  test('throws a TypeError for a response whose body has been read', async () => {
    const response = new Response('a');
    await response.text();
    await expect(fromFetchResponse(response, 'rest')).rejects.toThrow(
      expect.objectContaining({ name: 'TypeError', path: ['response'], message: expect.stringContaining('whose body has not been read') }),
    );
  });

  test('throws a TypeError for a response whose body is being read', async () => {
    const response = new Response('a');
    response.body?.getReader();
    await expect(fromFetchResponse(response, 'rest')).rejects.toMatchObject({ name: 'TypeError', path: ['response'] });
  });

  test.each([new Blob(['a']), new Request('https://example.com', { method: 'POST', body: 'a' })])(
    'throws a TypeError for another object with a body: %s',
    async (value) => {
      const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: ['response'] });
      await expect(fromFetchResponse(value as unknown as Response, 'rest')).rejects.toThrow(error);
    },
  );

  test.each([undefined, null, {}, 'a'])('throws a TypeError for %j instead of a response', async (response) => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: ['response'] });
    await expect(fromFetchResponse(response as unknown as Response, 'rest')).rejects.toThrow(error);
  });

  test('throws a TypeError for a target that does not exist', async () => {
    const error = expect.objectContaining({ name: 'TypeError', path: ['target'] });
    await expect(fromFetchResponse(new Response(), 'constructor' as unknown as 'rest')).rejects.toThrow(error);
  });
});
