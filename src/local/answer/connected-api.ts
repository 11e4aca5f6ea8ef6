import type { Gateway } from '../../gateway/gateway.js';
import type { ApiKeySettings } from '../api/api-keys.js';
import type { LocalRoute, WebsocketHandlerEvent } from '../api/local-route.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import type { WebsocketLimits } from '../api/websocket-limits.js';
import type { Authorizers } from '../authorize/authorize.js';
import type { ConnectionsApi } from './connections-api.js';
import type { RouteFunction } from './invoke-route.js';

/** A route of a WebSocket API, and the function that it calls. */
export interface WebsocketRoute {
  readonly route: LocalRoute<WebsocketHandlerEvent>;
  readonly called: RouteFunction;
}

/** The parts of a WebSocket API that its connections share. */
export interface ConnectedApi extends ApiKeySettings {
  readonly settings: Gateway<'websocket'> & Required<Pick<Gateway, 'now'>>;
  readonly routes: ReadonlyMap<string, WebsocketRoute>;
  /** The keys of the routes that a message can select by name. */
  readonly selectable: readonly string[];
  readonly selection: string;
  readonly authorizers: Authorizers;
  /** Name of the authorizer of `$connect`, if that route names none. `undefined` for none. */
  readonly authorizer: string | undefined;
  /** The id of every invocation. `undefined` if each has another one. */
  readonly awsRequestId: string | undefined;
  readonly limits: WebsocketLimits;
  readonly connections: ConnectionsApi;
  /** Returns the id of a connection, by its number. */
  readonly nameConnection: (index: number) => string;
  /** Returns the next number of a connection or an exchange. */
  readonly next: (of: 'connection' | 'exchange') => number;
  /** Called after every exchange, which waits for it. */
  readonly record: (exchange: WebsocketExchange) => void | Promise<void>;
}
