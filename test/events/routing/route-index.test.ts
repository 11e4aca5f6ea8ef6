import { findRoute, type Gateway } from 'apigw-proxy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexRoutes, knownIndexOf, routesAlong } from '../../../src/events/routing/route-index.js';
import { findRoutePlainly } from '../plain/find-route.js';

// Few different segments, so that routes share prefixes, and paths match several of them. `%61` is an `a`.
const LITERAL = fc.constantFrom('a', 'b', '%61', 'a%2Fb', '');
const METHOD = fc.constantFrom('', 'GET ', 'POST ', 'ANY ');
const ROUTE = fc
  .tuple(METHOD, fc.array(fc.oneof(LITERAL, fc.constant('{}')), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([method, segments, isGreedy]) => {
    const named = segments.map((segment, index) => (segment === '{}' ? `{p${index}}` : segment));
    return `${method}/${[...named, ...(isGreedy ? ['{rest+}'] : [])].join('/')}`;
  });
const ROUTES = fc.array(fc.oneof({ weight: 9, arbitrary: ROUTE }, { weight: 1, arbitrary: fc.constant('$default') }), { maxLength: 12 });
const PATH = fc
  .array(fc.constantFrom('a', 'b', 'c', '%61', '%2561', 'a%2Fb', 'a%3Fb', ''), { minLength: 1, maxLength: 5 })
  .map((segments) => `/${segments.join('/')}`);
const GATEWAY = fc.constantFrom<Gateway[]>(
  { target: 'rest', testInvoke: true },
  { target: 'rest' },
  { target: 'http-1.0' },
  { target: 'http-2.0' },
  { target: 'http-2.0', stage: 'a' },
);

describe('the index of a list of routes', () => {
  const ROUTES = ['/a/b', '/a/{id}', '/a/', '/{x+}', '/b/b', 'GET $default', '/a/%62', '/c/{x+}'];
  const keysAlong = (path: string): string[] => routesAlong(indexRoutes(ROUTES), path.slice(1).split('/')).map(({ key }) => key);

  test.each([
    ['/a/b', ['GET $default', '/{x+}', '/a/b', '/a/{id}']],
    ['/a/%62', ['GET $default', '/{x+}', '/a/%62', '/a/b', '/a/{id}']],
    ['/a/', ['GET $default', '/{x+}', '/a/', '/a/{id}']],
    ['/b/b/c', ['GET $default', '/{x+}']],
    ['/x', ['GET $default', '/{x+}']],
  ])('leads to the routes that could match %s, and to no others', (path, expected) => {
    expect(keysAlong(path)).toEqual(expected);
    const index = indexRoutes(ROUTES);
    const counts = [1, 2, 3].map(() => routesAlong(index, path.slice(1).split('/')).length);
    expect(counts).toEqual([expected.length, expected.length, expected.length]);
  });

  test('is kept as long as the list is the same', () => {
    const routes = ['/a', '/b'];
    expect(knownIndexOf(routes)).toBeUndefined();
    const index = indexRoutes(routes);
    expect(knownIndexOf(routes)).toBe(index);
    routes[1] = '/c';
    expect(knownIndexOf(routes)).toBeUndefined();
    routes[1] = '/b';
    expect(knownIndexOf(routes)).toBe(index);
    routes.push('/c');
    expect(knownIndexOf(routes)).toBeUndefined();
    const frozen = Object.freeze(['/a']);
    expect(knownIndexOf(frozen)).toBeUndefined();
    expect(indexRoutes(frozen)).toBe(knownIndexOf(frozen));
  });
});

describe('findRoute', () => {
  test('finds in the index what a search of every route finds', () => {
    fc.assert(
      fc.property(ROUTES, fc.array(PATH, { minLength: 1, maxLength: 4 }), METHOD, GATEWAY, (routes, paths, method, gateway) => {
        for (const path of paths) {
          const request = { method: method.trim() || 'PUT', target: path, headers: [] };
          const expected = findRoutePlainly(request, routes, gateway);
          expect(findRoute(request, routes, gateway)).toBe(expected);
          expect(findRoute(request, Object.freeze([...routes]), gateway)).toBe(expected);
        }
      }),
    );
  });

  test('notices that the array has changed', () => {
    const change = fc.oneof(
      fc.record({ at: fc.nat(12), key: ROUTE }).map(
        ({ at, key }) =>
          (routes: string[]): unknown =>
            routes.splice(at, 1, key),
      ),
      ROUTE.map(
        (key) =>
          (routes: string[]): unknown =>
            routes.push(key),
      ),
      fc.constant((routes: string[]): unknown => routes.pop()),
      fc.constant((routes: string[]): unknown => routes.reverse()),
    );
    fc.assert(
      fc.property(ROUTES, PATH, fc.array(change, { maxLength: 5 }), GATEWAY, (routes, target, changes, gateway) => {
        const request = { method: 'GET', target, headers: [] };
        for (const apply of changes) {
          findRoute(request, routes, gateway);
          apply(routes);
          expect(findRoute(request, routes, gateway)).toBe(findRoutePlainly(request, routes, gateway));
        }
      }),
    );
  });

  test('checks an array again that has changed', () => {
    const routes: unknown[] = ['GET /a'];
    const find = (): unknown => findRoute({ method: 'GET', target: '/a', headers: [] }, routes as string[], { target: 'http-2.0' });
    expect(find()).toBe('GET /a');
    routes.push(5);
    expect(find).toThrow('`routes[1]` must be a string; got 5.');
  });
});
