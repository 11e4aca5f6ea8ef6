import type { APIGatewayAuthorizerResult, APIGatewayAuthorizerResultContext } from './authorizer-result.js';
import type { LambdaContext } from './context.js';
import type { LambdaFunctionURLEvent } from './function-url-event.js';
import type { APIGatewayProxyEvent } from './proxy-event.js';
import type { APIGatewayProxyEventAuthorizer } from './proxy-event-authorizer.js';
import type { APIGatewayProxyEventV2 } from './proxy-event-v2.js';
import type { APIGatewayEventIAMAuthorizer, APIGatewayProxyEventV2Authorizer } from './proxy-event-v2-authorizer.js';
import type { APIGatewayProxyResult } from './proxy-result.js';
import type { APIGatewayProxyResultV2 } from './proxy-result-v2.js';
import type { APIGatewayRequestAuthorizerEvent } from './request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from './request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from './request-authorizer-event-v2.js';
import type { APIGatewaySimpleAuthorizerResult } from './simple-authorizer-result.js';
import type { APIGatewayTokenAuthorizerEvent } from './token-authorizer-event.js';
import type { APIGatewayProxyWebsocketEvent } from './websocket-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from './websocket-request-authorizer-event.js';
import type { APIGatewayProxyWebsocketResult } from './websocket-result.js';

/**
 * A function of Lambda that answers with a promise: Lambda calls it with an event and a context, and so does a test.
 *
 * @typeParam TEvent what it is invoked with.
 * @typeParam TResult what it answers.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export type LambdaHandler<TEvent, TResult> = (event: TEvent, context: LambdaContext) => Promise<TResult>;

/**
 * A function behind a REST API, or behind an HTTP API with payload 1.0.
 *
 * @typeParam TAuthorizer what the authorizer left in `requestContext.authorizer`.
 * @typeParam TRoute the route or routes in front of the function, when known.
 */
export type APIGatewayProxyHandler<TAuthorizer = APIGatewayProxyEventAuthorizer, TRoute extends string = string> = LambdaHandler<
  APIGatewayProxyEvent<TAuthorizer, TRoute>,
  APIGatewayProxyResult
>;

/**
 * A function behind an HTTP API with payload 2.0.
 *
 * @typeParam T the JSON value that becomes the body of a 200 response; `never` for functions that always set the response.
 * @typeParam TAuthorizer what the authorizer left in `requestContext.authorizer`.
 * @typeParam TRoute the route or routes in front of the function, when known.
 */
export type APIGatewayProxyHandlerV2<
  T = never,
  TAuthorizer = APIGatewayProxyEventV2Authorizer,
  TRoute extends string = string,
> = LambdaHandler<APIGatewayProxyEventV2<TAuthorizer, TRoute>, APIGatewayProxyResultV2<T>>;

/**
 * A function behind routes of a WebSocket API.
 *
 * @typeParam TEvent the event of its routes: of `$connect`, `$disconnect` or a message; any of the three by default.
 */
export type APIGatewayProxyWebsocketHandler<TEvent extends APIGatewayProxyWebsocketEvent = APIGatewayProxyWebsocketEvent> = LambdaHandler<
  TEvent,
  APIGatewayProxyWebsocketResult
>;

/**
 * A function behind a function URL.
 *
 * @typeParam T the JSON value that becomes the body of a 200 response; `never` for functions that always set the response.
 * @typeParam TAuthorizer what authorization left in `requestContext.authorizer`; `never` for a URL without.
 */
export type LambdaFunctionURLHandler<T = never, TAuthorizer = APIGatewayEventIAMAuthorizer> = LambdaHandler<
  LambdaFunctionURLEvent<TAuthorizer>,
  APIGatewayProxyResultV2<T>
>;

/** A Lambda authorizer of type TOKEN of a REST API. */
export type APIGatewayTokenAuthorizerHandler<TContext = APIGatewayAuthorizerResultContext> = LambdaHandler<
  APIGatewayTokenAuthorizerEvent,
  APIGatewayAuthorizerResult<TContext>
>;

/** A Lambda authorizer of type REQUEST of a REST API. */
export type APIGatewayRequestAuthorizerHandler<TContext = APIGatewayAuthorizerResultContext> = LambdaHandler<
  APIGatewayRequestAuthorizerEvent,
  APIGatewayAuthorizerResult<TContext>
>;

/** A Lambda authorizer of an HTTP API with payload 1.0. */
export type APIGatewayRequestAuthorizerHandlerV1<TContext = APIGatewayAuthorizerResultContext> = LambdaHandler<
  APIGatewayRequestAuthorizerEventV1,
  APIGatewayAuthorizerResult<TContext>
>;

/** A Lambda authorizer of an HTTP API with payload 2.0 that answers with a policy. */
export type APIGatewayRequestIAMAuthorizerHandlerV2<TContext = APIGatewayAuthorizerResultContext> = LambdaHandler<
  APIGatewayRequestAuthorizerEventV2,
  APIGatewayAuthorizerResult<TContext>
>;

/** A Lambda authorizer of an HTTP API with payload 2.0 and simple responses. */
export type APIGatewayRequestSimpleAuthorizerHandlerV2<TContext = { [key: string]: unknown }> = LambdaHandler<
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerResult<TContext>
>;

/** A Lambda authorizer of a WebSocket API. */
export type APIGatewayWebsocketRequestAuthorizerHandler<TContext = APIGatewayAuthorizerResultContext> = LambdaHandler<
  APIGatewayWebsocketRequestAuthorizerEvent,
  APIGatewayAuthorizerResult<TContext>
>;
