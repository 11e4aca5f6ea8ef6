import { describe, expect, test } from 'vitest';
import { HTTP_PATHS as HTTP, matchPath, type PathRules, parseRoute, REST_PATHS as REST } from '../../src/gateway/route.js';

describe('parseRoute', () => {
  test.each([
    ['GET /users/{id}', 'GET', '/users/{id}', ['literal users', 'parameter id']],
    ['ANY /{proxy+}', 'ANY', '/{proxy+}', ['greedy proxy']],
    ['/users', undefined, '/users', ['literal users']],
    ['/', undefined, '/', ['literal ']],
    ['/a b', undefined, '/a b', ['literal a b']],
    ['/{user-id}/', undefined, '/{user-id}/', ['parameter user-id', 'literal ']],
    ['/books:batchGet', undefined, '/books:batchGet', ['literal books:batchGet']],
    ['/$default', undefined, '/$default', ['literal $default']],
    ['$default', undefined, '$default', []],
    ['GET $default', 'GET', '$default', []],
  ])('parses %j', (key, method, path, segments) => {
    const route = parseRoute(key);
    const isNamed = path.startsWith('$');
    expect(route).toMatchObject({ method, path, key: isNamed ? path : `${method ?? 'ANY'} ${path}` });
    expect(route.segments.map(({ kind, text }) => `${kind} ${text}`)).toEqual(segments);
  });

  test.each(['/{a}/{ab}', '/{ab}/{a+}', '/a/{b}/c', 'FOO /a', '/{constructor}/{__proto__}'])('accepts %j', (key) => {
    expect(parseRoute(key).path).toBe(key.slice(key.indexOf('/')));
  });

  const FORM = 'is not a valid route key.';
  const BRACES = 'has braces inside a segment. A parameter is a whole segment, such as `/{id}/`.';
  const GREEDY = 'has a greedy parameter before its last segment. `{proxy+}` matches the rest of a path, so it must be last.';

  test.each([
    ['', FORM, 'Write `/`.'],
    ['users', FORM, 'Write `/users`.'],
    ['get /users', FORM, 'Write `GET /users`.'],
    ['xGET /users', FORM, 'Write `/xGET /users`.'],
    ['GETx /users', FORM, 'Write `/GETx /users`.'],
    [' /users', FORM, 'Write `/users`.'],
    ['$default/users', FORM, 'Write `$default`.'],
    ['GET  /users', FORM, 'Write `GET /users`.'],
    ['GET/users', FORM, 'Write `GET /users`.'],
    ['GET users', FORM, 'Write `GET /users`.'],
    ['Get', FORM, 'Write `GET /`.'],
    ['$Default', FORM, 'Write `$default`.'],
    ['{id', FORM, 'Write `GET /users/{id}`, `/users/{id}` or `$default`.'],
    ['/users/:id', 'uses Express syntax.', 'Write `/users/{id}`.'],
    ['get users/:id/*', FORM, 'Write `GET /users/{id}/{proxy+}`.'],
    ['GET /files/*', 'uses Express syntax.', 'Write `GET /files/{proxy+}`.'],
    ['/:id-1', 'uses Express syntax.', 'Write `/{id-1}`.'],
    ['/:id?', 'uses Express syntax.', 'Write parameters as `{id}` and a wildcard as `{proxy+}`.'],
    ['/:1', 'uses Express syntax.', 'Write parameters as `{id}` and a wildcard as `{proxy+}`.'],
    ['/a/:i', 'uses Express syntax.', 'Write `/a/{i}`.'],
    ['/*/files', 'uses Express syntax.', 'Write parameters as `{id}` and a wildcard as `{proxy+}`.'],
    ['GET /{proxy+}/b', GREEDY, 'Move it to the end, or remove its `+`.'],
    ['/{a+}/{b}', GREEDY, 'Move it to the end, or remove its `+`.'],
    ['/{a+}/', GREEDY, 'Move it to the end, or remove its `+`.'],
    ...['GET /{a', '/a}', '/{}', '/{+}', '/a{b}', '/{a}b', '/{a/b}', '/{a}{b}'].map((key) => [
      key,
      BRACES,
      'Write parameters as `{id}` between two slashes.',
    ]),
    ['/{a}/{a}', 'uses a parameter name twice.', 'Give each parameter its own name.'],
    ['/{a}/b/{a+}', 'uses a parameter name twice.', 'Give each parameter its own name.'],
  ])('rejects %j and suggests a key', (key, reason, fix) => {
    const message = `Route ${key === '' ? '""' : `\`${key}\``} ${reason} ${fix}`;
    expect(() => parseRoute(key)).toThrow(
      expect.objectContaining({ name: 'GatewayError', code: 'invalid-route', path: ['route'], fix, message }),
    );
  });
});

describe('matchPath', () => {
  test.each<[string, string, PathRules, unknown]>([
    ['/users', '/users', REST, []],
    ['/users', '/users/', REST, []],
    ['/users', '/users//', REST, undefined],
    ['/users', '/user', REST, undefined],
    ['/users', '/users/1', REST, undefined],
    ['/users', '/users1', REST, undefined],
    ['/users', '/users1', HTTP, undefined],
    ['/users', '/%75sers', REST, []],
    ['/users', '/%2575sers', HTTP, undefined],
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
  ])('matches the route %s against the path %s', (route, path, rules, expected) => {
    expect(matchPath(parseRoute(route), path, rules)).toEqual(expected);
  });
});
