import { describe, expect, test } from 'vitest';
import { closestName } from '../../src/gateway/did-you-mean.js';
import { API_SETTINGS, REQUEST_SETTINGS } from '../../src/gateway/setting-names.js';

const NAMES = [...Object.keys(REQUEST_SETTINGS), ...Object.keys(API_SETTINGS)];

describe('closestName', () => {
  test.each([
    ['authoriser', 'authorizer'],
    ['Stage', 'stage'],
    ['stge', 'stage'],
    ['satge', 'stage'],
    ['stagevariables', 'stageVariables'],
    ['binaryMediaType', 'binaryMediaTypes'],
    ['accountID', 'accountId'],
    ['customDomainName', 'customDomain'],
    ['id', 'ids'],
  ])('returns, for %j, the name %j', (given, expected) => {
    expect(closestName(given, NAMES)).toBe(expected);
  });

  test.each(['', 'x', 'constructor', '__proto__', 'headers', 'a'.repeat(1_000_000)])('returns undefined for %j', (given) => {
    expect(closestName(given, NAMES)).toBeUndefined();
  });

  test.each(NAMES)('returns %s for itself', (name) => {
    expect(closestName(name, NAMES)).toBe(name);
  });
});
