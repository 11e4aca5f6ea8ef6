import { isObject } from '../../http/is-object.js';
import { isUnresolved } from '../reading/values.js';
import { placeholder } from './text.js';

// Nobody here can tell which branch of an `Fn::If` AWS takes if its condition depends on what only AWS knows. One is as good a guess as the
// other, except where it leaves a route open that the other guards.

/** Settings that guard access, or have them inside. */
const GUARDS: ReadonlySet<string> = new Set([
  ...['Auth', 'Authorizer', 'DefaultAuthorizer', 'AuthType'], // SAM, and function URLs
  ...['AuthorizationType', 'AuthorizerId', 'AuthorizationScopes', 'ApiKeyRequired'], // CloudFormation
  ...['security', 'x-amazon-apigateway-auth'], // OpenAPI
]);

/**
 * Returns the first branch of a choice that only AWS can make. A guard that the other branch has and the first lacks becomes
 * `{ $unresolved }`, so that what reads it keeps the route closed.
 *
 * @param path where the choice stands in the evaluated template.
 */
export function closeGuards(first: unknown, other: unknown, path: readonly string[]): unknown {
  return path.some((key) => GUARDS.has(key)) ? close(first, other) : closeInside(first, other);
}

function closeInside(first: unknown, other: unknown): unknown {
  return mergeKeys(first, other, (key, one, two) => {
    if (GUARDS.has(key)) return close(one, two);
    return one === undefined ? undefined : closeInside(one, two);
  });
}

function close(first: unknown, other: unknown): unknown {
  if (isOpen(first) && !isOpen(other)) return placeholder('Fn::If');
  return mergeKeys(first, other, (_, one, two) => close(one, two));
}

type Merge = (key: string, first: unknown, other: unknown) => unknown;

/** Merges what two objects have under each key. Of other values, the first is taken. */
function mergeKeys(first: unknown, other: unknown, merge: Merge): unknown {
  if (!isObject(first) || !isObject(other) || isUnresolved(first) || isUnresolved(other)) return first;
  const own = (from: object, key: string): unknown => (Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined);
  const keys = [...new Set([...Object.keys(first), ...Object.keys(other)])];
  const merged = keys.map((key): [string, unknown] => [key, merge(key, own(first, key), own(other, key))]);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** Checks whether a guard with this value guards nothing. */
function isOpen(value: unknown): boolean {
  if (typeof value === 'string') return /^(?:none|false)?$/i.test(value);
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
