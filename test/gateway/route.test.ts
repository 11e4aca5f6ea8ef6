import { describe, expect, test } from 'vitest';
import { GatewayError } from '../../src/gateway/error.js';
import { matchPath, type PathRules, parseRoute } from '../../src/gateway/route.js';

const REST: PathRules = { greedyMayBeEmpty: false, greedyKeepsSlash: false };
const HTTP: PathRules = { greedyMayBeEmpty: true, greedyKeepsSlash: true };

describe('parseRoute', () => {
  test.each([
    ['GET /users/{id}', 'GET', '/users/{id}'],
    ['ANY /{proxy+}', 'ANY', '/{proxy+}'],
    ['/users', undefined, '/users'],
    ['/', undefined, '/'],
    ['$default', undefined, '$default'],
  ])('takes %j apart', (route, method, path) => {
    expect(parseRoute(route)).toEqual({ method, path });
  });

  test.each(['', 'users', 'get /users', 'GET  /users', 'GET'])('refuses %j with a cure', (route) => {
    expect(() => parseRoute(route)).toThrow(expect.objectContaining({ name: 'GatewayError', code: 'invalid-route', path: ['route'] }));
    expect(() => parseRoute(route)).toThrow(GatewayError);
  });
});

describe('parseRoute, of braces', () => {
  test.each([
    ['GET /{proxy+}/b', 'A greedy parameter takes all that is left of a path, so it is the last segment.'],
    ['/{a+}/{b}', 'A greedy parameter'],
    ['GET /{a', 'A parameter is a whole segment in braces.'],
    ['/a}', 'A parameter is a whole segment in braces.'],
    ['/{}', 'A parameter is a whole segment in braces.'],
    ['/{+}', 'A parameter is a whole segment in braces.'],
    ['/a{b}', 'A parameter is a whole segment in braces.'],
    ['/{a}b', 'A parameter is a whole segment in braces.'],
    ['/{a/b}', 'A parameter is a whole segment in braces.'],
    ['/{a}/{a}', 'Each parameter has a name of its own.'],
    ['/{a}/b/{a+}', 'Each parameter has a name of its own.'],
  ])('says why %j is none', (route, why) => {
    expect(() => parseRoute(route)).toThrow(expect.objectContaining({ code: 'invalid-route', message: expect.stringContaining(why) }));
  });

  test.each(['/{a}/{ab}', '/{ab}/{a+}', '/a/{b}/c', 'FOO /a', '/{user-id}/'])('takes %j', (route) => {
    expect(() => parseRoute(route)).not.toThrow();
  });
});

describe('matchPath', () => {
  test.each<[string, string, PathRules, unknown]>([
    ['/users', '/users', REST, []],
    ['/users', '/users/', REST, []],
    ['/users', '/user', REST, undefined],
    ['/users', '/users/1', REST, undefined],
    ['/users/{id}', '/users/a%20b', REST, [['id', 'a%20b']]],
    ['/users/{id}', '/users/', REST, undefined],
    [
      '/a/{x}/b/{y}',
      '/a/1/b/2',
      REST,
      [
        ['x', '1'],
        ['y', '2'],
      ],
    ],
    ['/{proxy+}', '/a/b/c', REST, [['proxy', 'a/b/c']]],
    ['/{proxy+}', '/a//b/', REST, [['proxy', 'a//b']]],
    ['/{proxy+}', '/', REST, undefined],
    ['/handler/{proxy+}', '/handler/', HTTP, [['proxy', '']]],
    ['/handler/{proxy+}', '/handler', HTTP, undefined],
    ['/{proxy+}', '/a/', HTTP, [['proxy', 'a/']]],
    ['/caf\u00e9', '/caf%C3%A9', HTTP, []],
    ['$default', '/anything', HTTP, []],
  ])('%s and %s', (route, path, rules, expected) => {
    expect(matchPath(route, path, rules)).toEqual(expected);
  });
});
