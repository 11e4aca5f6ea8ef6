import type { LambdaContext } from '../../types/context.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import type { StreamifiedHandler } from '../function/stream-runtime.js';

/**
 * A handler of a route, in any of the forms that Lambda's Node runtimes know. Its parameters may be typed by another package: they are
 * compared in both directions.
 *
 * @typeParam E the event of the API's target.
 */
export type LocalHandler<E> =
  | {
      handle(event: E, context: LambdaContext, callback: (error?: Error | string | null, result?: unknown) => void): unknown;
    }['handle']
  | MarkedAsStreaming;

/** What `streamifyResponse` returns, seen without its parameters, so that those of other handlers are inferred. */
type MarkedAsStreaming = Pick<StreamifiedHandler<never>, keyof StreamifiedHandler<never>>;

/** A route whose handler needs settings of its own. */
export interface LocalRoute<E> {
  /** What answers. */
  readonly handler: LocalHandler<E>;
  /** Name of the authorizer in `authorizers`; `false`: none, although the API has one for all routes. Default: the API's. */
  readonly authorizer?: string | false;
  /** HTTP APIs, with a JWT authorizer: scopes of which the token needs one. Default: none. */
  readonly scopes?: readonly string[];
  /** REST and WebSocket: whether a request needs one of the API's keys. Default: `false`. */
  readonly apiKeyRequired?: boolean;
  /** The function's own time-out, in milliseconds. Default: 30000. */
  readonly timeout?: number;
  /** WebSocket: whether what the handler answers to a message is sent to the client. Default: `false`. */
  readonly routeResponse?: boolean;
}

/** Handlers by route key: `GET /users/{id}`, `ANY /{proxy+}`, `$default`. */
export type LocalRoutes<E> = Readonly<Record<string, LocalHandler<E> | LocalRoute<E>>>;

/** The routes, every one with its settings. */
export function routesOf<E>(routes: LocalRoutes<E>): ReadonlyMap<string, LocalRoute<E>> {
  return new Map(
    Object.entries(routes).map(([key, route]) => [key, typeof route === 'object' && 'handler' in route ? route : { handler: route }]),
  );
}

/** The event of a WebSocket handler, which may serve several routes. Only a message has a body. */
export type WebsocketHandlerEvent = APIGatewayProxyWebsocketEvent;
