import type { BuiltFunctionUrlEvent, BuiltHttpEvent, BuiltHttpEventV1, BuiltRestEvent } from '../../events/build/built-event.js';
import type { BuiltWebsocketEvent } from '../../events/build/built-websocket-event.js';
import type { LambdaContext } from '../../types/context.js';
import type { LambdaFunctionURLEvent } from '../../types/function-url-event.js';
import type { APIGatewayEventIdentity } from '../../types/identity.js';
import type { APIGatewayProxyEvent } from '../../types/proxy-event.js';
import type { APIGatewayProxyEventAuthorizer } from '../../types/proxy-event-authorizer.js';
import type { APIGatewayProxyEventV2 } from '../../types/proxy-event-v2.js';
import type { APIGatewayProxyEventV2Authorizer } from '../../types/proxy-event-v2-authorizer.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import type { StreamifiedHandler } from '../function/runtime/awslambda.js';

/**
 * The handler of a route, in any form that Lambda's Node runtimes accept. Another package may define the types of its parameters: they are
 * compared in both directions.
 *
 * @typeParam E the event of the API's target.
 */
export type LocalHandler<E> =
  | {
      handle(event: E, context: LambdaContext, callback: (error?: Error | string | null, result?: unknown) => void): unknown;
    }['handle']
  | MarkedAsStreaming;

/** What `streamifyResponse` returns, without its parameters, so that TypeScript infers those of other handlers. */
type MarkedAsStreaming = Pick<StreamifiedHandler<never>, keyof StreamifiedHandler<never>>;

/** A handler with its own settings. */
export interface LocalRoute<E> {
  readonly handler: LocalHandler<E>;
  /** Name of the authorizer in `authorizers`, or `false` for none. Default: the API's `authorizer`. */
  readonly authorizer?: string | false;
  /** Routes with a `verify` authorizer: the token needs one of these scopes. Default: none. */
  readonly scopes?: readonly string[];
  /** REST and WebSocket: whether a request needs one of the API's keys. Default: `false`. */
  readonly apiKeyRequired?: boolean;
  /** How long the function may run, in milliseconds. Default: `context.timeout`, or 30000. */
  readonly timeout?: number;
  /** How long the gateway waits for the function, in milliseconds. Default: `limits.timeout` of the API. */
  readonly integrationTimeout?: number;
  /** REST: whether the response is streamed. Default: `responseTransferMode` of the API. */
  readonly responseTransferMode?: 'BUFFERED' | 'STREAM';
  /** A route with a payload format that differs from that of its API is a {@link PayloadRoute}. */
  readonly payload?: undefined;
  /** WebSocket: whether the client receives what the handler returns for a message. Default: `false`. */
  readonly routeResponse?: boolean;
  /** A route with an integration is a {@link CustomRoute} or a {@link FunctionlessRoute}. */
  readonly integration?: undefined;
}

/** A route of an HTTP API with its own payload format. */
export interface PayloadRoute<E, TPayload extends '1.0' | '2.0'> extends Omit<LocalRoute<E>, 'payload' | 'responseTransferMode'> {
  /** The payload format of the event, and of the result. */
  readonly payload: TPayload;
}

/** Handlers by route key: `GET /users/{id}`, `ANY /{proxy+}`, `$default`. */
export type LocalRoutes<E> = Readonly<Record<string, LocalHandler<E> | LocalRoute<E>>>;

/**
 * The event that a route of a local API sends. The route key gives the path parameters their names.
 *
 * @typeParam TKey The route key.
 */
export interface LocalEvent<TKey extends string = string> {
  rest: APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer | undefined, TKey>;
  'http-1.0': APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer | undefined, TKey>;
  'http-2.0': APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined, TKey>;
  'function-url': LambdaFunctionURLEvent;
}

/**
 * The same event, for handlers that name their authorizer or have the types of another package. Which authorizer a route has is a
 * setting that types don't follow.
 *
 * @typeParam TKey The route key.
 */
export interface LocalEventForAnyHandler<TKey extends string = string> {
  rest: BuiltRestEvent<never, TKey, { [Name in keyof Required<APIGatewayEventIdentity>]: never }>;
  'http-1.0': BuiltHttpEventV1<never, TKey, { [Name in keyof Required<APIGatewayEventIdentity>]: never }>;
  'http-2.0': BuiltHttpEvent<never, TKey, never>;
  'function-url': BuiltFunctionUrlEvent<never>;
}

/** Returns the routes by key, each with its settings. */
export function routesOf<E>(routes: LocalRoutes<E>): ReadonlyMap<string, LocalRoute<E>> {
  return new Map(Object.entries(routes).map(([key, route]) => [key, hasSettings(route) ? route : { handler: route }]));
}

/** Routes without a function are here among the others. */
function hasSettings<E>(route: LocalHandler<E> | LocalRoute<E>): route is LocalRoute<E> {
  return typeof route === 'object';
}

/** The event of a WebSocket handler, which may serve several routes. Only a message has a body. */
export type WebsocketHandlerEvent = APIGatewayProxyWebsocketEvent;

/** The same event, for handlers with the types of another package. */
export type WebsocketEventForAnyHandler = BuiltWebsocketEvent;
