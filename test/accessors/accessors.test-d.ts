import {
  type APIGatewayCognitoAuthorizerContext,
  type APIGatewayEventJWTAuthorizer,
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  bodyJson,
  type ExecuteApiArn,
  formatExecuteApiArn,
  type InvokingEvent,
  type LambdaFunctionURLEvent,
  type RequestEvent,
} from 'apigw-proxy';
import type {
  APIGatewayProxyWithCognitoAuthorizerEvent as TheirCognitoEvent,
  APIGatewayProxyEventV2 as TheirEventV2,
  LambdaFunctionURLEvent as TheirUrlEvent,
  APIGatewayProxyWebsocketEventV2 as TheirWebsocketEvent,
} from 'aws-lambda';
import { describe, expectTypeOf, test } from 'vitest';

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
