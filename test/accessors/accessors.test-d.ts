import {
  type APIGatewayCognitoAuthorizerContext,
  type APIGatewayEventJWTAuthorizer,
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  bodyJson,
  buildHttpEvent,
  claims,
  cookies,
  type ExecuteApiArn,
  formatExecuteApiArn,
  type InvokingEvent,
  type LambdaFunctionURLEvent,
  type PathParameters,
  pathParameters,
  query,
  type RequestEvent,
} from 'apigw-proxy';
import { type } from 'arktype';
import type {
  APIGatewayProxyWithCognitoAuthorizerEvent as TheirCognitoEvent,
  APIGatewayProxyEventV2 as TheirEventV2,
  LambdaFunctionURLEvent as TheirUrlEvent,
  APIGatewayProxyWebsocketEventV2 as TheirWebsocketEvent,
} from 'aws-lambda';
import * as v from 'valibot';
import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';

describe('a Standard Schema', () => {
  const event = buildHttpEvent();

  test('gives an accessor its output type', () => {
    expectTypeOf(bodyJson(event, z.object({ name: z.string().transform(Number) }))).toEqualTypeOf<{ name: number }>();
    expectTypeOf(query(event, v.object({ page: v.pipe(v.string(), v.transform(Number)) }))).toEqualTypeOf<{ page: number }>();
    expectTypeOf(pathParameters(event, type({ id: 'string.numeric.parse' }))).toEqualTypeOf<{ id: number }>();
    expectTypeOf(claims(event, z.object({ sub: z.string() }))).toEqualTypeOf<{ sub: string }>();
    expectTypeOf(cookies(event, v.object({ session: v.string() }))).toEqualTypeOf<{ session: string }>();
  });

  test('is optional', () => {
    expectTypeOf(bodyJson(event)).toEqualTypeOf<unknown>();
    expectTypeOf(query(event)).toEqualTypeOf<URLSearchParams>();
    expectTypeOf(pathParameters(event)).toEqualTypeOf<PathParameters>();
  });

  test('is not any other object', () => {
    // @ts-expect-error: `{ name: string; }` is not a schema
    bodyJson(event, { name: 'Ada' });
    // @ts-expect-error: nor is a function
    query(event, (value: unknown) => value);
  });
});

describe('the accessors', () => {
  test('accept every HTTP event, with any type arguments, and those of @types/aws-lambda', () => {
    expectTypeOf<APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>>().toExtend<RequestEvent>();
    expectTypeOf<APIGatewayProxyEvent<unknown, 'GET /users/{id}'>>().toExtend<RequestEvent>();
    expectTypeOf<APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer, 'GET /users/{id}'>>().toExtend<RequestEvent>();
    expectTypeOf<LambdaFunctionURLEvent<never>>().toExtend<RequestEvent>();
    expectTypeOf<TheirEventV2>().toExtend<RequestEvent>();
    expectTypeOf<TheirUrlEvent>().toExtend<RequestEvent>();
    expectTypeOf<TheirCognitoEvent>().toExtend<RequestEvent>();
    expectTypeOf<TheirCognitoEvent | TheirEventV2 | TheirWebsocketEvent>().toExtend<InvokingEvent>();
  });

  test('return a JSON body as unknown', () => {
    expectTypeOf(bodyJson).returns.toBeUnknown();
  });
});

describe('ExecuteApiArn', () => {
  test('matches the parts of an ARN', () => {
    expectTypeOf(formatExecuteApiArn).returns.toEqualTypeOf<ExecuteApiArn>();
    expectTypeOf<'arn:aws-cn:execute-api:cn-north-1:123456789012:abc/prod/GET/'>().toExtend<ExecuteApiArn>();
    expectTypeOf<'arn:aws:execute-api:us-east-1:1:abc/prod/$connect'>().toExtend<ExecuteApiArn<'us-east-1', '1', `abc/${string}`>>();
    expectTypeOf<'arn:aws:lambda:us-east-1:1:function:f'>().not.toExtend<ExecuteApiArn>();
  });
});
