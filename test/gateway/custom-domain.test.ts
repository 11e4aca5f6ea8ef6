import { describe, expect, test } from 'vitest';
import { basePathOf, keepsBasePath } from '../../src/gateway/custom-domain.js';

const domainName = 'api.example.com';

describe('basePathOf', () => {
  test.each([
    [undefined, ''],
    ['', ''],
    ['(none)', ''],
    ['/', ''],
    ['///', ''],
    ['orders', 'orders'],
    ['/orders/v1/', 'orders/v1'],
    ['//a//b//', 'a//b'],
  ])('reads %j as %j', (basePath, expected) => {
    expect(basePathOf({ domainName, ...(basePath !== undefined && { basePath }) })).toBe(expected);
  });
});

describe('keepsBasePath', () => {
  test.each([
    ['rest', false, true],
    ['rest', true, false],
    ['rest', undefined, false],
    ['http-2.0', false, false],
  ] as const)('of %s with stripBasePath %s is %s', (target, stripBasePath, expected) => {
    expect(keepsBasePath(target, { domainName, ...(stripBasePath !== undefined && { stripBasePath }) })).toBe(expected);
  });
});
