import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { LocalAuthorizer } from '../api/local-authorizer.js';
import type { AuthorizerCache } from './authorizer-cache.js';
import { verifyJwt } from './jwt-authorizer.js';
import { askLambda } from './lambda-authorizer.js';
import type { Verdict } from './verdict.js';

/** The authorizers of an API. */
export interface Authorizers {
  readonly byName: Readonly<Record<string, LocalAuthorizer>>;
  readonly cache: AuthorizerCache;
}

/**
 * Asks the authorizer of a route whether a request may pass.
 *
 * @param name the authorizer's name; `undefined`: the route has none, and everybody may pass.
 */
export async function authorize(
  request: HttpRequest,
  gateway: Gateway,
  name: string | undefined,
  scopes: readonly string[] | undefined,
  { byName, cache }: Authorizers,
): Promise<Verdict> {
  const authorizer = name === undefined ? undefined : byName[name];
  if (name === undefined || authorizer === undefined) return { passed: undefined };
  if ('verify' in authorizer) return verifyJwt(authorizer, request, gateway, scopes);
  if (!('token' in authorizer) && !('request' in authorizer)) return { passed: authorizer };
  const { target } = gateway;
  // A function URL has IAM alone; createLocalApi has refused anything else.
  return target === 'function-url' ? { passed: undefined } : askLambda(authorizer, name, request, { ...gateway, target }, cache);
}
