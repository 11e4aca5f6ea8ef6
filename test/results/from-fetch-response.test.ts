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
  test.each(TARGETS)('keeps status, fields, cookies and bytes through the gateway: %s', async (target) => {
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

  test('gives each payload format what it carries', async () => {
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
    ['JSON by any name', 'application/problem+json', undefined, Buffer.from('{}'), false],
    ['a byte order mark', 'text/plain', undefined, Buffer.from('\ufeffx'), false],
    ['what has no type and is UTF-8', undefined, undefined, Buffer.from('x'), false],
    ['what has no type and is not', undefined, undefined, Buffer.from([0xff]), true],
    ['text that is no UTF-8', 'text/plain', undefined, Buffer.from([0xe9]), true],
    ['what is encoded', 'text/plain', 'gzip', Buffer.from('x'), true],
    ['an image', 'image/png', undefined, Buffer.from('x'), true],
    ['an image of text', 'image/svg+xml', undefined, Buffer.from('<svg/>'), false],
  ])('has the flag for what is no text: %s', async (_, type, encoding, bytes, flag) => {
    const headers = new Headers();
    if (type !== undefined) headers.set('content-type', type);
    if (encoding !== undefined) headers.set('content-encoding', encoding);
    const result = await fromFetchResponse(new Response(new Uint8Array(bytes), { headers }), 'rest');
    expect([result.body, result.isBase64Encoded ?? false]).toEqual([Buffer.from(bytes).toString(flag ? 'base64' : 'utf8'), flag]);
  });

  test('leaves out the fields of the connection', async () => {
    const headers = { 'content-length': '1', 'transfer-encoding': 'chunked', connection: 'close', 'x-a': '1' };
    const result = await fromFetchResponse(new Response(null, { headers }), 'http-2.0');
    expect(result).toEqual({ statusCode: 200, headers: { 'x-a': '1' }, body: '' });
  });

  test('refuses what cannot be sent', async () => {
    await expect(fromFetchResponse(Response.error(), 'rest')).rejects.toThrow(RangeError);
  });
});
