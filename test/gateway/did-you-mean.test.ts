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

  // Two neighbours that are swapped are one edit, any two letters are not.
  test.each([
    ['ba', 'ab', true],
    ['acb', 'abc', true],
    ['bac', 'abc', true],
    ['xabc', 'abc', true],
    ['bc', 'abc', true],
    ['cba', 'abc', false],
    ['bca', 'abc', false],
    ['cab', 'abc', false],
    ['axx', 'abc', false],
    ['ABC', 'abc', true],
    ['abc', 'ABC', true],
    ['badc', 'abcdef', false],
    ['bacdfe', 'abcdef', true],
    [5, '5', false],
    [undefined, 'undefined', false],
  ])('reads %j as %j: %s', (given, known, isClose) => {
    expect(closestName(given, [known])).toBe(isClose ? known : undefined);
  });

  test('compares names of at most 40 letters, and prefers the closest, then the first', () => {
    expect(closestName('a'.repeat(40), ['a'.repeat(39)])).toBe('a'.repeat(39));
    expect(closestName('a'.repeat(41), ['a'.repeat(41)])).toBeUndefined();
    expect(closestName('abcdef', ['abcdxx', 'abcdex', 'abcdey'])).toBe('abcdex');
  });

  test.each(NAMES)('returns %s for itself', (name) => {
    expect(closestName(name, NAMES)).toBe(name);
  });
});
