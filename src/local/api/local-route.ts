import type { LambdaContext } from '../../types/context.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import type { StreamifiedHandler } from '../function/stream-runtime.js';

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
  /** WebSocket: whether the client receives what the handler returns for a message. Default: `false`. */
  readonly routeResponse?: boolean;
}

/** Handlers by route key: `GET /users/{id}`, `ANY /{proxy+}`, `$default`. */
export type LocalRoutes<E> = Readonly<Record<string, LocalHandler<E> | LocalRoute<E>>>;

/** Returns the routes by key, each with its settings. */
export function routesOf<E>(routes: LocalRoutes<E>): ReadonlyMap<string, LocalRoute<E>> {
  return new Map(
    Object.entries(routes).map(([key, route]) => [key, typeof route === 'object' && 'handler' in route ? route : { handler: route }]),
  );
}

/** The event of a WebSocket handler, which may serve several routes. Only a message has a body. */
export type WebsocketHandlerEvent = APIGatewayProxyWebsocketEvent;
