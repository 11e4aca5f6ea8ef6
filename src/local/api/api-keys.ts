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

/** Where an API looks for the key of a request. */
export type ApiKeySource = 'HEADER' | 'AUTHORIZER';

/** The keys of an API, and where it looks for the key of a request. */
export interface ApiKeySettings {
  readonly apiKeys: readonly ApiKey[];
  readonly apiKeySource: ApiKeySource;
}

/**
 * Finds the API key of a request. documented: an API has one source of keys, and ignores a key in the other place.
 *
 * @param usageKey the key that a Lambda authorizer named.
 */
export function findApiKey(
  request: HttpRequest,
  { apiKeys, apiKeySource }: ApiKeySettings,
  isRequired: boolean,
  usageKey: string | undefined,
): ApiKeyVerdict {
  const value = apiKeySource === 'AUTHORIZER' ? usageKey : lastValueOf(request.headers, 'x-api-key');
  const apiKey = apiKeys.find((key) => key.value === value);
  // assumed: if a method needs no key, but the client sends one, the event contains it anyway.
  if (apiKey !== undefined) return { apiKey };
  if (!isRequired) return {};
  return { failure: value === undefined ? 'forbidden' : 'invalid-api-key' };
}
