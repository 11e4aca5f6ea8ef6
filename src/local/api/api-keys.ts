import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { FailureType } from '../../render/outcome/failure-type.js';

/** A key of an API's usage plan. */
export interface ApiKey {
  /** Id of the key. The event has it, too. */
  readonly id: string;
  /** The value of the key, which the client sends. */
  readonly value: string;
}

/** The key of a request, if it has one, or why the request is refused. */
export type ApiKeyVerdict = { readonly apiKey?: ApiKey } | { readonly failure: FailureType };

/**
 * Finds the API key of a request.
 *
 * @param usageKey the key that a Lambda authorizer named. Default: the one in `X-API-Key`.
 */
export function findApiKey(
  request: HttpRequest,
  keys: readonly ApiKey[],
  isRequired: boolean,
  usageKey: string | undefined,
): ApiKeyVerdict {
  const value = usageKey ?? lastValueOf(request.headers, 'x-api-key');
  const apiKey = keys.find((key) => key.value === value);
  // assumed: if a method needs no key, but the client sends one, the event contains it anyway.
  if (apiKey !== undefined) return { apiKey };
  if (!isRequired) return {};
  return { failure: value === undefined ? 'forbidden' : 'invalid-api-key' };
}
