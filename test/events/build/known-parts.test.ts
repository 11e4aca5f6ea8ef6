import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  buildWebsocketEvent,
  type EventInit,
  toEvent,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { fromInit } from '../../../src/events/build/from-init.js';
import { outcomeOf } from '../plain/outcome.js';

/** A class that another realm, such as a test environment, has in place of the one here. */
class ForeignParams {
  get [Symbol.toStringTag](): string {
    return 'URLSearchParams';
  }
  toString(): string {
    return 'a=1&b=%20';
  }
  [Symbol.iterator](): Iterator<string> {
    return [][Symbol.iterator]();
  }
}
const FOREIGN: URLSearchParams = new ForeignParams() as never; // it has all that a builder reads
const SEARCH = new URLSearchParams('a=1&a=2&b=x+y');

/** Options from which a builder knows parts of the event, and such from which it only seems to. */
const INITS: readonly EventInit[] = [
  {},
  ...['', 'users', '/', '?a=1', '/x?', '/x?a=1&b=%20', '/r/https://a.example', '/a b/é#c', '/users/1'].map((path) => ({ path })),
  ...['', '?', '?a=1', 'a=1&a=2&b', '&&a=b=c', SEARCH, FOREIGN].map((query) => ({ query })),
  { query: {} },
  { query: { a: '1', b: 2, c: true } },
  { query: { a: ['1', 2], b: [], c: ['3'], d: undefined, e: '' } },
  { query: { 'a b': '1', é: 'x y&=', '+': '+' } },
  { query: { '\ud800': '\udc00', '\ufffd': '2' } },
  { query: { ['__proto__']: '1', constructor: '2' } },
  { path: '/x', query: { a: '1' } },
  ...['$default', '/', 'ANY /', 'GET /users', 'DELETE /users'].map((route) => ({ route })),
  ...[7, 'a b', '', 'é', 'a/b', '.', '\ud800', 'id'].map((id) => ({ route: '/users/{id}', pathParameters: { id }, query: { a: '1' } })),
  ...['a', 'a b', '', 'é', '%'].map((id) => ({ route: '/{id}', pathParameters: { id } })),
  { route: 'POST /files/{path+}', pathParameters: { path: 'a b/c/' } },
  { route: '/{path+}', pathParameters: { path: 'a/b' } },
  { route: '/users/{id}', path: '/users/a%20b' },
  ...[[], [''], ['', 'a=1'], ['a=1'], ['a=1', 'b=2'], ['a=1; b=2'], [' a=1 ', 'b'], ['a=1 ']].map((cookies) => ({ cookies })),
  { cookies: {} },
  { cookies: { a: '1', b: 'x; y', c: '', d: ' ' } },
  { userAgent: '', cookies: { a: '1' } },
  { userAgent: 'test/1' },
  { headers: {} },
  { headers: { 'X-A': ['1', '2'], 'x-a': '3', 'X-B': undefined, 'X-C': [] } },
  { headers: [['X-A', '1'] as const, ['Cookie', 'a=1; b=2'] as const, ['Cookie', 'c=3'] as const] },
  { headers: new Headers({ 'X-A': '1' }) },
  { headers: { 'content-length': '9', 'CONTENT-TYPE': 'text/html' }, body: 'abc' },
  { headers: { 'X-A': '1' }, httpVersion: '2' },
  { httpVersion: '2', userAgent: 'test/1', cookies: ['a=1', 'b=2'] },
  { form: SEARCH },
  { form: FOREIGN },
  { form: { a: '1', é: 'x y', ['__proto__']: '' } },
  { method: 'PUT', body: '', sourceIp: '198.51.100.1' },
  ...['v1', 'a?b', 'a?b=c'].flatMap((basePath): EventInit[] => {
    const customDomain = { domainName: 'd.example', basePath };
    return [{ customDomain }, { customDomain, path: '/x', query: { a: '1' } }, { customDomain, path: '/x?a=1' }];
  }),
  { customDomain: { domainName: 'd.example', basePath: 'v1', stripBasePath: false }, route: '/v1/{id}', pathParameters: { id: 1 } },
];

describe.each([
  ['rest', buildRestEvent],
  ['http-1.0', buildHttpEventV1],
  ['http-2.0', buildHttpEvent],
  ['function-url', buildFunctionUrlEvent],
  ['websocket', buildWebsocketEvent],
] as const)('a builder of %s events', (target, root) => {
  const build: { (init: EventInit): unknown; with(init: object): (init?: EventInit) => unknown } = root as never; // they differ in the types of their options

  test.each(INITS)('builds the event of the request: %j', (init) => {
    const plain = outcomeOf(() => {
      const { request, gateway } = fromInit(target, init);
      return toEvent(request, gateway);
    });
    expect(outcomeOf(() => build(init))).toBe(plain);
    expect(outcomeOf(() => build.with(init)())).toBe(plain);
    expect(outcomeOf(() => build.with({ stage: undefined })(init))).toBe(plain);
  });
});

describe('buildHttpEvent', () => {
  test.each<[EventInit, object]>([
    [{}, { rawPath: '/', rawQueryString: '' }],
    [{ path: '?a=1' }, { rawPath: '/', rawQueryString: 'a=1', queryStringParameters: { a: '1' } }],
    [{ path: 'users?' }, { rawPath: '/users', rawQueryString: '' }],
    [{ path: '/r/https://a' }, { rawPath: '/r/https://a' }],
    [{ route: '$default' }, { rawPath: '/', routeKey: '$default' }],
    [{ query: '?a=1' }, { rawQueryString: 'a=1' }],
    [{ query: SEARCH }, { rawQueryString: 'a=1&a=2&b=x+y', queryStringParameters: { a: '1,2', b: 'x y' } }],
    [{ query: FOREIGN }, { rawQueryString: 'a=1&b=%20', queryStringParameters: { a: '1', b: ' ' } }],
    [
      { query: { a: ['1', '2'], b: [], c: undefined, d: true, e: 'x y' } },
      { rawQueryString: 'a=1&a=2&d=true&e=x+y', queryStringParameters: { a: '1,2', d: 'true', e: 'x y' } },
    ],
    [
      { query: { '\ud800': '1', '\ufffd': '2' } },
      { rawQueryString: '%EF%BF%BD=1&%EF%BF%BD=2', queryStringParameters: { '\ufffd': '1,2' } },
    ],
    [{ cookies: ['', ' a=1 ', 'b=2; c=3'] }, { cookies: ['a=1', 'b=2', 'c=3'] }],
    [{ headers: { a: undefined, b: [], c: ['1', '2'] } }, { headers: { c: '1,2', host: expect.any(String) } }],
    [{ headers: { 'content-length': '9' }, body: 'abc' }, { headers: { 'content-length': '9' } }],
    [{ form: FOREIGN }, { body: btoa('a=1&b=%20'), isBase64Encoded: true }],
    [{ sourceIp: '198.51.100.1', method: 'PUT' }, { requestContext: { http: { sourceIp: '198.51.100.1', method: 'PUT' } } }],
  ])('reads the options %j', (init, expected) => {
    expect(buildHttpEvent(init as object)).toMatchObject(expected);
  });
});
