import { isObject } from '../http/is-object.js';
import { isPayload2, type RequestEvent } from './event.js';

/** Claims of a token by name. */
export type Claims = Readonly<Record<string, string | undefined>>;

/**
 * The claims of the token that a Cognito or JWT authorizer accepted, every one a string; `undefined` with another authorizer or none. How
 * a list or a date is written is up to the API: a REST API joins lists with commas, an HTTP API writes `[a b]`.
 */
export function claims(event: RequestEvent): Claims | undefined {
  const left = event.requestContext.authorizer;
  const holder = isPayload2(event) ? partOf(left, 'jwt') : left;
  const found = partOf(holder, 'claims');
  // A Lambda authorizer's flat context may use the name for a text of its own.
  return isObject(found) ? (found as Claims) : undefined; // gateways write claims as texts (recorded)
}

function partOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
