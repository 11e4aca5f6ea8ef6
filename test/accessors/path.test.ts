import { buildFunctionUrlEvent, buildHttpEvent, buildHttpEventV1, buildRestEvent, path, type RequestEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

describe('path', () => {
  const customDomain = { domainName: 'api.example.com', basePath: 'orders/v1' };

  test.each<[string, RequestEvent, string]>([
    ['a REST API', buildRestEvent({ path: '/a%20b' }), '/a b'],
    ['a REST API behind a custom domain', buildRestEvent({ route: 'GET /a/{id}', path: '/a/1', customDomain }), '/a/1'],
    [
      'a REST API with the stage in the path of its domain',
      buildRestEvent({ path: '/a/', customDomain: { ...customDomain, stageInPath: true } }),
      '/a/',
    ],
    ['the root of a REST API behind a custom domain', buildRestEvent({ path: '/', customDomain }), '/'],
    ['a console test', buildRestEvent({ path: '/a', testInvoke: true }), '/a'],
    ['payload 1.0 in a named stage', buildHttpEventV1({ path: '/a%20b', stage: 'dev' }), '/a b'],
    ['payload 1.0 behind a custom domain', buildHttpEventV1({ route: 'GET /a', path: '/a', customDomain }), '/a'],
    ['payload 2.0 in a named stage', buildHttpEvent({ path: '/a%20b', stage: 'dev' }), '/a b'],
    ['payload 2.0 in a named stage, by a route', buildHttpEvent({ route: 'GET /a/{rest+}', path: '/a/b/', stage: 'dev' }), '/a/b/'],
    ['the root of a named stage', buildHttpEvent({ path: '/', stage: 'dev' }), '/'],
    ['a path that starts with the name of the stage', buildHttpEvent({ path: '/device', stage: 'dev' }), '/device'],
    ['a path whose first segment is the stage', buildHttpEvent({ path: '/dev/a', stage: 'dev' }), '/dev/a'],
    ['a function URL', buildFunctionUrlEvent({ path: '/a%20b' }), '/a b'],
  ])('leaves out stage and base path: %s', (_, event, expected) => {
    expect(path(event)).toBe(expected);
  });

  const BEHIND = { domainName: 'api.example.com', basePath: 'orders' };
  test.each<[string, RequestEvent, string]>([
    ['payload 2.0 behind a custom domain', buildHttpEvent({ route: 'GET /a/{id}', path: '/a/1', customDomain: BEHIND }), '/a/1'],
    ['payload 2.0 with an encoded value', buildHttpEvent({ route: 'GET /a/{id}', path: '/a/b%2520c', customDomain: BEHIND }), '/a/b%20c'],
    [
      'payload 2.0 whose path has the base path',
      { ...buildHttpEvent({ route: 'GET /a/{id}', path: '/a/1' }), rawPath: '/orders/a/1' },
      '/a/1',
    ],
    ['REST in a stage whose name starts the path', buildRestEvent({ route: 'ANY /{proxy+}', path: '/dev/a', stage: 'dev' }), '/dev/a'],
    ['payload 2.0 in the stage $default', buildHttpEvent({ path: '/$default/a' }), '/$default/a'],
    ['payload 1.0 in the stage $default', buildHttpEventV1({ path: '/$default/a' }), '/$default/a'],
  ])('is the path of the route: %s', (_, event, expected) => {
    expect(path(event)).toBe(expected);
  });

  test.each([
    ['/orders', 'orders', '/'],
    ['/orders/', 'orders', '/'],
    ['/orders/a', 'orders', '/a'],
    ['/ordersa', 'orders', '/ordersa'],
    ['/a/orders', 'orders', '/a/orders'],
    ['/a', '', '/a'],
    ['//orders/a//b', 'orders', '/a//b'],
  ])('of %s below the base path %j is %s', (rawPath, basePath, expected) => {
    const event = buildHttpEvent();
    expect(path({ ...event, rawPath }, basePath)).toBe(expected);
  });

  test.each([5, null, undefined])('reads an event whose stage is %s', (stage) => {
    const event = buildHttpEvent({ path: '/a' });
    expect(path({ ...event, requestContext: { ...event.requestContext, stage } } as never)).toBe('/a');
  });

  test('removes the base path that you pass when only $default matched', () => {
    const event = buildHttpEventV1({ path: '/a', customDomain });
    expect(path(event)).toBe('/orders/v1/a');
    expect(path(event, 'orders/v1')).toBe('/a');
  });

  test.each(['constructor', 'toString', '__proto__'])('reads a parameter called %s', (name) => {
    const pathParameters = JSON.parse(`{"${name}":"a"}`) as Record<string, string>;
    const route = `/x/{${name}}`;
    for (const event of [buildRestEvent({ path: '/x/a' }), buildHttpEventV1({ path: '/x/a' })]) {
      expect(path({ ...event, resource: route, pathParameters })).toBe('/x/a');
      expect(path({ ...event, resource: route, pathParameters: {} })).toBe('/x/a');
    }
    const event = buildHttpEvent({ path: '/x/a' });
    expect(path({ ...event, routeKey: `GET ${route}`, pathParameters })).toBe('/x/a');
    expect(path({ ...event, routeKey: `GET ${route}`, pathParameters: {} })).toBe('/x/a');
  });

  test('reads an incomplete event', () => {
    const event = buildRestEvent({ path: '/a/b' });
    expect(path({ ...event, pathParameters: null })).toBe('/a/b');
    expect(path({ httpMethod: 'GET', path: '/a%20b' } as RequestEvent)).toBe('/a b');
  });
});
