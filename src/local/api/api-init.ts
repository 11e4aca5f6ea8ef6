import type { Gateway } from '../../gateway/gateway.js';
import type { REQUEST_SETTINGS } from '../../gateway/setting-names.js';
import type { RenderTarget } from '../../render/types.js';
import type { ContextInit } from '../function/build-context.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import type { ApiKey, ApiKeySource } from './api-keys.js';
import type { CustomRoutes } from './custom-route.js';
import type { LocalLimits } from './limits.js';
import type { LocalAuthorizer } from './local-authorizer.js';
import type { LocalExchange } from './local-exchange.js';
import type {
  LocalEvent,
  LocalEventForAnyHandler,
  LocalHandler,
  LocalRoute,
  LocalRoutes,
  PayloadRoute,
  WebsocketEventForAnyHandler,
  WebsocketHandlerEvent,
} from './local-route.js';
import type { TenantIdSource } from './tenant-id.js';
import type { WebsocketExchange } from './websocket-exchange.js';
import type { WebsocketLimits } from './websocket-limits.js';

/** Settings that every local API has. */
export interface LocalSettings<T extends Gateway['target']> extends Omit<Gateway<T>, keyof typeof REQUEST_SETTINGS> {
  /** Authorizers by name. Default: none. */
  readonly authorizers?: Readonly<Record<string, LocalAuthorizer>>;
  /** Name of the authorizer for routes that don't name one. Default: none. */
  readonly authorizer?: string;
  /** REST and WebSocket: the keys of the API's usage plan. Default: none. */
  readonly apiKeys?: readonly ApiKey[];
  /**
   * REST and WebSocket: where a request has its key. `HEADER`: in `X-API-Key`. `AUTHORIZER`: only the `usageIdentifierKey` of a Lambda
   * authorizer counts. Default: `HEADER`.
   */
  readonly apiKeySource?: ApiKeySource;
  /** The context that handlers receive. `timeout` is how long a function may run. Default: 30 s, and the defaults of {@link buildContext}. */
  readonly context?: ContextInit;
  /**
   * The Node.js runtime of the functions. It decides whether a handler may have a callback, and what a handler returns that isn't async.
   * Default: `nodejs24.x`.
   */
  readonly runtime?: LambdaRuntime;
  /** The clock, in milliseconds since the Unix epoch. Default: `Date.now`. */
  now?: () => number;
}

/**
 * The routes and settings of a REST API, an HTTP API or a function URL.
 *
 * @typeParam T The target.
 * @typeParam TKey The route keys.
 */
export interface LocalApiInit<T extends RenderTarget, TKey extends string = string> extends LocalApiSettings<T> {
  /** Handlers by route key. A function URL has only `$default`. */
  readonly routes: { readonly [Key in TKey]?: LocalHandler<LocalEvent<Key>[T]> | LocalRoute<LocalEvent<Key>[T]> };
}

/** The targets of an HTTP API. */
export type HttpApiTarget = 'http-1.0' | 'http-2.0';

/** The routes and settings of an HTTP API whose routes have different payload formats. `target` has the format of the others. */
export interface LocalApiInitWithPayloads<T extends HttpApiTarget, TKey extends string = string> extends LocalApiSettings<HttpApiTarget> {
  readonly target: T;
  /** Handlers by route key. */
  readonly routes: {
    readonly [Key in TKey]?:
      | LocalHandler<LocalEvent<Key>[T]>
      | LocalRoute<LocalEvent<Key>[T]>
      | PayloadRoute<LocalEvent<Key>['http-1.0'], '1.0'>
      | PayloadRoute<LocalEvent<Key>['http-2.0'], '2.0'>;
  };
}

/** The same, for handlers that name their authorizer or have the types of another package, and for custom integrations. */
export interface LocalApiInitForAnyHandler<T extends RenderTarget, TKey extends string = string> extends LocalApiSettings<T> {
  /** Handlers by route key. A function URL has only `$default`. */
  readonly routes: {
    readonly [Key in TKey]?: LocalHandler<LocalEventForAnyHandler<Key>[T]> | LocalRoute<LocalEventForAnyHandler<Key>[T]> | CustomRoutes[T];
  };
}

/** The settings of a REST API, an HTTP API or a function URL. */
export interface LocalApiSettings<T extends RenderTarget> extends LocalSettings<T> {
  /**
   * REST only: where a request has its tenant, such as `method.request.header.X-Tenant`. The function gets it as `context.tenantId`. A
   * request without a tenant gets a 500, because Lambda rejects the call. Default: the functions have no tenant isolation.
   */
  readonly tenantId?: TenantIdSource;
  /** Limits of a request. Default: AWS's limits for the target. */
  readonly limits?: Partial<LocalLimits>;
  /** How many exchanges are kept; fewer if their bodies use more than 64 MB. Default: 20. */
  readonly keep?: number;
  /**
   * Called after every exchange. If it throws or rejects, `fetch` and `exchange` reject with that error; a running server logs a warning and
   * keeps going.
   */
  readonly onExchange?: (exchange: LocalExchange<T>) => void;
}

/** The routes and settings of a WebSocket API. */
export interface LocalWebsocketApiInit extends LocalWebsocketApiSettings {
  /** Handlers by route key: `$connect`, `$disconnect`, `$default`, and keys that messages select. None of them is required. */
  readonly routes: LocalRoutes<WebsocketHandlerEvent>;
}

/** The same, for handlers with the types of another package. */
export interface LocalWebsocketApiInitForAnyHandler extends LocalWebsocketApiSettings {
  /** Handlers by route key: `$connect`, `$disconnect`, `$default`, and keys that messages select. None of them is required. */
  readonly routes: LocalRoutes<WebsocketEventForAnyHandler>;
}

/** The settings of a WebSocket API. */
export interface LocalWebsocketApiSettings extends Omit<LocalSettings<'websocket'>, 'target'> {
  /** Where a message names its route. Default: `$request.body.action`. */
  readonly routeSelectionExpression?: string;
  /**
   * Returns the id of a connection by its number, counted from 1; each must be different. Default: `ids.connectionId`; without it, a sequence
   * (`Xc0000000000001=`) for clients without a socket, and random ids on a socket, where another program must not guess them.
   */
  readonly connectionIds?: (index: number) => string;
  /** Limits of a connection. Default: AWS's limits. */
  readonly limits?: Partial<WebsocketLimits>;
  /** How many exchanges are kept; fewer if their bodies use more than 64 MB. Default: 20. */
  readonly keep?: number;
  /**
   * Called after every exchange. If it throws or rejects, the methods of a client reject with that error; a running server logs a warning and
   * keeps going.
   */
  readonly onExchange?: (exchange: WebsocketExchange) => void;
}
