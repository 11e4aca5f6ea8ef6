import { API_SETTINGS } from '../gateway/setting-names.js';
import type { Target } from '../gateway/target.js';
import type { RenderTarget } from '../render/types.js';
import type { LocalLimits } from './limits.js';
import type { LocalApiInit, LocalSettings } from './local-api.js';
import type { LocalRoute } from './local-route.js';
import type { LocalWebsocketApiInit } from './local-websocket-api.js';
import type { WebsocketLimits } from './websocket-limits.js';

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
export const WEBSOCKET_API_NAMES = { ...API_NAMES, routeSelectionExpression: true } satisfies Record<
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
