import type { TargetEvent } from '../../events/to-event.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { REQUEST_SETTINGS } from '../../gateway/setting-names.js';
import type { RenderTarget } from '../../render/types.js';
import type { ContextInit } from '../function/build-context.js';
import type { ApiKey } from './api-keys.js';
import type { LocalLimits } from './limits.js';
import type { LocalAuthorizer } from './local-authorizer.js';
import type { LocalExchange } from './local-exchange.js';
import type { LocalRoutes, WebsocketHandlerEvent } from './local-route.js';
import type { WebsocketExchange } from './websocket-exchange.js';
import type { WebsocketLimits } from './websocket-limits.js';

/** What every local API may have. */
export interface LocalSettings<T extends Gateway['target']> extends Omit<Gateway<T>, keyof typeof REQUEST_SETTINGS> {
  /** Authorizers by name. Default: none. */
  readonly authorizers?: Readonly<Record<string, LocalAuthorizer>>;
  /** Name of the authorizer of every route that names none. Default: none. */
  readonly authorizer?: string;
  /** REST and WebSocket: keys of the API's usage plan. Default: none. */
  readonly apiKeys?: readonly ApiKey[];
  /** What handlers get beside the event; `timeout` is the function's own. Default: 30 s, and what {@link buildContext} has. */
  readonly context?: ContextInit;
  /** The clock, in milliseconds since the Unix epoch. Default: `Date.now`. */
  now?: () => number;
}

/** A REST API, an HTTP API or a function URL: its routes and its settings. */
export interface LocalApiInit<T extends RenderTarget> extends LocalSettings<T> {
  /** Handlers by route key; a function URL has `$default` alone. */
  readonly routes: LocalRoutes<TargetEvent[T]>;
  /** What the gateway grants a request. Default: AWS's limits for the target. */
  readonly limits?: Partial<LocalLimits>;
  /** How many exchanges are kept for a look. Default: 20. */
  readonly keep?: number;
  /** Hears of every exchange when it is over. What it throws or rejects with, `fetch` and `exchange` reject with; a server goes on and warns of it. */
  readonly onExchange?: (exchange: LocalExchange<T>) => void;
}

/** A WebSocket API: its routes and its settings. */
export interface LocalWebsocketApiInit extends Omit<LocalSettings<'websocket'>, 'target'> {
  /** Handlers by route key: `$connect`, `$disconnect`, `$default` and keys that messages select. None is required. */
  readonly routes: LocalRoutes<WebsocketHandlerEvent>;
  /** Where a message names its route. Default: `$request.body.action`. */
  readonly routeSelectionExpression?: string;
  /**
   * Returns the id of a connection by its number, counted from 1; each must be different. Default: `ids.connectionId`; without it, a sequence
   * (`Xc0000000000001=`) for clients without a socket, and random ids on a socket, where another program must not guess them.
   */
  readonly connectionIds?: (index: number) => string;
  /** What the gateway grants a connection. Default: AWS's limits. */
  readonly limits?: Partial<WebsocketLimits>;
  /** How many exchanges are kept for a look. Default: 20. */
  readonly keep?: number;
  /** Hears of every exchange when it is over. What it throws or rejects with, a client's methods reject with; a server goes on and warns of it. */
  readonly onExchange?: (exchange: WebsocketExchange) => void;
}
