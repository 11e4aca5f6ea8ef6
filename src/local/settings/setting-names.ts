import type { Target } from '../../aws/target.js';
import { API_SETTINGS } from '../../gateway/setting-names.js';
import type { RenderTarget } from '../../render/types.js';
import type { LocalApiInit, LocalSettings, LocalWebsocketApiInit } from '../api/api-init.js';
import type { LocalLimits } from '../api/limits.js';
import type { LocalRoute } from '../api/local-route.js';
import type { WebsocketLimits } from '../api/websocket-limits.js';

const SETTINGS = {
  ...API_SETTINGS,
  target: true,
  authorizers: true,
  authorizer: true,
  apiKeys: true,
  context: true,
} satisfies Record<keyof LocalSettings<Target>, true>;

/** Settings of an API. */
export const API_NAMES = { ...SETTINGS, routes: true, limits: true, keep: true, onExchange: true } satisfies Record<
  keyof LocalApiInit<RenderTarget>,
  true
>;

/** Settings of a WebSocket API, and its target. */
export const WEBSOCKET_API_NAMES = { ...API_NAMES, routeSelectionExpression: true, connectionIds: true } satisfies Record<
  keyof LocalWebsocketApiInit | 'target',
  true
>;

/** Settings of a route. */
export const ROUTE_NAMES = {
  handler: true,
  authorizer: true,
  scopes: true,
  apiKeyRequired: true,
  timeout: true,
  routeResponse: true,
} satisfies Record<keyof LocalRoute<never>, true>;

/** Limits of an API. */
export const LIMIT_NAMES = { timeout: true, maxBody: true, maxHead: true } satisfies Record<keyof LocalLimits, true>;

/** Limits of a WebSocket API. */
export const WEBSOCKET_LIMIT_NAMES = { timeout: true, idle: true, duration: true, maxMessage: true, maxFrame: true } satisfies Record<
  keyof WebsocketLimits,
  true
>;
