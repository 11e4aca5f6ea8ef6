import { argumentError, requireObject } from '../http/argument-error.js';
import type { ConditionKeys } from './conditions.js';

/** Values of condition keys, such as `{ 'aws:SourceVpce': 'vpce-1' }`. `null`: the request has no such key. */
export interface ConditionContext {
  readonly [key: string]: string | number | boolean | readonly string[] | null;
}

/** What is known of a request by itself. `undefined`: nothing is known of the key. */
export type KnownKeys = { readonly [key: string]: ConditionContext[string] | undefined };

/**
 * The keys of every call of a service. documented: the service has a name and belongs to no organization. assumed: it calls with TLS, and not
 * through a VPC.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function keysOfService(service: string): ConditionContext {
  return {
    'aws:PrincipalIsAWSService': true,
    'aws:PrincipalServiceName': service,
    'aws:PrincipalOrgID': null,
    'aws:SecureTransport': true,
    'aws:SourceVpc': null,
    'aws:SourceVpce': null,
  };
}

/** Merges what is known of a request with what the user passed, which wins. */
export function keysOf(known: KnownKeys, context: ConditionContext = {}): ConditionKeys {
  requireObject(['context'], context);
  const keys = new Map<string, readonly string[]>();
  for (const [key, value] of [...Object.entries(known), ...Object.entries(context)]) {
    if (value !== undefined) keys.set(key.toLowerCase(), valuesOf(value, key));
  }
  return keys;
}

function valuesOf(value: unknown, key: string): readonly string[] {
  if (value === null) return [];
  const values: readonly unknown[] = [value].flat();
  return values.map((item) => {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return String(item);
    throw argumentError(['context', key], 'a string, a number, a boolean, an array of strings, or null', item);
  });
}
