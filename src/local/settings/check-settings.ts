import { isHttpApi, type Target } from '../../aws/target.js';
import { type AnyIntegration, checkIntegration } from '../../custom/integration/check-custom-integration.js';
import { checkTarget } from '../../gateway/check-gateway.js';
import { checkNames, checkRequired, checkShapes, formatPath, invalidOption, type Shapes } from '../../gateway/check-shape.js';
import { customizationOf } from '../../gateway/customization.js';
import { closestName } from '../../gateway/did-you-mean.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { API_SETTINGS } from '../../gateway/setting-names.js';
import { SETTING_SHAPES } from '../../gateway/setting-shapes.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { corsCodeOf } from '../../render/cors.js';
import { isStreaming } from '../../render/stream/streaming-mode.js';
import { isTenantIdSource } from '../api/tenant-id.js';
import { CONTEXT_SHAPES } from '../function/build-context.js';
import { isStreamified } from '../function/runtime/awslambda.js';
import { checkAuthorizer } from './check-authorizer.js';
import { checkGuards } from './check-guards.js';
import { checkRouteKeys } from './check-route-keys.js';
import { API_SHAPES, ROUTE_SHAPES, WEBSOCKET_API_SHAPES } from './local-shapes.js';

/** The targets of each kind of API, and the settings that it has in addition to those of its gateway. */
const API_KINDS = {
  http: { targets: ['rest', 'http-1.0', 'http-2.0', 'function-url'], shapes: API_SHAPES },
  websocket: { targets: ['websocket'], shapes: WEBSOCKET_API_SHAPES },
} as const satisfies Record<string, { readonly targets: readonly Target[]; readonly shapes: Shapes }>;

/** Targets that have API keys. */
const WITH_KEYS: ReadonlySet<Target> = new Set(['rest', 'websocket']);

/**
 * Checks the settings of an API before any request comes. The compiler does the same for TypeScript. In JavaScript, a misspelled name could
 * be an authorizer that is never called.
 *
 * @throws GatewayError for an unknown name, a value that has the wrong type or is missing, an invalid route, an unknown authorizer, and a
 *   setting that the target ignores.
 * @throws GatewayResponseError for a gateway response that AWS would reject.
 */
export function checkSettings(init: object, kind: keyof typeof API_KINDS): void {
  if (!isObject(init)) throw invalidOption(['init'], 'an object', init, "Pass settings such as { target: 'http-2.0', routes: {} }.");
  const { target } = init;
  checkTarget(target);
  const { targets, shapes }: { readonly targets: readonly Target[]; readonly shapes: Shapes } = API_KINDS[kind];
  if (!targets.includes(target)) {
    throw new GatewayError(
      'wrong-target',
      ['target'],
      `This API can't have the target \`${target}\`.`,
      `Use one of ${targets.join(', ')}.`,
    );
  }
  checkNames(init, [...Object.keys(API_SETTINGS), ...Object.keys(shapes)], []);
  checkGuards(init, { ...SETTING_SHAPES, ...shapes }, []);
  checkShapes(init, SETTING_SHAPES, []);
  checkShapes(init, shapes, []);
  checkRequired(init, shapes, []);
  checkCors(init['cors'], target);
  const gateway = { ...init, target } as Gateway; // the shapes are checked
  customizationOf(gateway)?.check(gateway);
  corsCodeOf(gateway);
  if (isObject(init['context'])) checkShapes(init['context'], CONTEXT_SHAPES, ['context']);
  const { authorizers = {}, authorizer, apiKeys, apiKeySource, routes, tenantId, limits } = init;
  for (const [name, settings] of Object.entries(Object(authorizers))) checkAuthorizer(name, settings, target);
  checkAuthorizerName(authorizer, ['authorizer'], Object(authorizers));
  checkApiKeys(apiKeys, target);
  if (apiKeySource !== undefined && !WITH_KEYS.has(target))
    throw unsupportedOption(['apiKeySource'], `The target \`${target}\` has no API keys.`);
  checkTenantId(tenantId, target);
  if (kind === 'http') checkIdle(limits, { ...init, target }, routes);
  checkRouteKeys(Object.keys(Object(routes)), target);
  for (const [key, route] of Object.entries(Object(routes))) {
    if (typeof route !== 'function') checkRoute(['routes', key], route, { target, authorizer, authorizers: Object(authorizers) });
  }
}

/** What the settings of a route are checked against. */
interface ApiOfRoute {
  readonly target: Target;
  readonly authorizer: unknown;
  readonly authorizers: object;
}

function checkRoute(path: readonly string[], route: unknown, api: ApiOfRoute): void {
  if (!isObject(route)) throw invalidOption(path, 'a function, or an object with a `handler`', route, 'Pass a handler.');
  checkGuards(route, ROUTE_SHAPES, path);
  checkShapes(route, ROUTE_SHAPES, path);
  if (!WITHOUT_FUNCTION.has(Object(route['integration']).integration)) checkRequired(route, ROUTE_SHAPES, path);
  const { authorizer = api.authorizer, scopes, apiKeyRequired } = route;
  if (authorizer !== false) checkAuthorizerName(authorizer, [...path, 'authorizer'], api.authorizers);
  if (apiKeyRequired === true && !WITH_KEYS.has(api.target)) {
    throw unsupportedOption([...path, 'apiKeyRequired'], `The target \`${api.target}\` has no API keys.`);
  }
  const found: unknown = typeof authorizer === 'string' ? Reflect.get(api.authorizers, authorizer) : undefined;
  const isVerified = isObject(found) && ('verify' in found || 'refuse' in found);
  if (Array.isArray(scopes) && scopes.length > 0 && !isVerified) {
    throw unsupportedOption([...path, 'scopes'], 'Only a `verify` authorizer checks scopes.');
  }
  checkOwnSettings(path, route, api.target);
  if (route['integration'] !== undefined) checkRouteIntegration([...path, 'integration'], route, api.target);
}

/** The kinds of integrations without a function. */
const WITHOUT_FUNCTION: ReadonlySet<unknown> = new Set(['mock', 'http', 'http-proxy']);

/** Settings that need a function. */
const OF_FUNCTION = ['handler', 'timeout', 'responseTransferMode'] as const;

/** Checks the settings of a route that go before those of its API. */
function checkOwnSettings(path: readonly string[], route: object, target: Target): void {
  const rows = [
    ['payload', isHttpApi(target), 'Only HTTP APIs have a choice of payload formats.'],
    ['responseTransferMode', target === 'rest', 'Only a REST API has this setting.'],
  ] as const;
  for (const [name, isKnown, reason] of rows) {
    if (isKnown || Reflect.get(route, name) === undefined) continue;
    const own = [...path, name];
    throw new GatewayError('unsupported-option', own, `${reason} The target is \`${target}\`.`, `Remove \`${formatPath(own)}\`.`);
  }
}

function checkRouteIntegration(path: readonly string[], route: Readonly<Record<string, unknown>>, target: Target): void {
  const { integration, handler, responseTransferMode } = route;
  if (target !== 'rest') {
    const reason = `The target \`${target}\` doesn't support custom integrations.`;
    throw new GatewayError('unsupported-option', path, reason, `Remove \`${formatPath(path)}\`, or use the target \`rest\`.`);
  }
  checkIntegration(integration as AnyIntegration, undefined, path); // its check is what makes it one
  if (WITHOUT_FUNCTION.has(Object(integration).integration)) checkFunctionless(path, route);
  else if (isStreamified(handler) || responseTransferMode === 'STREAM') throw streamingError(path);
}

function streamingError(path: readonly string[]): GatewayError {
  const reason = "The route streams, but a custom integration can't.";
  return new GatewayError(
    'unsupported-option',
    path,
    reason,
    'Pass a handler that returns its result, and leave out `responseTransferMode`.',
  );
}

function checkFunctionless(path: readonly string[], route: Readonly<Record<string, unknown>>): void {
  const name = OF_FUNCTION.find((setting) => route[setting] !== undefined);
  if (name === undefined) return;
  const own = [...path.slice(0, -1), name];
  const reason = `A route with the integration \`${String(Object(route['integration']).integration)}\` has no function.`;
  throw new GatewayError('unsupported-option', own, reason, `Remove \`${formatPath(own)}\`.`);
}

function checkAuthorizerName(name: unknown, path: readonly string[], authorizers: object): void {
  if (name === undefined || (typeof name === 'string' && Object.hasOwn(authorizers, name))) return;
  const meant = closestName(name, Object.keys(authorizers));
  const fix = meant === undefined ? 'Add it to `authorizers`.' : `Did you mean \`${meant}\`?`;
  throw new GatewayError(
    'unknown-authorizer',
    path,
    `Unknown authorizer ${typeof name === 'string' ? `\`${name}\`` : describeValue(name)}.`,
    fix,
  );
}

function checkApiKeys(apiKeys: unknown, target: Target): void {
  if (!Array.isArray(apiKeys) || apiKeys.length === 0) return;
  if (!WITH_KEYS.has(target)) throw unsupportedOption(['apiKeys'], `The target \`${target}\` has no API keys.`);
  for (const name of ['id', 'value']) {
    const known = new Set<unknown>();
    const at = apiKeys.findIndex((key) => known.size === known.add(key[name]).size);
    if (at < 0) continue;
    const path = ['apiKeys', at, name];
    const reason = `Two API keys have the same ${name}: see \`${formatPath(path)}\`.`;
    throw new GatewayError('conflicting-options', path, reason, `Pass a different ${name}, or remove one of the keys.`);
  }
}

function checkCors(cors: unknown, target: Target): void {
  if (cors === undefined || cors === null || (target !== 'rest' && target !== 'websocket')) return;
  const reason = `The target \`${target}\` has no CORS configuration. Its functions answer OPTIONS and send the headers.`;
  throw new GatewayError('unsupported-option', ['cors'], reason, 'Remove `cors`, or use the target `http-2.0`.');
}

function checkTenantId(source: unknown, target: Target): void {
  if (typeof source !== 'string') return;
  if (target !== 'rest') {
    const reason = `Only REST APIs call functions with tenant isolation, and the target is \`${target}\`.`;
    throw new GatewayError('unsupported-option', ['tenantId'], reason, 'Remove `tenantId`, or use the target `rest`.');
  }
  if (isTenantIdSource(source)) return;
  const fix =
    "Pass 'method.request.header.X-Tenant', 'method.request.querystring.tenant', 'method.request.path.tenant' or 'context.authorizer.tenant'.";
  throw invalidOption(['tenantId'], 'the place of a tenant id', source, fix);
}

function checkIdle(limits: unknown, gateway: Gateway, routes: unknown): void {
  if (!isObject(limits) || limits['idle'] === undefined || isStreaming(gateway)) return;
  if (Object.values(Object(routes)).some((route) => Object(route).responseTransferMode === 'STREAM')) return;
  const reason = 'Only an API that streams has an idle limit.';
  throw new GatewayError('unsupported-option', ['limits', 'idle'], reason, 'Remove `limits.idle`, or let the API stream.');
}

function unsupportedOption(path: readonly string[], reason: string): GatewayError {
  const fix = `Remove \`${formatPath(path)}\`, or change the target or the authorizer.`;
  return new GatewayError('unsupported-option', path, `${reason} Every request would pass.`, fix);
}
