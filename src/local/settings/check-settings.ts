import type { Target } from '../../aws/target.js';
import { checkTarget as checkAnyTarget } from '../../gateway/check-gateway.js';
import { formatPath } from '../../gateway/check-shape.js';
import { closestName } from '../../gateway/did-you-mean.js';
import { GatewayError } from '../../gateway/error.js';
import { parseRoute } from '../../gateway/route.js';
import type { Names } from '../../gateway/setting-names.js';
import type { LocalAuthorizer } from '../api/local-authorizer.js';
import type { LocalRoute } from '../api/local-route.js';
import { checkAuthorizer } from './check-authorizer.js';
import { API_NAMES, LIMIT_NAMES, ROUTE_NAMES, WEBSOCKET_API_NAMES, WEBSOCKET_LIMIT_NAMES } from './setting-names.js';
import { checkNames, checkShape, checkShapes, type Shapes } from './setting-shapes.js';

/** The settings of a local API that may contradict each other. */
export interface CheckedSettings {
  readonly target: Target;
  readonly routes: Readonly<Record<string, LocalRoute<never> | LocalRoute<never>['handler']>>;
  readonly authorizers?: Readonly<Record<string, LocalAuthorizer>>;
  readonly authorizer?: string;
  readonly apiKeys?: readonly unknown[];
  readonly limits?: object;
}

/** What settings have to be, by their path. */
const SHAPES: Shapes = {
  routes: 'object!',
  authorizers: 'object',
  authorizer: 'text',
  stage: 'text',
  stageVariables: 'object',
  binaryMediaTypes: 'list',
  customDomain: 'object',
  gatewayResponses: 'object',
  ids: 'object',
  cors: 'object or null',
  'cors.allowOrigins': 'list',
  'cors.allowMethods': 'list',
  'cors.allowHeaders': 'list',
  'cors.exposeHeaders': 'list',
  apiKeys: 'list',
  limits: 'object',
  ...Object.fromEntries(
    Object.keys({ ...LIMIT_NAMES, ...WEBSOCKET_LIMIT_NAMES }).map((name) => [`limits.${name}`, 'number above zero'] as const),
  ),
  context: 'object',
  'context.timeout': 'number above zero',
  'context.now': 'function',
  keep: 'number',
  now: 'function',
  onExchange: 'function',
  routeSelectionExpression: 'text',
  connectionIds: 'function',
};

/** What settings of a route have to be. */
const ROUTE_SHAPES: Shapes = {
  handler: 'function!',
  authorizer: 'text or false',
  scopes: 'list',
  apiKeyRequired: 'flag',
  timeout: 'number above zero',
  routeResponse: 'flag',
};

/** A kind of local API. */
interface ApiKind {
  readonly targets: readonly Target[];
  readonly settings: Names;
  readonly limits: Names;
}

/** The targets of each kind of API, and the names that its settings and its limits may have. */
const API_KINDS = {
  http: { targets: ['rest', 'http-1.0', 'http-2.0', 'function-url'], settings: API_NAMES, limits: LIMIT_NAMES },
  websocket: { targets: ['websocket'], settings: WEBSOCKET_API_NAMES, limits: WEBSOCKET_LIMIT_NAMES },
} as const satisfies Record<string, ApiKind>;

/** Targets that have API keys. */
const WITH_KEYS: ReadonlySet<Target> = new Set(['rest', 'websocket']);

/**
 * Looks at the settings before any request comes. What the compiler keeps out of TypeScript, this keeps out of JavaScript: a name that nobody
 * reads may be an authorizer that nobody asks.
 *
 * @throws GatewayError for a name that is none, a value that cannot be used, a route that is none, an authorizer that the target does not
 *   have or nobody has named, and settings that the target would ignore.
 */
export function checkSettings(init: CheckedSettings, kind: keyof typeof API_KINDS): void {
  const { target, routes, authorizers = {}, authorizer, apiKeys = [], limits = {} } = init;
  const known: ApiKind = API_KINDS[kind];
  checkTarget(target, known.targets);
  checkNames(init, known.settings, []);
  checkShapes(init, SHAPES, []);
  checkNames(limits, known.limits, ['limits']);
  for (const [name, settings] of Object.entries(authorizers)) checkAuthorizer(name, settings, target);
  checkName(authorizer, ['authorizer'], authorizers);
  if (apiKeys.length > 0 && !WITH_KEYS.has(target)) throw unsupported(['apiKeys'], `The target \`${target}\` has no API keys.`);
  for (const [key, route] of Object.entries(routes)) {
    checkKey(key, target);
    if (typeof route !== 'function') checkRoute(['routes', key], route, init);
  }
}

function checkTarget(target: Target, targets: readonly Target[]): void {
  checkAnyTarget(target);
  if (targets.includes(target)) return;
  throw new GatewayError('wrong-target', ['target'], `This API can't have the target \`${target}\`.`, `Use one of ${targets.join(', ')}.`);
}

function checkKey(key: string, target: Target): void {
  if (target === 'websocket') {
    checkMessageKey(key);
    return;
  }
  const { path } = parseRoute(key);
  const isFine = target === 'rest' ? path.startsWith('/') : target !== 'function-url' || path === '$default';
  if (isFine) return;
  const fix = target === 'rest' ? 'Write `ANY /{proxy+}` and `ANY /`.' : 'Write `$default`, its only route.';
  throw new GatewayError('invalid-route', ['routes', key], `The target \`${target}\` has no route \`${key}\`.`, fix);
}

/** Routes of a WebSocket API whose names are the gateway's. */
const MESSAGE_KEYS = ['$connect', '$disconnect', '$default'];

// Every other text is the key of a message route.
function checkMessageKey(key: string): void {
  if (!key.startsWith('$') || MESSAGE_KEYS.includes(key)) return;
  const fix = `Only ${MESSAGE_KEYS.join(', ')} start with \`$\`.`;
  throw new GatewayError('invalid-route', ['routes', key], `A WebSocket API has no route \`${key}\`.`, fix);
}

function checkRoute(path: readonly string[], given: object, settings: CheckedSettings): void {
  const { target, authorizers = {} } = settings;
  checkShape(given, 'object!', path);
  checkNames(given, ROUTE_NAMES, path);
  checkShapes(given, ROUTE_SHAPES, path);
  const route = given as LocalRoute<never>; // it has the names and the shapes of one
  const { authorizer = settings.authorizer, scopes = [], apiKeyRequired } = route;
  checkName(authorizer || undefined, [...path, 'authorizer'], authorizers);
  if (apiKeyRequired === true && !WITH_KEYS.has(target))
    throw unsupported([...path, 'apiKeyRequired'], `The target \`${target}\` has no API keys.`);
  const asked = authorizer ? authorizers[authorizer] : undefined;
  const isVerified = asked !== undefined && 'verify' in asked;
  if (scopes.length > 0 && !isVerified) throw unsupported([...path, 'scopes'], 'Only a `verify` authorizer looks for scopes.');
}

function checkName(name: string | undefined, path: readonly string[], authorizers: Readonly<Record<string, LocalAuthorizer>>): void {
  if (name === undefined || Object.hasOwn(authorizers, name)) return;
  const meant = closestName(name, Object.keys(authorizers));
  const fix = meant === undefined ? 'Add it to `authorizers`.' : `Did you mean \`${meant}\`?`;
  throw new GatewayError('unknown-authorizer', path, `\`authorizers\` has no \`${name}\`.`, fix);
}

function unsupported(path: readonly string[], reason: string): GatewayError {
  const fix = `Remove \`${formatPath(path)}\`, or change the target or the authorizer.`;
  return new GatewayError('unsupported-option', path, `${reason} Every request would pass.`, fix);
}
