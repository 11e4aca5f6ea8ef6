import { describe, expectTypeOf, test } from 'vitest';
import type {
  APIGatewayAuthorizerResult,
  APIGatewayEventJWTAuthorizer,
  APIGatewayProxyEvent,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  APIGatewayProxyResult,
  APIGatewayProxyResultV2,
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketHandler,
  APIGatewayProxyWebsocketMessageEvent,
  APIGatewayRequestSimpleAuthorizerHandlerV2,
  APIGatewaySimpleAuthorizerResult,
  APIGatewayTokenAuthorizerHandler,
  LambdaContext,
  LambdaFunctionURLHandler,
} from '../../src/index.js';
import { allowPolicy } from '../../src/index.js';

describe('a handler', () => {
  test('gets an event and a context, and returns a promise', () => {
    expectTypeOf<APIGatewayProxyHandler>().parameters.toEqualTypeOf<[event: APIGatewayProxyEvent, context: LambdaContext]>();
    expectTypeOf<APIGatewayProxyHandler>().returns.toEqualTypeOf<Promise<APIGatewayProxyResult>>();
    expectTypeOf<APIGatewayTokenAuthorizerHandler>().returns.toEqualTypeOf<Promise<APIGatewayAuthorizerResult>>();
    expectTypeOf<LambdaFunctionURLHandler<number>>().returns.toEqualTypeOf<Promise<APIGatewayProxyResultV2<number>>>();
  });

  test('can leave out the context', () => {
    const handler: APIGatewayProxyHandler = async () => ({ statusCode: 204 });
    expectTypeOf(handler).parameter(1).toEqualTypeOf<LambdaContext>();
  });

  test('can’t use a callback or return a plain result', () => {
    // @ts-expect-error A handler has two parameters.
    const handler: APIGatewayProxyHandler = async (_event, _context, callback) => callback();
    // @ts-expect-error A handler returns a promise.
    const direct: APIGatewayProxyHandler = () => ({ statusCode: 204 });
    expectTypeOf([handler, direct]).toBeArray();
  });

  test('has the types of its route and its authorizer', () => {
    const rest: APIGatewayProxyHandler<never, 'GET /users/{id}'> = async ({ pathParameters }) => ({
      statusCode: 200,
      body: pathParameters.id,
    });
    const http: APIGatewayProxyHandlerV2<string, APIGatewayEventJWTAuthorizer, 'GET /users/{id}'> = async (event) =>
      `${event.pathParameters.id} of ${event.requestContext.authorizer?.jwt.claims['sub']}`;
    expectTypeOf(rest).toBeFunction();
    expectTypeOf(http).toBeFunction();
  });

  test('returns a value of its type parameter', () => {
    const handler: APIGatewayProxyHandlerV2<{ ok: boolean }> = async () => ({ ok: true });
    // @ts-expect-error Without T, an object is a structured result.
    const wrong: APIGatewayProxyHandlerV2 = async () => ({ ok: true });
    expectTypeOf([handler, wrong]).toBeArray();
  });

  test('of a WebSocket route gets the event of that route', () => {
    expectTypeOf<APIGatewayProxyWebsocketHandler<APIGatewayProxyWebsocketMessageEvent>>().parameter(0).toHaveProperty('body');
    expectTypeOf<APIGatewayProxyWebsocketHandler<APIGatewayProxyWebsocketConnectEvent>>().parameter(0).toHaveProperty('headers');
    // @ts-expect-error Not an event of a WebSocket API.
    expectTypeOf<APIGatewayProxyWebsocketHandler<APIGatewayProxyEvent>>();
  });

  test('of a policy authorizer returns a flat context', () => {
    interface Session {
      tenant: string;
      level: number;
    }
    expectTypeOf<APIGatewayTokenAuthorizerHandler<Session>>().returns.resolves.toExtend<APIGatewayAuthorizerResult>();
    // @ts-expect-error The gateway answers 500 to an object in the context.
    expectTypeOf<APIGatewayTokenAuthorizerHandler<{ invalid: { id: number } }>>();
    // @ts-expect-error The same for an array.
    allowPolicy({ methodArn: 'arn' }, 'ada', { context: { roles: ['admin'] } });
  });

  test('of an authorizer returns a context of its type parameter', () => {
    expectTypeOf<APIGatewayRequestSimpleAuthorizerHandlerV2<{ tenant: string }>>().returns.toEqualTypeOf<
      Promise<APIGatewaySimpleAuthorizerResult<{ tenant: string }>>
    >();
  });
});
