import { GatewayError } from '../gateway/error.js';
import { parseRoute } from '../gateway/route.js';
import type { Target } from '../gateway/target.js';
import type { LocalAuthorizer } from './local-authorizer.js';
import type { LocalRoute } from './local-route.js';

/** The settings of a local API that may contradict each other. */
export interface CheckedSettings {
  readonly target: Target;
  readonly routes: Readonly<Record<string, LocalRoute<never> | LocalRoute<never>['handler']>>;
  readonly authorizers?: Readonly<Record<string, LocalAuthorizer>>;
  readonly authorizer?: string;
}

type AuthorizerKind = 'lambda' | 'cognito' | 'jwt' | 'iam' | 'token' | 'request' | 'verify';

/** Kinds of authorizers that each target has. */
const KINDS: Readonly<Record<Target, readonly AuthorizerKind[]>> = {
  rest: ['lambda', 'cognito', 'iam', 'token', 'request', 'verify'],
  'http-1.0': ['lambda', 'jwt', 'iam', 'request', 'verify'],
  'http-2.0': ['lambda', 'jwt', 'iam', 'request', 'verify'],
  websocket: ['lambda', 'iam', 'request'],
  'function-url': ['iam'],
};

/**
 * Looks at the settings before any request comes.
 *
 * @throws GatewayError for a route that is none, and for an authorizer that the target does not have or nobody has named.
 */
export function checkSettings({ target, routes, authorizers = {}, authorizer }: CheckedSettings): void {
  for (const [name, settings] of Object.entries(authorizers)) {
    if (!KINDS[target].some((kind) => kind in settings)) {
      const cure = `It can be one of ${KINDS[target].join(', ')}.`;
      throw new GatewayError('unknown-option', ['authorizers', name], `A ${target} API has no such authorizer.`, cure);
    }
  }
  checkName(authorizer, ['authorizer'], authorizers);
  for (const [key, route] of Object.entries(routes)) {
    checkRoute(key, target);
    if ('handler' in route) checkName(route.authorizer || undefined, ['routes', key, 'authorizer'], authorizers);
  }
}

function checkRoute(key: string, target: Target): void {
  if (target === 'websocket') return; // every text is the key of a message route
  const { path } = parseRoute(key);
  const isFine = target === 'rest' ? path.startsWith('/') : target !== 'function-url' || path === '$default';
  if (isFine) return;
  const cure = target === 'rest' ? "Write 'ANY /{proxy+}' and 'ANY /'." : "Its one route is '$default'.";
  throw new GatewayError('invalid-route', ['routes', key], `A ${target} API has no route '${key}'.`, cure);
}

function checkName(name: string | undefined, path: readonly string[], authorizers: Readonly<Record<string, LocalAuthorizer>>): void {
  if (name === undefined || Object.hasOwn(authorizers, name)) return;
  throw new GatewayError('unknown-option', path, `There is no authorizer '${name}'.`, 'Put it into `authorizers`.');
}
