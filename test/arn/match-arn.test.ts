import { matchesArn } from 'apigw-proxy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../src/arn/glob.js';

const API = 'arn:aws:execute-api:us-east-2:123456789012:';

describe('matchesArn', () => {
  // The patterns of the Lambda guide, and their neighbours.
  test.each([
    ['mnh1xmpli7/*/GET/*', 'mnh1xmpli7/prod/GET/', true],
    ['mnh1xmpli7/*/GET/*', 'mnh1xmpli7/dev/GET/user/1', true],
    ['mnh1xmpli7/*/GET/*', 'mnh1xmpli7/dev/POST/user', false],
    ['mnh1xmpli7/*/GET/*', 'mnh1xmpli8/dev/GET/user', false],
    ['mnh1xmpli7/prod/ANY/user', 'mnh1xmpli7/prod/GET/user', true],
    ['mnh1xmpli7/prod/ANY/user', 'mnh1xmpli7/prod/PATCH/user', true],
    ['mnh1xmpli7/prod/ANY/user', 'mnh1xmpli7/prod/GET/users', false],
    ['mnh1xmpli7/prod/ANY/user', 'mnh1xmpli7/dev/GET/user', false],
    ['mnh1xmpli7/*/*/*', 'mnh1xmpli7/prod/DELETE/user/1', true],
    ['mnh1xmpli7/*/*/*', 'mnh1xmpli7/$default/GET/', true],
    ['mnh1xmpli7/*/*/*', 'mnh1xmpli7/prod/$connect', false],
    ['mnh1xmpli7/default/GET/', 'mnh1xmpli7/default/GET/', true],
    ['mnh1xmpli7/default/GET/', 'mnh1xmpli7/default/GET/a', false],
    ['ktyvxmpls1/*/GET/', 'ktyvxmpls1/Prod/GET/', true],
    ['mnh1xmpli7/*', 'mnh1xmpli7/prod/$connect', true],
    ['mnh1xmpli7/*/$connect', 'mnh1xmpli7/prod/$connect', true],
    ['mnh1xmpli7/*/$connect', 'mnh1xmpli7/prod/$disconnect', false],
    ['mnh1xmpli7/*/$default', 'mnh1xmpli7/$default/$default', true],
    ['mnh1xmpli7/*/*/$default', 'mnh1xmpli7/$default/$default', false],
    ['mnh1xmpli?/prod/GET/user', 'mnh1xmpli7/prod/GET/user', true],
    ['MNH1XMPLI7/*', 'mnh1xmpli7/prod/GET/user', false],
    ['*', 'mnh1xmpli7/prod/GET/a:b', true],
    ['mnh1xmpli7/prod/GET/a:b', 'mnh1xmpli7/prod/GET/a:b', true],
    ['mnh1xmpli7/prod/GET/a:b', 'mnh1xmpli7/prod/GET/ab', false],
  ])('%s for %s: %s', (pattern, arn, expected) => {
    expect(matchesArn(API + pattern, API + arn)).toBe(expected);
  });

  test.each([
    ['arn:aws:execute-api:*:*:*', true],
    ['arn:aws-cn:execute-api:*:*:*', false],
    ['arn:aws*:execute-api:us-*-2:*:mnh1xmpli7/*', true],
    ['arn:aws:*', false],
    ['*', false],
    ['arn:aws:execute-api:us-east-2:*:123456789012:mnh1xmpli7/*', false],
    ['arn:aws:execute-api:*:123456789012:mnh1xmpli7/prod', false],
  ])('compares the parts between colons separately: %s: %s', (pattern, expected) => {
    expect(matchesArn(pattern, `${API}mnh1xmpli7/prod/GET/user`)).toBe(expected);
  });

  test.each([
    ['arn:aws:lambda:*:1:f:x', 'arn:aws:lambda:r:1:g:1:f:x'],
    ['arn:aws:lambda:r:1', 'arn:aws:lambda:r:1:'],
    ['arn:aws:lambda:r:1:', 'arn:aws:lambda:r:1'],
    ['arn:aws:lambda:r:1:*', 'arn:aws:lambda:r:1'],
    ['arn:aws:lambda:r:1', 'arn:aws:lambda:r:1:*'],
  ])('does not let %s match %s', (pattern, arn) => {
    expect(matchesArn(pattern, arn)).toBe(false);
  });

  test.each([
    [undefined, 'arn:x', 'pattern'],
    ['arn:x', 5, 'arn'],
  ])('throws a TypeError for %j and %j', (pattern, arn, name) => {
    const error = expect.objectContaining({ name: 'TypeError', path: [name] });
    expect(() => matchesArn(pattern as string, arn as string)).toThrow(error);
  });
});

describe('matchesGlob', () => {
  const TEXT = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/'), maxLength: 12 });

  test('agrees with a regular expression', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (pattern, text) => {
        const expression = pattern.replaceAll('/', '\\/').replaceAll('*', '.*').replaceAll('?', '.');
        expect(matchesGlob(pattern, text)).toBe(new RegExp(`^${expression}$`, 's').test(text));
      }),
    );
  });
});
