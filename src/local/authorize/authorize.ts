import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { LocalAuthorizer } from '../api/local-authorizer.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import type { AuthorizerCache } from './authorizer-cache.js';
import { verifyJwt } from './jwt-authorizer.js';
import { callAuthorizer } from './lambda-authorizer.js';
import { refuseAll } from './refuse-all.js';
import type { Verdict } from './verdict.js';

/** The authorizers of an API. */
export interface Authorizers {
  readonly byName: Readonly<Record<string, LocalAuthorizer>>;
  readonly cache: AuthorizerCache;
  /** The runtime of Lambda authorizers. */
  readonly runtime: LambdaRuntime;
}

/** Returns the name of a route's authorizer, or `undefined` if it has none. */
export function authorizerOf(
  route: { readonly authorizer?: string | false } | undefined,
  standard: string | undefined,
): string | undefined {
  const name = route?.authorizer ?? standard;
  return name === false ? undefined : name;
}

/**
 * Calls the authorizer of a route.
 *
 * @param name name of the authorizer, or `undefined` for a route without one, where everyone may pass.
 */
export async function authorize(
  request: HttpRequest,
  gateway: Gateway,
  name: string | undefined,
  scopes: readonly string[] | undefined,
  { byName, cache, runtime }: Authorizers,
): Promise<Verdict> {
  if (name === undefined) return { authorizer: undefined };
  const authorizer = Object.hasOwn(byName, name) ? byName[name] : undefined;
  // checkSettings found it. Whoever removes it later does not open the route.
  if (authorizer === undefined) return { failure: 'authorizer-configuration' };
  if ('refuse' in authorizer) return refuseAll(authorizer, gateway);
  if ('verify' in authorizer) return verifyJwt(authorizer, request, gateway, scopes);
  if (!('token' in authorizer) && !('request' in authorizer)) return { authorizer };
  const { target } = gateway;
  // checkSettings rejects this: a function URL has IAM only.
  if (target === 'function-url') return { failure: 'authorizer-configuration' };
  return callAuthorizer(authorizer, name, request, { ...gateway, target }, { cache, runtime });
}
