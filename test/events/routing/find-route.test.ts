import { findRoute, type HttpRequest } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

function request(line: string): HttpRequest {
  const [method = '', target = ''] = line.split(' ');
  return { method, target, headers: [] };
}

// The example in AWS's guide to the routes of HTTP APIs.
const GUIDE = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];

describe('findRoute', () => {
  test.each([
    ['GET /pets/dog/1', 'GET /pets/dog/1'],
    ['GET /pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET /pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST /test/5', 'ANY /{proxy+}'],
    ['POST /pets/dog/1', 'ANY /{proxy+}'],
  ])('returns, for %s on an HTTP API, the route %s', (line, expected) => {
    expect(findRoute(request(line), GUIDE, { target: 'http-2.0' })).toBe(expected);
    expect(findRoute(request(line), [...GUIDE].reverse(), { target: 'http-2.0' })).toBe(expected);
  });

  test.each([
    ['GET /prod/users', ['ANY /users', 'GET /users'], 'GET /users'],
    ['POST /prod/users', ['ANY /users', 'GET /users'], 'ANY /users'],
    ['POST /prod/users/1', ['GET /users/{id}', 'ANY /{proxy+}'], 'ANY /{proxy+}'],
    ['OPTIONS /prod/users', ['GET /users', 'OPTIONS /{proxy+}'], 'OPTIONS /{proxy+}'],
    ['GET /prod/users/me', ['PATCH /users/me', 'GET /users/{id}', 'ANY /{proxy+}'], 'GET /users/{id}'],
    ['POST /prod/users/me', ['PATCH /users/me', 'GET /users/{id}'], undefined],
    ['HEAD /prod/users', ['GET /users'], undefined],
    ['POST /prod/orders', ['GET /users/{id}', 'ANY /{proxy+}'], 'ANY /{proxy+}'],
    ['GET /prod/', ['ANY /{proxy+}'], undefined],
    ['GET /prod/', ['ANY /{proxy+}', '/'], '/'],
    ['GET /users', ['/users'], undefined],
    ['GET /prod/%61', ['/a'], '/a'],
    // Among equals, the first wins.
    ['GET /prod/a/', ['/a/', '/a'], '/a/'],
    ['GET /prod/a/', ['/a', '/a/'], '/a'],
    ['GET /prod/a', ['/{x}', '/{y}'], '/{x}'],
  ])('returns, for %s on a REST API with the routes %j: %s', (line, routes, expected) => {
    expect(findRoute(request(line), routes, { target: 'rest' })).toBe(expected);
  });

  test.each([
    // An HTTP API decodes the path first.
    ['GET /items/a%2Fb', ['GET /items/{id}'], undefined],
    ['GET /items/a%2fb', ['GET /items/{id}', 'GET /items/{rest+}'], 'GET /items/{rest+}'],
    ['GET /items%2Fa', ['GET /items/{id}'], 'GET /items/{id}'],
    ['GET /items/a%252Fb', ['GET /items/{id}'], 'GET /items/{id}'],
    ['GET /caf%C3%A9', ['GET /café'], 'GET /café'],
    ['GET /a%2562', ['GET /a%62'], 'GET /a%62'],
    // The path ends at a decoded question mark.
    ['GET /items/a%3Fb', ['GET /items/{id}'], 'GET /items/{id}'],
    ['GET /items/%3Fb', ['GET /items/{id}', 'GET /items/'], 'GET /items/'],
    // The slash at the end counts.
    ['GET /todos/', ['GET /todos'], undefined],
    ['GET /todos/', ['GET /todos', 'GET /todos/'], 'GET /todos/'],
    ['GET /todos', ['GET /todos/'], undefined],
    ['GET /todos/1/', ['GET /todos/{id}'], undefined],
    ['GET /todos%2F', ['GET /todos'], undefined],
    ['GET /todos/', ['GET /todos', '$default'], '$default'],
    ['GET /metrics/', ['GET /metrics/{proxy+}'], 'GET /metrics/{proxy+}'],
    ['GET /metrics', ['GET /metrics/{proxy+}'], undefined],
    ['GET /x', ['$default', 'GET $default'], 'GET $default'],
    ['GET /x', ['GET $default', '$default'], 'GET $default'],
    ['POST /x', ['GET $default', '$default'], '$default'],
  ])('answers %s on an HTTP API with the routes %j: %s', (line, routes, expected) => {
    expect(findRoute(request(line), routes, { target: 'http-2.0' })).toBe(expected);
    expect(findRoute(request(line), routes, { target: 'http-1.0' })).toBe(expected);
  });

  test.each([
    ['GET /prod/items/a%2Fb', ['/items/{id}'], '/items/{id}'],
    ['GET /prod/items/a%3Fb', ['/items/{id}'], '/items/{id}'],
    ['GET /prod/todos/', ['/todos'], '/todos'],
  ])('returns, for %s on a REST API with the routes %j: %s', (line, routes, expected) => {
    expect(findRoute(request(line), routes, { target: 'rest' })).toBe(expected);
  });

  // Each route is more specific than the next one, and all of them match.
  test.each([
    [
      'GET /a/b',
      ['GET /a/b', 'ANY /a/b', 'GET /a/{id}', 'ANY /a/{id}', 'GET /a/{rest+}', 'ANY /a/{rest+}', 'GET /{id}/b', 'GET /{rest+}', '/{rest+}'],
    ],
    ['GET /a/b/c', ['GET /a/{id}/c', 'GET /a/{rest+}', 'GET /{id}/b/c', 'GET /{id}/{rest+}', 'GET /{rest+}']],
  ] as const)('prefers, for %s, the most specific of any two routes in any order', (line, ranked) => {
    const pairs = ranked.flatMap((winner, index) => ranked.slice(index + 1).map((loser) => [winner, loser] as const));
    for (const [winner, loser] of pairs) {
      for (const routes of [
        [winner, loser],
        [loser, winner],
      ]) {
        expect(findRoute(request(line), routes, { target: 'http-2.0' })).toBe(winner);
        expect(findRoute(request(line.replace('/', '/prod/')), routes, { target: 'rest' })).toBe(winner);
      }
    }
  });

  test('says what to pass instead of a list that is none', () => {
    const find = () => findRoute(request('GET /'), '/' as never, { target: 'http-2.0' });
    expect(find).toThrow('`routes` must be an array of strings; got "/". Pass route keys such as [\'GET /users/{id}\'].');
  });

  test('returns undefined if no route matches', () => {
    expect(findRoute(request('GET /x'), ['GET /y'], { target: 'http-2.0' })).toBeUndefined();
  });
});
