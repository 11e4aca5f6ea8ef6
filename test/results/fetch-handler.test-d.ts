import {
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  type APIGatewayProxyHandler,
  type APIGatewayProxyHandlerV2,
  buildHttpEvent,
  buildRestEvent,
  type LambdaFunctionURLEvent,
  type LambdaFunctionURLHandler,
} from 'apigw-proxy';
import { createLocalApi, invoke } from 'apigw-proxy/local';
import { type FetchHandler, type FetchStreamHandler, fetchHandler, type Result } from 'apigw-proxy/results';
import type * as theirs from 'aws-lambda';
import { Hono } from 'hono';
import { describe, expectTypeOf, test } from 'vitest';

describe('fetchHandler', () => {
  const handler = fetchHandler(() => new Response());
  const streaming = fetchHandler(() => new Response(), { stream: true });

  test('returns a handler for every kind of HTTP event, or a streaming handler', () => {
    expectTypeOf(handler).toEqualTypeOf<FetchHandler>();
    expectTypeOf(fetchHandler(() => new Response(), { stream: false })).toEqualTypeOf<FetchHandler>();
    expectTypeOf(streaming).toEqualTypeOf<FetchStreamHandler>();
    expectTypeOf(handler(buildRestEvent())).resolves.toEqualTypeOf<Result<'rest' | 'http-1.0'>>();
    expectTypeOf(handler(buildHttpEvent())).resolves.toEqualTypeOf<Result<'http-2.0' | 'function-url'>>();
  });

  test('fits our handler types and those of @types/aws-lambda', () => {
    expectTypeOf(handler).toExtend<APIGatewayProxyHandler>();
    expectTypeOf(handler).toExtend<APIGatewayProxyHandlerV2>();
    expectTypeOf(handler).toExtend<LambdaFunctionURLHandler>();
    expectTypeOf(handler).toExtend<theirs.APIGatewayProxyHandler>();
    expectTypeOf(handler).toExtend<theirs.APIGatewayProxyHandlerV2>();
    expectTypeOf(handler).toExtend<theirs.LambdaFunctionURLHandler>();
  });

  test('accepts any event of our types and of @types/aws-lambda', () => {
    expectTypeOf<APIGatewayProxyEvent | APIGatewayProxyEventV2 | LambdaFunctionURLEvent>().toExtend<Parameters<FetchStreamHandler>[0]>();
    expectTypeOf(handler({} as APIGatewayProxyEvent)).resolves.toExtend<theirs.APIGatewayProxyResult>();
    expectTypeOf(handler({} as theirs.APIGatewayProxyEvent)).resolves.toExtend<theirs.APIGatewayProxyResult>();
    expectTypeOf(handler({} as theirs.APIGatewayProxyEventV2)).resolves.toExtend<theirs.APIGatewayProxyStructuredResultV2>();
  });

  test('fits local APIs and invoke', () => {
    createLocalApi({ target: 'rest', routes: { $default: handler, 'GET /a': streaming } });
    createLocalApi({ target: 'http-2.0', routes: { $default: handler, 'GET /a': streaming } });
    createLocalApi({ target: 'function-url', invokeMode: 'RESPONSE_STREAM', routes: { $default: streaming } });
    expectTypeOf(invoke(streaming, buildRestEvent())).resolves.toHaveProperty('ok');
  });

  test('accepts apps of frameworks', () => {
    expectTypeOf(fetchHandler(new Hono())).toEqualTypeOf<FetchHandler>();
    expectTypeOf(fetchHandler(new Hono<{ Bindings: { event: theirs.APIGatewayProxyEventV2 } }>())).toEqualTypeOf<FetchHandler>();
    expectTypeOf(fetchHandler({ fetch: async (request: Request) => new Response(request.url) })).toEqualTypeOf<FetchHandler>();
    // @ts-expect-error The app returns a string.
    fetchHandler(() => 'hello');
  });
});
