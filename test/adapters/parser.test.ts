import { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema, LambdaFunctionUrlSchema } from '@aws-lambda-powertools/parser/schemas';
import { APIGatewayProxyWebsocketEventSchema } from '@aws-lambda-powertools/parser/schemas/api-gateway-websocket';
import { buildFunctionUrlEvent, buildHttpEvent, buildHttpEventV1, buildRestEvent, buildWebsocketSession } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

describe('@aws-lambda-powertools/parser', () => {
  test.each([
    ['REST', APIGatewayProxyEventSchema, buildRestEvent({ path: '/a', query: 'x=1', json: 1 })],
    ['REST, from a console test', APIGatewayProxyEventSchema, buildRestEvent({ path: '/a', testInvoke: true, headers: { a: '1' } })],
    ['REST, Cognito', APIGatewayProxyEventSchema, buildRestEvent({ authorizer: { cognito: { claims: { sub: '1' } } } })],
    ['HTTP 1.0', APIGatewayProxyEventSchema, buildHttpEventV1({ path: '/a' })],
    ['HTTP 2.0', APIGatewayProxyEventV2Schema, buildHttpEvent({ path: '/a', cookies: ['a=1'], json: 1 })],
    ['HTTP 2.0, IAM', APIGatewayProxyEventV2Schema, buildHttpEvent({ authorizer: { iam: {} } })],
    ['function URL', LambdaFunctionUrlSchema, buildFunctionUrlEvent({ path: '/a' })],
  ])('accepts a built %s event', (_, schema, event) => {
    expect(schema.safeParse(event).error?.issues ?? []).toEqual([]);
  });

  // Recordings show that AWS sends these events.
  test.each([
    ['WebSocket $connect', APIGatewayProxyWebsocketEventSchema, buildWebsocketSession().connect(), ['type', 'methodArn']],
    ['WebSocket message', APIGatewayProxyWebsocketEventSchema, buildWebsocketSession().message('x'), ['type', 'methodArn']],
    [
      'HTTP 1.0, Lambda authorizer',
      APIGatewayProxyEventSchema,
      buildHttpEventV1({ authorizer: { lambda: { context: { a: '1' } } } }),
      ['requestContext'],
    ],
  ])('wrongly rejects a real %s event', (_, schema, event, keys) => {
    const rejected = schema.safeParse(event).error?.issues.map(({ path }) => path[0]) ?? [];
    expect(rejected).toEqual(expect.arrayContaining(keys));
  });
});
