import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyResult,
  APIGatewayProxyStructuredResultV2,
  APIGatewayProxyWebsocketResult,
} from 'apigw-proxy';
import { type Result, resultsFor } from 'apigw-proxy/results';
import type {
  APIGatewayProxyHandlerV2 as TheirHandlerV2,
  APIGatewayProxyResult as TheirResult,
  APIGatewayProxyStructuredResultV2 as TheirResultV2,
} from 'aws-lambda';
import { describe, expectTypeOf, test } from 'vitest';

describe('a result', () => {
  const rest = resultsFor('rest').json({});
  const http1 = resultsFor('http-1.0').json({});
  const http2 = resultsFor('http-2.0').json({});
  const url = resultsFor('function-url').json({});
  const frame = resultsFor('websocket').json({});

  test('fits the result type of its target, ours and the one of @types/aws-lambda', () => {
    expectTypeOf(rest).toExtend<APIGatewayProxyResult>();
    expectTypeOf(rest).toExtend<TheirResult>();
    expectTypeOf(http1).toExtend<APIGatewayProxyResult>();
    expectTypeOf(http2).toExtend<APIGatewayProxyStructuredResultV2>();
    expectTypeOf(http2).toExtend<TheirResultV2>();
    expectTypeOf(url).toExtend<APIGatewayProxyStructuredResultV2>();
    expectTypeOf(frame).toExtend<APIGatewayProxyWebsocketResult>();
  });

  test('does not fit another target', () => {
    expectTypeOf(rest).not.toExtend<APIGatewayProxyStructuredResultV2>();
    expectTypeOf(rest).not.toExtend<TheirResultV2>();
    expectTypeOf(http2).not.toExtend<APIGatewayProxyResult>();
    expectTypeOf(http2).not.toExtend<TheirResult>();
    expectTypeOf(rest).not.toExtend<Result<'http-1.0'>>();
    expectTypeOf(http1).not.toExtend<Result<'rest'>>();
    expectTypeOf(http2).not.toExtend<Result<'function-url'>>();
    expectTypeOf(url).not.toExtend<Result<'http-2.0'>>();
    expectTypeOf(frame).not.toExtend<Result<'rest'>>();
  });

  test('can be the return value of a handler', () => {
    const { json } = resultsFor('http-2.0');
    const handler = async (_event: APIGatewayProxyEventV2) => json({ ok: true });
    expectTypeOf(handler).returns.resolves.toEqualTypeOf<Result<'http-2.0'>>();
    expectTypeOf(async () => json({ ok: true })).toExtend<TheirHandlerV2>();
  });
});

describe('resultsFor', () => {
  test('has no HTML pages and no cookies for WebSocket APIs', () => {
    expectTypeOf(resultsFor('websocket')).not.toHaveProperty('html');
    expectTypeOf(resultsFor('websocket').json).parameter(1).exclude<undefined>().not.toHaveProperty('cookies');
  });
});
