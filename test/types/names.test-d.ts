import type * as powertools from '@aws-lambda-powertools/parser/types';
import middy from '@middy/core';
import type * as aws from 'aws-lambda';
import { describe, expectTypeOf, test } from 'vitest';
import {
  type APIGatewayAuthorizerResult,
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  type APIGatewayProxyHandler,
  type APIGatewayProxyHandlerV2,
  type APIGatewayProxyResult,
  type APIGatewayProxyResultV2,
  type APIGatewayProxyWebsocketConnectEvent,
  type APIGatewayProxyWebsocketMessageEvent,
  type APIGatewayRequestAuthorizerEvent,
  type APIGatewayRequestAuthorizerEventV2,
  type APIGatewayTokenAuthorizerEvent,
  type APIGatewayTokenAuthorizerHandler,
  buildHttpEvent,
  buildRestEvent,
  buildWebsocketSession,
  type LambdaContext,
  type LambdaFunctionURLEvent,
  type LambdaFunctionURLHandler,
} from '../../src/index.js';

// Nothing here runs: the compiler is the test. `as` converts between the types of two packages. The compiler allows it for types that only
// differ in what may be null or absent, and rejects it for types with different meanings.

const rest = buildRestEvent();
const http = buildHttpEvent();
const websocket = buildWebsocketSession();
declare const context: LambdaContext;

describe('@types/aws-lambda', () => {
  test('has events that can be cast to ours', () => {
    const take = (one: aws.APIGatewayProxyEvent, two: aws.APIGatewayProxyEventV2, by: aws.LambdaFunctionURLEvent): unknown[] => [
      one as APIGatewayProxyEvent,
      two as APIGatewayProxyEventV2,
      by as LambdaFunctionURLEvent,
    ];
    const authorize = (
      token: aws.APIGatewayTokenAuthorizerEvent,
      one: aws.APIGatewayRequestAuthorizerEvent,
      two: aws.APIGatewayRequestAuthorizerEventV2,
    ): unknown[] => [
      token satisfies APIGatewayTokenAuthorizerEvent,
      one as APIGatewayRequestAuthorizerEvent,
      two as APIGatewayRequestAuthorizerEventV2,
    ];
    expectTypeOf([take, authorize]).toBeArray();
  });

  test('has handler types that ours can be cast to', () => {
    const export_ = (
      restful: APIGatewayProxyHandler,
      handler: APIGatewayProxyHandlerV2,
      byUrl: LambdaFunctionURLHandler,
      token: APIGatewayTokenAuthorizerHandler,
    ): unknown[] => [
      restful as aws.APIGatewayProxyHandler,
      handler as aws.APIGatewayProxyHandlerV2,
      byUrl as aws.LambdaFunctionURLHandler,
      token as aws.APIGatewayTokenAuthorizerHandler,
    ];
    expectTypeOf(export_).toBeFunction();
  });

  test('has results and a context that match ours', () => {
    expectTypeOf<LambdaContext>().toExtend<aws.Context>();
    expectTypeOf<aws.Context>().toExtend<LambdaContext>();
    const results = (
      one: aws.APIGatewayProxyResult,
      two: aws.APIGatewayProxyResultV2,
      policy: aws.APIGatewayAuthorizerResult,
    ): unknown[] => [
      one as APIGatewayProxyResult as aws.APIGatewayProxyResult,
      two as APIGatewayProxyResultV2 as aws.APIGatewayProxyResultV2,
      policy as APIGatewayAuthorizerResult as aws.APIGatewayAuthorizerResult,
    ];
    expectTypeOf(results).toBeFunction();
  });

  test('has no cast between payload formats', () => {
    // @ts-expect-error A payload 2.0 event is not a payload 1.0 event.
    expectTypeOf(http as aws.APIGatewayProxyEvent);
    // @ts-expect-error A payload 1.0 event is not a payload 2.0 event.
    expectTypeOf(rest as aws.APIGatewayProxyEventV2);
  });

  test('has a WebSocket event for messages only', () => {
    const cast = (connect: APIGatewayProxyWebsocketConnectEvent, message: APIGatewayProxyWebsocketMessageEvent): unknown[] => [
      message as aws.APIGatewayProxyWebsocketEventV2,
      // @ts-expect-error It requires a `messageId`, which a `$connect` event doesn't have.
      connect as aws.APIGatewayProxyWebsocketEventV2,
    ];
    expectTypeOf(cast).toBeFunction();
  });
});

describe('@aws-lambda-powertools/parser', () => {
  test('has events that can be cast to ours and back', () => {
    const take = (one: powertools.APIGatewayProxyEvent, two: powertools.APIGatewayProxyEventV2): unknown[] => [
      one as APIGatewayProxyEvent,
      two as APIGatewayProxyEventV2,
    ];
    const give = (one: APIGatewayProxyEvent, two: APIGatewayProxyEventV2, url: LambdaFunctionURLEvent): unknown[] => [
      one as powertools.APIGatewayProxyEvent,
      two as powertools.APIGatewayProxyEventV2,
      url as powertools.LambdaFunctionUrlEvent,
    ];
    expectTypeOf([take, give]).toBeArray();
  });

  test('has a WebSocket event that API Gateway never sends', () => {
    // @ts-expect-error It requires `type` and `methodArn`, which only an authorizer's event has.
    expectTypeOf(websocket.message('') as powertools.APIGatewayProxyWebsocketEvent);
  });
});

describe('middy', () => {
  test('wraps our handlers and keeps their types', () => {
    const restful = (handler: APIGatewayProxyHandler): APIGatewayProxyHandler => middy(handler);
    const httpful = (handler: APIGatewayProxyHandlerV2<number>): APIGatewayProxyHandlerV2<number> => middy(handler);
    expectTypeOf([restful, httpful]).toBeArray();
  });
});
