import type { Gateway, HttpResponse } from 'apigw-proxy';
import { type IssueCode, type RenderedResponse, type RenderTarget, renderResult } from 'apigw-proxy/render';
import { describe, expectTypeOf, test } from 'vitest';

describe('renderResult', () => {
  test('takes every target but WebSocket', () => {
    expectTypeOf(renderResult).parameter(1).toEqualTypeOf<Gateway<RenderTarget>>();
    expectTypeOf<RenderTarget>().toEqualTypeOf<'rest' | 'http-1.0' | 'http-2.0' | 'function-url'>();
    // @ts-expect-error: the answer to a WebSocket message is a frame.
    renderResult({}, { target: 'websocket' });
  });

  test('gives an HTTP response', () => {
    expectTypeOf(renderResult).returns.toEqualTypeOf<RenderedResponse>();
    expectTypeOf<RenderedResponse>().toExtend<HttpResponse>();
  });
});

describe('IssueCode', () => {
  test('is a union of literals', () => {
    expectTypeOf<'unknown-key' | 'function-error'>().toExtend<IssueCode>();
    expectTypeOf<string>().not.toExtend<IssueCode>();
  });
});
