import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Gateway } from 'apigw-proxy';
import { toFetchResponse, toHttp1Bytes, writeToServerResponse } from 'apigw-proxy/http';
import {
  functionError,
  payload,
  type RenderedResponse,
  type RenderTarget,
  renderResult,
  renderStream,
  type StreamedResult,
  streamedBytes,
  streamedResult,
} from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWithSecondParser } from '../http/second-parser.js';
import { codesOf, namesOf, render, textOf, valuesOf } from './responses.js';
import { collect, cut, sourceOf } from './streams.js';

const REST: Gateway<RenderTarget> = { target: 'rest', responseTransferMode: 'STREAM' };
const URL: Gateway<RenderTarget> = { target: 'function-url', invokeMode: 'RESPONSE_STREAM' };
const STREAMING = [REST, URL];
const TYPED = { 'Content-Type': 'text/plain' };

const METADATA = fc.record(
  {
    statusCode: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(0, 204, 304)),
    headers: fc.dictionary(fc.stringMatching(/^[A-Za-z-]{1,8}$/), fc.oneof(fc.string(), fc.integer(), fc.constant('a\r\nb: c'))),
    multiValueHeaders: fc.dictionary(fc.stringMatching(/^x-[a-z]{1,4}$/), fc.array(fc.stringMatching(/^[a-z]{1,4}$/))),
    cookies: fc.array(fc.stringMatching(/^[a-z]=[a-z]{0,4}$/)),
  },
  { requiredKeys: [] },
);

describe('renderResult with a streamed result', () => {
  test('sends status, headers, multiValueHeaders, cookies and a chunked body on REST', () => {
    const metadata = {
      statusCode: 201,
      headers: { ...TYPED, 'x-a': '1' },
      multiValueHeaders: { 'x-m': ['a', 'b'] },
      cookies: ['c=1', 'd=2'],
    };
    const response = render(streamedResult(metadata, 'hello'), REST);
    expect([response.status, textOf(response), codesOf(response)]).toEqual([201, 'hello', []]);
    expect([valuesOf(response, 'x-m'), valuesOf(response, 'set-cookie')]).toEqual([
      ['a', 'b'],
      ['c=1', 'd=2'],
    ]);
    expect([valuesOf(response, 'transfer-encoding'), valuesOf(response, 'content-length')]).toEqual([['chunked'], []]);
  });

  test.each<[string, Gateway<RenderTarget>, StreamedResult, number, string, string[]]>([
    ['empty metadata', REST, streamedResult({}, 'x'), 200, 'x', ['behaviour-assumed']],
    [
      'an unknown key: function-url',
      URL,
      streamedBytes('{"status":418,"headers":{"content-type":"a/b"}}\0\0\0\0\0\0\0\0x', streamedResult({}).contentType),
      200,
      'x',
      ['key-ignored'],
    ],
    ['no metadata: function-url', URL, streamedBytes('plain', 'text/html'), 200, 'plain', []],
    [
      'no metadata: rest',
      REST,
      streamedBytes('plain'),
      500,
      '{"message": "Internal server error"}',
      ['stream-without-prelude', 'answer-assumed'],
    ],
    [
      'missing metadata, although the content type announces it: function-url',
      URL,
      streamedBytes('Not Found', streamedResult({}).contentType),
      502,
      'Internal Server Error',
      ['stream-without-prelude', 'behaviour-assumed'],
    ],
    [
      'an empty stream, although the content type announces metadata: function-url',
      URL,
      streamedBytes('', streamedResult({}).contentType),
      200,
      '',
      ['stream-without-prelude'],
    ],
    [
      'metadata that is not JSON',
      REST,
      streamedBytes(`{${'\0'.repeat(8)}x`),
      500,
      '{"message": "Internal server error"}',
      ['prelude-not-json', 'answer-assumed'],
    ],
    [
      'a status of 0',
      REST,
      streamedResult({ statusCode: 0 }, 'x'),
      500,
      '{"message": "Internal server error"}',
      ['status-code-invalid', 'behaviour-assumed', 'answer-assumed'],
    ],
    [
      'a stream with streaming off: rest',
      { target: 'rest' },
      streamedResult({ statusCode: 201, headers: TYPED }, 'x'),
      201,
      '',
      ['stream-buffered'],
    ],
    [
      'a stream with streaming off: function-url',
      { target: 'function-url' },
      streamedResult({ statusCode: 201, headers: TYPED }, 'x'),
      201,
      '',
      ['stream-buffered'],
    ],
    [
      'a payload, written as a stream, with streaming off',
      { target: 'rest' },
      streamedBytes('{"statusCode":201,"body":"x"}'),
      201,
      'x',
      ['content-type-default'],
    ],
    [
      'a stream on an HTTP API',
      { target: 'http-2.0' },
      streamedResult({ statusCode: 201 }, 'x'),
      500,
      '{"message":"Internal Server Error"}',
      ['stream-unsupported'],
    ],
  ])('returns the response to %s', (_, gateway, result, status, body, codes) => {
    const response = render(result, gateway);
    expect([response.status, textOf(response), codesOf(response)]).toEqual([status, body, codes]);
  });

  test('uses the Content-Length of the function on REST, and remaps it on function URLs', () => {
    const result = streamedResult({ headers: { ...TYPED, 'Content-Length': '5' } }, 'hello');
    expect([valuesOf(render(result, REST), 'content-length'), valuesOf(render(result, REST), 'transfer-encoding')]).toEqual([['5'], []]);
    const url = render(result, URL);
    expect([valuesOf(url, 'x-amzn-remapped-content-length'), valuesOf(url, 'transfer-encoding')]).toEqual([['5'], ['chunked']]);
  });

  test.each<[string, Record<string, string>, string, string[], string[]]>([
    ['too small', { 'Content-Length': '3' }, 'hel', ['3'], ['content-length-wrong']],
    ['too big', { 'Content-Length': '9' }, 'hello', ['5'], ['content-length-wrong']],
    ['not a number', { 'Content-Length': 'x' }, 'hello', [], ['header-dropped']],
    ['beside Transfer-Encoding: chunked', { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }, 'hello', [], ['header-dropped']],
    ['missing beside Transfer-Encoding: chunked', { 'Transfer-Encoding': 'chunked' }, 'hello', [], []],
    ['missing beside another Transfer-Encoding', { 'Transfer-Encoding': 'gzip' }, 'hello', [], ['header-dropped']],
  ])('never lets a wrong Content-Length split the response: %s', (_, headers, body, lengths, codes) => {
    const response = render(streamedResult({ headers: { ...TYPED, ...headers } }, 'hello'), REST);
    expect([textOf(response), valuesOf(response, 'content-length'), codesOf(response)]).toEqual([body, lengths, codes]);
    expect(valuesOf(response, 'transfer-encoding')).toEqual(lengths.length > 0 ? [] : ['chunked']);
  });

  test.each<[string, string, string[]]>([
    ['Content-Length', '5', ['stream-buffered', 'header-remapped']],
    ['Transfer-Encoding', 'chunked', ['stream-buffered', 'header-dropped']],
  ])('sends %s of the function as in any other result, if streaming is off', (name, value, codes) => {
    const response = render(streamedResult({ headers: { ...TYPED, [name]: value } }, 'hello'), { target: 'rest' });
    expect(codesOf(response).sort()).toEqual(codes.sort());
    expect(valuesOf(response, 'content-length')).toEqual(['0']);
    expect(() => toHttp1Bytes(response)).not.toThrow();
  });

  test.each(['chunked', 'Chunked', 'gzip', 'identity', ''])(
    'marks the end on function URLs once, whatever the function sets: %j',
    (coding) => {
      const headers = { ...TYPED, 'Content-Length': '2', 'content-LENGTH': '3', 'transfer-encoding': coding, 'Transfer-Encoding': coding };
      const response = render(streamedResult({ headers }, 'hello'), URL);
      expect([valuesOf(response, 'transfer-encoding'), valuesOf(response, 'content-length')]).toEqual([['chunked'], []]);
      expect(textOf(response)).toBe('hello');
    },
  );

  test.each([204, 304])('sends no body and no Transfer-Encoding with status %d', (statusCode) => {
    for (const gateway of STREAMING) {
      const response = render(streamedResult({ statusCode, headers: TYPED }, 'x'), gateway);
      expect([response.body.length, namesOf(response).includes('Transfer-Encoding'), codesOf(response)]).toEqual([
        0,
        false,
        ['body-dropped'],
      ]);
    }
  });

  test('sends a returned result as the body on a function URL with streaming, and rejects it on REST', () => {
    const result = { statusCode: 404, body: 'x' };
    const response = render(result, URL);
    expect([response.status, textOf(response), codesOf(response)]).toEqual([200, JSON.stringify(result), ['result-not-streamed']]);
    expect(render(result, REST).status).toBe(500);
    expect(textOf(render(payload('{ "a": 1 }'), URL))).toBe('{ "a": 1 }');
    expect(textOf(render(undefined, URL))).toBe('null');
    expect(codesOf(render({ body: 1n }, URL))).toContain('unserialisable-result');
    expect(render(functionError(), URL).status).toBe(502);
  });

  test('returns a response whose HTTP/1.1 bytes a second parser reads back unchanged', () => {
    fc.assert(
      fc.property(
        METADATA,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('GET', 'HEAD'),
        fc.constantFrom(...STREAMING),
        (metadata, body, method, gateway) => {
          const { status, statusText, headers, body: sent } = render(streamedResult(metadata, body), gateway, { method });
          const read = readWithSecondParser(toHttp1Bytes({ status, statusText, headers, body: sent }), method === 'HEAD');
          expect(read).toEqual({ status, statusText, headers: headers.map((field) => [...field]), body: Buffer.from(sent) });
        },
      ),
    );
  });
});

describe('a rendered stream', () => {
  test('can be written to a Node.js response and converted to a Fetch response', async () => {
    const rendered = render(streamedResult({ statusCode: 201, headers: TYPED }, 'hello'), REST);
    const server = createServer((_, response) => writeToServerResponse(rendered, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a server that listens on a port has an AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}`);
    expect([response.status, response.headers.get('transfer-encoding'), await response.text()]).toEqual([201, 'chunked', 'hello']);
    await new Promise((resolve) => server.close(resolve));
    expect(await toFetchResponse(rendered).text()).toBe('hello');
  });
});

describe('renderStream', () => {
  test('returns the response of renderResult, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        METADATA,
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(...STREAMING, { target: 'rest' as const }),
        fc.constantFrom('GET', 'HEAD'),
        async (metadata, body, size, gateway, method) => {
          const result = streamedResult(metadata, body);
          const request = { method, target: '/', headers: [] };
          const whole = renderResult(result, gateway, request);
          fc.pre(!whole.issues.some(({ code }) => code === 'content-length-wrong'));
          const { body: stream, ...rest } = await renderStream(sourceOf(cut(result.bytes, size)).stream, gateway, request);
          const { body: bytes, issues, ...expected }: RenderedResponse = whole;
          expect(rest).toEqual({ ...expected, issues: issues.filter(({ code }) => code !== 'body-dropped') });
          expect(Buffer.from(await collect(stream))).toEqual(Buffer.from(bytes));
        },
      ),
    );
  });

  test('returns after the metadata, then reads only as fast as its own body is read', async () => {
    const { bytes } = streamedResult({ headers: TYPED });
    const source = sourceOf([bytes.subarray(0, 5), bytes.subarray(5), 'a', 'b', 'c']);
    const { body } = await renderStream(source.stream, REST);
    expect(source.pulled()).toBe(2);
    const reader = body.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('a');
    expect(source.pulled()).toBe(3);
    await reader.cancel();
    expect(source.isCancelled()).toBe(true);
  });

  test('returns after the first chunk if the content type shows that there is no metadata', async () => {
    const source = sourceOf(['a', 'b', 'c']);
    const response = await renderStream(source.stream, URL, undefined, { contentType: () => 'text/html' });
    expect([response.status, response.headers.find(([name]) => name === 'Content-Type')]).toEqual([200, ['Content-Type', 'text/html']]);
    expect(source.pulled()).toBe(1);
    expect(Buffer.from(await collect(response.body)).toString()).toBe('abc');
  });

  test.each([
    ['cuts a longer body', '3', ['hel', 'lo'], 'hel'],
    ['keeps a body that fits', '5', ['hel', 'lo'], 'hello'],
    ['sends nothing for a length of 0', '0', ['hel', 'lo'], ''],
  ])('respects Content-Length: %s', async (_, length, chunks, expected) => {
    const { bytes } = streamedResult({ headers: { ...TYPED, 'Content-Length': length } });
    const { body, headers } = await renderStream(sourceOf([bytes, ...chunks]).stream, REST);
    expect(headers).toContainEqual(['Content-Length', length]);
    expect(Buffer.from(await collect(body)).toString()).toBe(expected);
  });

  test('fails the body if the stream fails, or ends before its Content-Length', async () => {
    const { bytes } = streamedResult({ headers: TYPED });
    const broken = await renderStream(sourceOf([bytes, 'a', new Error('no')]).stream, REST);
    await expect(collect(broken.body)).rejects.toThrow('no');
    const short = await renderStream(sourceOf([streamedResult({ headers: { 'Content-Length': '5' } }).bytes, 'a']).stream, REST);
    await expect(collect(short.body)).rejects.toThrow('4 bytes short');
  });

  test.each<[string, (string | Error)[], number, string]>([
    ['a stream that fails immediately', [new Error('no')], 502, 'stream-failed'],
    ['a stream without metadata', ['x'.repeat(20_000)], 500, 'stream-without-prelude'],
    ['an empty stream', [], 500, 'stream-without-prelude'],
  ])('returns an error response to %s', async (_, chunks, status, code) => {
    const response = await renderStream(sourceOf(chunks).stream, REST);
    expect([response.status, response.ok, response.issues[0]?.code]).toEqual([status, false, code]);
    expect((await collect(response.body)).length).toBe(36);
  });

  test('accepts everything that renderResult accepts', async () => {
    const { body, ...response } = await renderStream({ statusCode: 201, body: 'x' }, { target: 'rest' });
    expect([response.status, Buffer.from(await collect(body)).toString()]).toEqual([201, 'x']);
    expect((await renderStream(streamedResult({ statusCode: 202 }, 'x'), REST)).status).toBe(202);
    expect((await renderStream(functionError(), REST)).status).toBe(502);
  });

  test('reads the whole payload if the gateway does not stream', async () => {
    const response = await renderStream(sourceOf(['{"statusCode":2', '01,"body":"x"}']).stream, { target: 'http-2.0' });
    expect([response.status, Buffer.from(await collect(response.body)).toString()]).toEqual([201, 'x']);
  });

  test('rejects a payload that breaks off', async () => {
    const response = await renderStream(sourceOf(['{"statusCode":2', new Error('no')]).stream, { target: 'rest' });
    expect([response.status, response.ok]).toEqual([502, false]);
  });

  test('reads at most 16 KB before it answers', async () => {
    const source = sourceOf(Array<string>(40).fill('x'.repeat(1024)));
    expect((await renderStream(source.stream, REST)).issues[0]?.code).toBe('stream-without-prelude');
    expect(source.pulled()).toBe(16);
  });

  test('reads a payload of any length, wherever its characters are cut', async () => {
    const text = 'é€😀'.repeat(4000);
    const source = sourceOf(cut(Buffer.from(JSON.stringify({ statusCode: 201, body: text })), 1001));
    const { status, body } = await renderStream(source.stream, { target: 'http-2.0' });
    expect([status, Buffer.from(await collect(body)).toString()]).toEqual([201, text]);
  });

  test('rejects a payload that breaks off after its start, even if the start is JSON', async () => {
    const response = await renderStream(sourceOf(['1'.repeat(20_000), new Error('no')]).stream, { target: 'http-2.0' });
    expect([response.status, response.issues]).toEqual([500, [expect.objectContaining({ code: 'payload-not-json' })]]);
  });

  test('says why a stream failed', async () => {
    const stream = new ReadableStream({ start: (controller) => controller.enqueue('text') });
    const { issues } = await renderStream(stream, REST);
    expect(issues[0]).toMatchObject({ code: 'stream-failed', path: [], found: 'it contains something other than bytes' });
  });

  test('answers a preflight request and cancels the stream', async () => {
    const source = sourceOf(['x']);
    const headers = [['Origin', 'https://a.example'] as const, ['Access-Control-Request-Method', 'PUT'] as const];
    const response = await renderStream(
      source.stream,
      { ...URL, cors: { allowOrigins: ['*'] } },
      { method: 'OPTIONS', target: '/', headers },
    );
    expect([response.status, source.isCancelled()]).toEqual([204, true]);
  });

  test('never throws for any bytes, and sets ok exactly if there is no error', async () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.jsonValue().map((value) => Buffer.from(`${JSON.stringify(value)}${'\0'.repeat(8)}x`)),
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom(...STREAMING, { target: 'rest' as const }, { target: 'http-1.0' as const }),
        async (written, gateway) => {
          const { ok, issues, headers, status, statusText } = await renderStream(sourceOf([written]).stream, gateway);
          expect(ok).toBe(!issues.some(({ severity }) => severity === 'error'));
          toHttp1Bytes({ status, statusText, headers, body: new Uint8Array(0) });
        },
      ),
    );
  });

  test('does not throw for a locked stream, a stream of text, or values that are not streams', async () => {
    const locked = sourceOf(['x']).stream;
    locked.getReader();
    const texts = new ReadableStream({ start: (controller) => controller.enqueue('text') });
    for (const result of [locked, texts, { getReader: () => 1 }, { getReader: 1 }, undefined, 1n]) {
      expect((await renderStream(result, REST)).status).toBeGreaterThanOrEqual(500);
    }
  });

  test('returns a body that can be piped to a Node.js response', async () => {
    const server = createServer(async (_, response) => {
      const { status, statusText, headers, body } = await renderStream(
        sourceOf([streamedResult({ statusCode: 201, headers: TYPED }).bytes, 'a', 'b']).stream,
        REST,
      );
      response.writeHead(status, statusText, headers.flat());
      await pipeline(Readable.from(body), response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a server that listens on a port has an AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}`);
    expect([response.status, response.headers.get('transfer-encoding'), await response.text()]).toEqual([201, 'chunked', 'ab']);
    await new Promise((resolve) => server.close(resolve));
  });
});
