import { MAX_AUTHORIZER_TTL } from '../../aws/limits.js';
import type { ObjectShape, Shape } from '../../gateway/check-shape.js';
import type { API_SETTINGS } from '../../gateway/setting-names.js';
import type { LocalApiInit, LocalWebsocketApiInit } from '../api/api-init.js';
import type { LocalLimits } from '../api/limits.js';
import type { LocalRoute } from '../api/local-route.js';
import type { WebsocketLimits } from '../api/websocket-limits.js';
import { RUNTIME_SHAPE } from '../function/invoke.js';

const FUNCTION = { is: 'function', example: 'a function' } as const;
const MILLISECONDS = { is: 'limit', example: 'a number of milliseconds such as 1000' } as const;
const BYTES = { is: 'limit', example: 'a number of bytes such as 10000' } as const;
const AUTHORIZER = { is: 'name', example: 'the name of an authorizer' } as const;

/** An API key. An empty value would be the key of everyone who sends an empty header. */
const API_KEY: ObjectShape = {
  example: "{ id: 'k1', value: 'secret' }",
  fields: {
    id: { is: 'name', example: "the id of the key, such as 'k1'", required: true },
    value: { is: 'name', example: "the value of the key, such as 'secret'", required: true },
  },
};

const LIMITS = { timeout: MILLISECONDS, idle: MILLISECONDS, maxBody: BYTES, maxHead: BYTES } as const satisfies Record<
  keyof LocalLimits,
  Shape
>;

const WEBSOCKET_LIMITS = {
  timeout: MILLISECONDS,
  idle: MILLISECONDS,
  duration: MILLISECONDS,
  maxMessage: BYTES,
  maxFrame: BYTES,
} as const satisfies Record<keyof WebsocketLimits, Shape>;

const SHARED = {
  target: { is: 'string', example: "a target such as 'http-2.0'" },
  routes: { is: 'object', example: "routes such as { 'GET /users/{id}': handler }", required: true },
  authorizers: { is: 'object', example: 'authorizers by name' },
  authorizer: AUTHORIZER,
  apiKeys: { each: API_KEY, example: "keys such as [{ id: 'k1', value: 'secret' }]" },
  apiKeySource: { oneOf: ['HEADER', 'AUTHORIZER'] },
  context: { is: 'object', example: 'an object such as { timeout: 3000 }' },
  runtime: RUNTIME_SHAPE,
  keep: { is: 'amount', example: 'a number of exchanges such as 20' },
  onExchange: FUNCTION,
} as const;

type Own<S> = Exclude<keyof S, keyof typeof API_SETTINGS>;

/** The settings that an API has in addition to those of its gateway. */
export const API_SHAPES = {
  ...SHARED,
  tenantId: { is: 'name', example: "a place such as 'method.request.header.X-Tenant'" },
  limits: { fields: LIMITS, example: 'limits such as { timeout: 1000 }' },
} as const satisfies Record<Own<LocalApiInit<never>>, Shape>;

/** The settings that a WebSocket API has in addition to those of its gateway. */
export const WEBSOCKET_API_SHAPES = {
  ...SHARED,
  limits: { fields: WEBSOCKET_LIMITS, example: 'limits such as { idle: 1000 }' },
  routeSelectionExpression: { is: 'name', example: "an expression such as '$request.body.action'" },
  connectionIds: FUNCTION,
} as const satisfies Record<Own<LocalWebsocketApiInit> | 'target', Shape>;

/** The settings of a route. */
export const ROUTE_SHAPES = {
  handler: { ...FUNCTION, required: true },
  authorizer: { ...AUTHORIZER, orFalse: true },
  scopes: { each: { is: 'name', example: "a scope such as 'read'" }, example: "scopes such as ['read']" },
  apiKeyRequired: { is: 'boolean', example: 'true or false' },
  timeout: MILLISECONDS,
  integrationTimeout: MILLISECONDS,
  responseTransferMode: { oneOf: ['BUFFERED', 'STREAM'] },
  payload: { oneOf: ['1.0', '2.0'] },
  routeResponse: { is: 'boolean', example: 'true or false' },
  integration: { is: 'object', example: "{ integration: 'custom', responses: [{ statusCode: 200 }] }" },
} as const satisfies Record<keyof LocalRoute<never>, Shape>;

const HEADER = { is: 'name', example: "the name of a header, such as 'Authorization'" } as const;
const TTL = { from: 0, to: MAX_AUTHORIZER_TTL, example: 'a number of seconds from 0 to 3600' } as const;

/** The settings of the authorizers that call a function. */
export const AUTHORIZER_SHAPES = {
  token: { token: { ...FUNCTION, required: true }, header: HEADER, validation: { is: 'RegExp', example: 'a RegExp' }, ttl: TTL },
  request: {
    request: { ...FUNCTION, required: true },
    identitySource: { is: 'strings', example: "sources such as ['$request.header.Authorization']" },
    payload: { oneOf: ['1.0', '2.0'] },
    enableSimpleResponses: { is: 'boolean', example: 'true or false' },
    ttl: TTL,
  },
  verify: { verify: { ...FUNCTION, required: true }, header: HEADER },
  refuse: {
    refuse: { oneOf: ['jwt', 'cognito', 'lambda', 'iam'] },
    fix: { is: 'name', example: "what to do, such as 'Pass the keys.'", required: true },
  },
} as const satisfies Record<string, Readonly<Record<string, Shape>>>;
