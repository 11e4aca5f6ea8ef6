import {
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  buildEvents,
  buildEventTable,
  buildHttpEvent,
  buildRestEvent,
  type EventInit,
  method,
  TARGETS,
} from 'apigw-proxy';
import { describe, expectTypeOf, test } from 'vitest';

describe('HttpEventBuilder', () => {
  test('returns the path parameters of the route', () => {
    const event = buildRestEvent({ route: 'GET /users/{id}/files/{path+}', pathParameters: { id: 1, path: 'a/b' } });
    expectTypeOf(event.pathParameters).toEqualTypeOf<{ id: string; path: string }>();
    expectTypeOf(buildHttpEvent({ route: 'GET /users/{id}', path: '/users/1' }).pathParameters).toEqualTypeOf<{ id: string }>();
    expectTypeOf(buildRestEvent({ route: '/users' })).toExtend<APIGatewayProxyEvent<never, '/users'>>();
  });

  test('returns ordinary events without a route', () => {
    expectTypeOf(buildRestEvent()).toExtend<APIGatewayProxyEvent>();
    expectTypeOf(buildHttpEvent({ path: '/a' })).toExtend<APIGatewayProxyEventV2>();
    expectTypeOf(buildRestEvent({} as EventInit)).toExtend<APIGatewayProxyEvent>();
    expectTypeOf(buildEvents().rest).toExtend<APIGatewayProxyEvent>();
  });

  test('returns events that can be used as ordinary events', () => {
    const rest = buildRestEvent({ route: '/a/{b}', path: '/a/1' });
    const http = buildHttpEvent({ route: 'GET /a/{b}', path: '/a/1' });
    const events: [APIGatewayProxyEvent, APIGatewayProxyEventV2] = [rest, http];
    expectTypeOf(events).not.toBeAny();
  });

  test('does not compile with missing or unknown parameters', () => {
    // @ts-expect-error a parameter is missing
    buildRestEvent({ route: 'GET /users/{id}/files/{path+}', pathParameters: { id: 1 } });
    // @ts-expect-error a parameter is misspelled
    buildHttpEvent({ route: 'GET /users/{id}', pathParameters: { ix: 1 } });
    // @ts-expect-error there is neither path nor parameters
    buildHttpEvent({ route: 'GET /users/{id}' });
    // @ts-expect-error there are both
    buildHttpEvent({ route: 'GET /users/{id}', path: '/users/1', pathParameters: { id: 1 } });
    // @ts-expect-error the route has no parameters
    buildHttpEvent({ route: 'GET /users', pathParameters: { id: 1 } });
    // @ts-expect-error there is no such option
    buildHttpEvent({ routes: 'GET /users' });
  });
});

describe('buildEventTable', () => {
  test('has rows whose target names the event', () => {
    const rows = buildEventTable({ path: '/a' });
    expectTypeOf<(typeof rows)[number][0]>().toEqualTypeOf<'rest' | 'http-1.0' | 'http-2.0' | 'function-url'>();
    const pathOf = ([target, event]: (typeof rows)[number]): string => (target === 'http-2.0' ? event.rawPath : method(event));
    test.each(rows)('%s', (target, event) => {
      expectTypeOf(target).toEqualTypeOf<'rest' | 'http-1.0' | 'http-2.0' | 'function-url'>();
      expectTypeOf(method(event)).toBeString();
    });
    expectTypeOf(pathOf).toBeFunction();
    expectTypeOf(TARGETS).toEqualTypeOf<readonly ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url']>();
  });
});
