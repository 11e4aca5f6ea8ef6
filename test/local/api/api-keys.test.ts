import { describe, expect, test } from 'vitest';
import { type ApiKeySource, findApiKey } from '../../../src/local/api/api-keys.js';

const apiKeys = [
  { id: 'one', value: 'first' },
  { id: 'two', value: 'second' },
];

describe('findApiKey', () => {
  test.each<[source: ApiKeySource, header: string | undefined, usageKey: string | undefined, required: boolean, expected: object]>([
    ['HEADER', 'second', undefined, true, { apiKey: apiKeys[1] }],
    ['HEADER', 'second', 'first', false, { apiKey: apiKeys[1] }],
    ['AUTHORIZER', 'second', 'first', true, { apiKey: apiKeys[0] }],
    ['HEADER', undefined, undefined, false, {}],
    ['HEADER', 'unknown', undefined, false, {}],
    ['HEADER', undefined, 'first', true, { failure: 'forbidden' }],
    ['AUTHORIZER', 'first', undefined, true, { failure: 'forbidden' }],
    ['HEADER', 'unknown', 'first', true, { failure: 'invalid-api-key' }],
    ['AUTHORIZER', 'first', 'unknown', true, { failure: 'invalid-api-key' }],
    ['HEADER', '', undefined, true, { failure: 'invalid-api-key' }],
  ])('looks in %s only: header %j, key of the authorizer %j, required: %j', (apiKeySource, header, usageKey, isRequired, expected) => {
    const headers = header === undefined ? [] : [['X-API-Key', header] as const];
    expect(findApiKey({ method: 'GET', target: '/', headers }, { apiKeys, apiKeySource }, isRequired, usageKey)).toEqual(expected);
  });
});
