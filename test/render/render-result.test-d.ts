import type { Gateway, HttpResponse, HttpResponseStreamMetadata } from 'apigw-proxy';
import {
  type GatewayResponses,
  type IssueCode,
  type RenderedMessage,
  type RenderedResponse,
  type RenderedStream,
  type RenderTarget,
  renderMessage,
  renderResult,
  renderStream,
  type StreamedResult,
  streamedResult,
} from 'apigw-proxy/render';
import { describe, expect, expectTypeOf, test } from 'vitest';

describe('renderResult', () => {
  test('accepts settings of every target', () => {
    expectTypeOf(renderResult).parameter(1).toEqualTypeOf<Gateway>();
    const gateway: Gateway = { target: 'rest' };
    expect(renderResult({}, gateway).status).toBe(200);
    expectTypeOf<RenderTarget>().toEqualTypeOf<'rest' | 'http-1.0' | 'http-2.0' | 'function-url'>();
  });

  test('returns an HTTP response', () => {
    expectTypeOf(renderResult).returns.toEqualTypeOf<RenderedResponse>();
    expectTypeOf<RenderedResponse>().toExtend<HttpResponse>();
  });
});

describe('renderMessage', () => {
  test('accepts the settings of a WebSocket API and returns text or undefined', () => {
    expectTypeOf(renderMessage).parameter(1).toEqualTypeOf<Gateway<'websocket'>>();
    expectTypeOf<RenderedMessage['frame']>().toEqualTypeOf<string | undefined>();
  });
});

describe('renderStream', () => {
  test('returns a response whose body is a stream', () => {
    expectTypeOf(renderStream).returns.resolves.toEqualTypeOf<RenderedStream>();
    expectTypeOf<RenderedStream['body']>().toEqualTypeOf<ReadableStream<Uint8Array>>();
    // @ts-expect-error: a WebSocket API does not stream.
    expect(renderStream({}, { target: 'websocket', route: '$connect' })).rejects.toThrow();
  });
});

describe('streamedResult', () => {
  test('accepts the metadata of HttpResponseStream', () => {
    expectTypeOf(streamedResult).parameter(0).toEqualTypeOf<HttpResponseStreamMetadata>();
    expectTypeOf(streamedResult).returns.toEqualTypeOf<StreamedResult>();
  });
});

describe('GatewayResponses', () => {
  test('use the names of AWS', () => {
    expectTypeOf<'DEFAULT_5XX' | 'WAF_FILTERED'>().toExtend<keyof GatewayResponses>();
    expectTypeOf<'DEFAULT_3XX'>().not.toExtend<keyof GatewayResponses>();
  });
});

describe('IssueCode', () => {
  test('is a union of string literals', () => {
    expectTypeOf<'unknown-key' | 'function-error'>().toExtend<IssueCode>();
    expectTypeOf<string>().not.toExtend<IssueCode>();
  });
});
