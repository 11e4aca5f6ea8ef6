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

describe('renderResult of what was streamed', () => {
  test('sends status, headers, lists, cookies and the body as chunks: rest', () => {
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
    ['no metadata: function-url', URL, streamedBytes('plain', 'text/html'), 200, 'plain', ['behaviour-assumed']],
    [
      'no metadata: rest',
      REST,
      streamedBytes('plain'),
      500,
      '{"message": "Internal server error"}',
      ['stream-without-prelude', 'answer-assumed'],
    ],
    [
      'metadata that never came: function-url',
      URL,
      streamedBytes('', streamedResult({}).contentType),
      502,
      'Internal Server Error',
      ['stream-without-prelude', 'answer-assumed'],
    ],
    [
      'metadata that is no JSON',
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
    ['a buffered REST API', { target: 'rest' }, streamedResult({ statusCode: 201, headers: TYPED }, 'x'), 201, '', ['stream-buffered']],
    [
      'a buffered function URL',
      { target: 'function-url' },
      streamedResult({ statusCode: 201, headers: TYPED }, 'x'),
      201,
      '',
      ['stream-buffered'],
    ],
    [
      'a written payload where nothing streams',
      { target: 'rest' },
      streamedBytes('{"statusCode":201,"body":"x"}'),
      201,
      'x',
      ['content-type-default'],
    ],
    [
      'an HTTP API',
      { target: 'http-2.0' },
      streamedResult({ statusCode: 201 }, 'x'),
      500,
      '{"message":"Internal Server Error"}',
      ['stream-unsupported'],
    ],
  ])('answers to %s', (_, gateway, result, status, body, codes) => {
    const response = render(result, gateway);
    expect([response.status, textOf(response), codesOf(response)]).toEqual([status, body, codes]);
  });

  test('takes the length that the function states, REST alone', () => {
    const result = streamedResult({ headers: { ...TYPED, 'Content-Length': '5' } }, 'hello');
    expect([valuesOf(render(result, REST), 'content-length'), valuesOf(render(result, REST), 'transfer-encoding')]).toEqual([['5'], []]);
    const url = render(result, URL);
    expect([valuesOf(url, 'x-amzn-remapped-content-length'), valuesOf(url, 'transfer-encoding')]).toEqual([['5'], ['chunked']]);
  });

  test.each<[string, Record<string, string>, string, string[], string[]]>([
    ['is too small', { 'Content-Length': '3' }, 'hel', ['3'], ['content-length-wrong']],
    ['is too big', { 'Content-Length': '9' }, 'hello', ['5'], ['content-length-wrong']],
    ['is none', { 'Content-Length': 'x' }, 'hello', [], ['header-dropped']],
    ['stands beside chunked', { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }, 'hello', [], ['header-dropped']],
    ['is not needed beside chunked', { 'Transfer-Encoding': 'chunked' }, 'hello', [], []],
    ['is not helped by another coding', { 'Transfer-Encoding': 'gzip' }, 'hello', [], ['header-dropped']],
  ])('never lets a length split the response that %s', (_, headers, body, lengths, codes) => {
    const response = render(streamedResult({ headers: { ...TYPED, ...headers } }, 'hello'), REST);
    expect([textOf(response), valuesOf(response, 'content-length'), codesOf(response)]).toEqual([body, lengths, codes]);
    expect(valuesOf(response, 'transfer-encoding')).toEqual(lengths.length > 0 ? [] : ['chunked']);
  });

  test.each([204, 304])('sends neither body nor chunks with a %d', (statusCode) => {
    for (const gateway of STREAMING) {
      const response = render(streamedResult({ statusCode, headers: TYPED }, 'x'), gateway);
      expect([response.body.length, namesOf(response).includes('Transfer-Encoding'), codesOf(response)]).toEqual([
        0,
        false,
        ['body-dropped'],
      ]);
    }
  });

  test('sends, of a function URL that streams, a result that was not streamed as it is', () => {
    const result = { statusCode: 404, body: 'x' };
    const response = render(result, URL);
    expect([response.status, textOf(response), codesOf(response)]).toEqual([200, JSON.stringify(result), ['result-not-streamed']]);
    expect(render(result, REST).status).toBe(500);
    expect(textOf(render(payload('{ "a": 1 }'), URL))).toBe('{ "a": 1 }');
    expect(textOf(render(undefined, URL))).toBe('null');
    expect(codesOf(render({ body: 1n }, URL))).toContain('unserialisable-result');
    expect(render(functionError(), URL).status).toBe(502);
  });

  test('reads back, as HTTP/1.1 bytes, as it was sent', () => {
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

describe('a response in chunks that is at hand', () => {
  test('is written to a Node response and to a Fetch response as any other', async () => {
    const rendered = render(streamedResult({ statusCode: 201, headers: TYPED }, 'hello'), REST);
    const server = createServer((_, response) => writeToServerResponse(rendered, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a listening TCP server has one
    const response = await fetch(`http://127.0.0.1:${port}`);
    expect([response.status, response.headers.get('transfer-encoding'), await response.text()]).toEqual([201, 'chunked', 'hello']);
    await new Promise((resolve) => server.close(resolve));
    expect(await toFetchResponse(rendered).text()).toBe('hello');
  });
});

describe('renderStream', () => {
  test('gives what renderResult gives, however the stream is cut', async () => {
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

  test('reads no further than the metadata before it answers, and then as fast as it is read', async () => {
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

  test('passes on at once what has no metadata, where the function has set another type', async () => {
    const source = sourceOf(['a', 'b', 'c']);
    const response = await renderStream(source.stream, URL, undefined, { contentType: () => 'text/html' });
    expect([response.status, response.headers.find(([name]) => name === 'Content-Type')]).toEqual([200, ['Content-Type', 'text/html']]);
    expect(source.pulled()).toBe(1);
    expect(Buffer.from(await collect(response.body)).toString()).toBe('abc');
  });

  test.each([
    ['that is too long is cut', '3', ['hel', 'lo'], 'hel'],
    ['that fits is whole', '5', ['hel', 'lo'], 'hello'],
    ['of nothing is nothing', '0', ['hel', 'lo'], ''],
  ])('keeps to a stated length: a body %s', async (_, length, chunks, expected) => {
    const { bytes } = streamedResult({ headers: { ...TYPED, 'Content-Length': length } });
    const { body, headers } = await renderStream(sourceOf([bytes, ...chunks]).stream, REST);
    expect(headers).toContainEqual(['Content-Length', length]);
    expect(Buffer.from(await collect(body)).toString()).toBe(expected);
  });

  test('breaks off where the function does', async () => {
    const { bytes } = streamedResult({ headers: TYPED });
    const broken = await renderStream(sourceOf([bytes, 'a', new Error('no')]).stream, REST);
    await expect(collect(broken.body)).rejects.toThrow('no');
    const short = await renderStream(sourceOf([streamedResult({ headers: { 'Content-Length': '5' } }).bytes, 'a']).stream, REST);
    await expect(collect(short.body)).rejects.toThrow('4 bytes short');
  });

  test.each<[string, (string | Error)[], number, string]>([
    ['a stream that breaks at once', [new Error('no')], 502, 'stream-failed'],
    ['a stream without metadata', ['x'.repeat(20_000)], 500, 'stream-without-prelude'],
    ['an empty stream', [], 500, 'stream-without-prelude'],
  ])('answers by itself to %s', async (_, chunks, status, code) => {
    const response = await renderStream(sourceOf(chunks).stream, REST);
    expect([response.status, response.ok, response.issues[0]?.code]).toEqual([status, false, code]);
    expect((await collect(response.body)).length).toBe(36);
  });

  test('takes whatever renderResult takes', async () => {
    const { body, ...response } = await renderStream({ statusCode: 201, body: 'x' }, { target: 'rest' });
    expect([response.status, Buffer.from(await collect(body)).toString()]).toEqual([201, 'x']);
    expect((await renderStream(streamedResult({ statusCode: 202 }, 'x'), REST)).status).toBe(202);
    expect((await renderStream(functionError(), REST)).status).toBe(502);
  });

  test('waits for all of a payload where the gateway does not stream', async () => {
    const response = await renderStream(sourceOf(['{"statusCode":2', '01,"body":"x"}']).stream, { target: 'http-2.0' });
    expect([response.status, Buffer.from(await collect(response.body)).toString()]).toEqual([201, 'x']);
  });

  test('refuses half of a payload', async () => {
    const response = await renderStream(sourceOf(['{"statusCode":2', new Error('no')]).stream, { target: 'rest' });
    expect([response.status, response.ok]).toEqual([502, false]);
  });

  test('answers a preflight request by itself and tells the function', async () => {
    const source = sourceOf(['x']);
    const headers = [['Origin', 'https://a.example'] as const, ['Access-Control-Request-Method', 'PUT'] as const];
    const response = await renderStream(
      source.stream,
      { ...URL, cors: { allowOrigins: ['*'] } },
      { method: 'OPTIONS', target: '/', headers },
    );
    expect([response.status, source.isCancelled()]).toEqual([204, true]);
  });

  test('never throws on what is written, and is ok exactly without an error', async () => {
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

  test('does not throw on a stream that is in use, holds no bytes, or is none', async () => {
    const locked = sourceOf(['x']).stream;
    locked.getReader();
    const texts = new ReadableStream({ start: (controller) => controller.enqueue('text') });
    for (const result of [locked, texts, { getReader: () => 1 }, { getReader: 1 }, undefined, 1n]) {
      expect((await renderStream(result, REST)).status).toBeGreaterThanOrEqual(500);
    }
  });

  test("is written to a Node response and read by fetch, which sees the function's chunks as they come", async () => {
    const server = createServer(async (_, response) => {
      const { status, statusText, headers, body } = await renderStream(
        sourceOf([streamedResult({ statusCode: 201, headers: TYPED }).bytes, 'a', 'b']).stream,
        REST,
      );
      response.writeHead(status, statusText, headers.flat());
      await pipeline(Readable.from(body), response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a listening TCP server has one
    const response = await fetch(`http://127.0.0.1:${port}`);
    expect([response.status, response.headers.get('transfer-encoding'), await response.text()]).toEqual([201, 'chunked', 'ab']);
    await new Promise((resolve) => server.close(resolve));
  });
});
