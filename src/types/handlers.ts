import type { APIGatewayAuthorizerResult, APIGatewayAuthorizerResultContext, FlatContext } from './authorizer-result.js';
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
 * A Lambda handler that returns a promise. Lambda calls it with an event and a context.
 *
 * @typeParam TEvent Type of the event.
 * @typeParam TResult Type of the result.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export type LambdaHandler<TEvent, TResult> = (event: TEvent, context: LambdaContext) => Promise<TResult>;

/**
 * A handler behind a REST API, or behind an HTTP API with payload 1.0.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TRoute Route of the handler, such as `'GET /users/{id}'`, or a union of several. Gives the path parameters their names.
 */
export type APIGatewayProxyHandler<
  TAuthorizer = APIGatewayProxyEventAuthorizer | undefined,
  TRoute extends string = string,
> = LambdaHandler<APIGatewayProxyEvent<TAuthorizer, TRoute>, APIGatewayProxyResult>;

/**
 * A handler behind an HTTP API with payload 2.0.
 *
 * @typeParam T Type of a JSON value that the handler may return as the body of a 200 response. Use `never` if it always returns a response.
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TRoute Route of the handler, such as `'GET /users/{id}'`, or a union of several. Gives the path parameters their names.
 */
export type APIGatewayProxyHandlerV2<
  T = never,
  TAuthorizer = APIGatewayProxyEventV2Authorizer | undefined,
  TRoute extends string = string,
> = LambdaHandler<APIGatewayProxyEventV2<TAuthorizer, TRoute>, APIGatewayProxyResultV2<T>>;

/**
 * A handler behind routes of a WebSocket API.
 *
 * @typeParam TEvent Type of the event, if the routes of the handler are of one kind. Default: any of the three.
 */
export type APIGatewayProxyWebsocketHandler<TEvent extends APIGatewayProxyWebsocketEvent = APIGatewayProxyWebsocketEvent> = LambdaHandler<
  TEvent,
  APIGatewayProxyWebsocketResult
>;

/**
 * A handler behind a function URL.
 *
 * @typeParam T Type of a JSON value that the handler may return as the body of a 200 response. Use `never` if it always returns a response.
 * @typeParam TAuthorizer Type of `requestContext.authorizer`. Use `never` for a URL without IAM authorization.
 */
export type LambdaFunctionURLHandler<T = never, TAuthorizer = APIGatewayEventIAMAuthorizer | undefined> = LambdaHandler<
  LambdaFunctionURLEvent<TAuthorizer>,
  APIGatewayProxyResultV2<T>
>;

/** A TOKEN authorizer of a REST API. */
export type APIGatewayTokenAuthorizerHandler<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext> = LambdaHandler<
  APIGatewayTokenAuthorizerEvent,
  APIGatewayAuthorizerResult<TContext>
>;

/** A REQUEST authorizer of a REST API. */
export type APIGatewayRequestAuthorizerHandler<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext> = LambdaHandler<
  APIGatewayRequestAuthorizerEvent,
  APIGatewayAuthorizerResult<TContext>
>;

/**
 * A Lambda authorizer of an HTTP API with payload 1.0.
 *
 * @example
 * ```ts no-run
 * import { allowPolicy, type APIGatewayRequestAuthorizerHandlerV1 } from 'apigw-proxy';
 *
 * export const authorize: APIGatewayRequestAuthorizerHandlerV1 = async (event) => allowPolicy(event, 'ada');
 * ```
 */
export type APIGatewayRequestAuthorizerHandlerV1<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext> =
  LambdaHandler<APIGatewayRequestAuthorizerEventV1, APIGatewayAuthorizerResult<TContext>>;

/** A Lambda authorizer of an HTTP API with payload 2.0 that returns a policy. */
export type APIGatewayRequestIAMAuthorizerHandlerV2<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext> =
  LambdaHandler<APIGatewayRequestAuthorizerEventV2, APIGatewayAuthorizerResult<TContext>>;

/** A Lambda authorizer of an HTTP API with payload 2.0 that returns a simple response. */
export type APIGatewayRequestSimpleAuthorizerHandlerV2<TContext = { [key: string]: unknown }> = LambdaHandler<
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerResult<TContext>
>;

/**
 * A Lambda authorizer of a WebSocket API.
 *
 * @example
 * ```ts no-run
 * import { allowPolicy, type APIGatewayWebsocketRequestAuthorizerHandler } from 'apigw-proxy';
 *
 * export const authorize: APIGatewayWebsocketRequestAuthorizerHandler = async (event) => allowPolicy(event, 'ada');
 * ```
 */
export type APIGatewayWebsocketRequestAuthorizerHandler<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext> =
  LambdaHandler<APIGatewayWebsocketRequestAuthorizerEvent, APIGatewayAuthorizerResult<TContext>>;
