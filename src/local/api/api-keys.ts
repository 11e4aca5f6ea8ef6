import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { FailureType } from '../../render/outcome/failure-type.js';

/** A key of an API's usage plan. */
export interface ApiKey {
  /** Id of the key, which the event has beside its value. */
  readonly id: string;
  /** What the client sends. */
  readonly value: string;
}

/** Whether a request has a key that it needs. */
export type ApiKeyVerdict = { readonly apiKey?: ApiKey } | { readonly refused: FailureType };

/**
 * Looks for the API key of a request.
 *
 * @param usageKey the key that a Lambda authorizer named, where the API takes its keys from there; `undefined`: from `X-API-Key`.
 */
export function checkApiKey(
  request: HttpRequest,
  keys: readonly ApiKey[],
  isRequired: boolean,
  usageKey: string | undefined,
): ApiKeyVerdict {
  const value = usageKey ?? lastValueOf(request.headers, 'x-api-key');
  const apiKey = keys.find((key) => key.value === value);
  // assumed: the event of a method that needs no key has it all the same when it was sent.
  if (apiKey !== undefined) return { apiKey };
  if (!isRequired) return {};
  return { refused: value === undefined ? 'forbidden' : 'invalid-api-key' };
}
