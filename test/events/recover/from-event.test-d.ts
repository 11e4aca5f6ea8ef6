import {
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  type APIGatewayProxyWebsocketEvent,
  type APIGatewayRequestAuthorizerEvent,
  type APIGatewayTokenAuthorizerEvent,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketEvent,
  fromEvent,
  type LambdaFunctionURLEvent,
} from 'apigw-proxy';
import type * as theirs from 'aws-lambda';
import { describe, expectTypeOf, test } from 'vitest';

describe('fromEvent', () => {
  test('returns options for the builder of the event', () => {
    const rest = fromEvent({} as APIGatewayProxyEvent);
    expectTypeOf(buildRestEvent(rest)).toExtend<APIGatewayProxyEvent>();
    expectTypeOf(buildHttpEventV1.with(rest)({ path: '/a' })).toExtend<APIGatewayProxyEvent>();
    expectTypeOf(buildHttpEvent.with(fromEvent({} as APIGatewayProxyEventV2))({ path: '/a' })).toExtend<APIGatewayProxyEventV2>();
    expectTypeOf(buildFunctionUrlEvent(fromEvent({} as LambdaFunctionURLEvent))).toExtend<LambdaFunctionURLEvent>();
    expectTypeOf(buildWebsocketEvent(fromEvent({} as APIGatewayProxyWebsocketEvent))).toExtend<APIGatewayProxyWebsocketEvent>();
    expectTypeOf(buildTokenAuthorizerEvent(fromEvent({} as APIGatewayTokenAuthorizerEvent))).toExtend<APIGatewayTokenAuthorizerEvent>();
    expectTypeOf(
      buildRequestAuthorizerEvent(fromEvent({} as APIGatewayRequestAuthorizerEvent)),
    ).toExtend<APIGatewayRequestAuthorizerEvent>();
  });

  test('accepts built events, and no events of other services', () => {
    buildRestEvent(fromEvent(buildRestEvent({ authorizer: { cognito: { claims: { sub: 'a' } } } })));
    buildHttpEvent(fromEvent(buildHttpEvent({ route: 'GET /users/{id}', path: '/users/1' })));
    // @ts-expect-error This is the event of a queue.
    fromEvent({} as theirs.SQSEvent);
  });

  test('accepts what JSON.parse returns', () => {
    const captured: unknown = JSON.parse('{}');
    buildRestEvent(fromEvent(captured as APIGatewayProxyEvent));
    buildRestEvent(fromEvent(JSON.parse('{}')));
  });
});
