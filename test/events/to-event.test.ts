import { detectEvent, type Gateway, type HttpRequest, type Target, toEvent } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozen } from '../frozen.js';

const REST_KEYS = [
  'resource',
  'path',
  'httpMethod',
  'headers',
  'multiValueHeaders',
  'queryStringParameters',
  'multiValueQueryStringParameters',
  'pathParameters',
  'stageVariables',
  'requestContext',
  'body',
  'isBase64Encoded',
];

function get(target: string, headers: HttpRequest['headers'] = []): HttpRequest {
  return { method: 'GET', target, headers };
}

describe('toEvent', () => {
  test.each<[Target, RegExp]>([
    ['rest', /^rest$/],
    ['http-1.0', /^http-1.0$/],
    ['http-2.0', /^http-2.0$/],
    ['function-url', /^function-url$/],
    ['websocket', /^websocket-(connect|message|disconnect)$/],
  ])('makes a whole %s event of every request, and leaves request and settings as they were', (target, kind) => {
    fc.assert(
      fc.property(exchange(target).map(frozen), ({ request, gateway }) => {
        expect(detectEvent(toEvent(request, gateway))).toMatch(kind);
      }),
      { numRuns: 10_000 },
    );
  });

  test.each<Target>(['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'])(
    'makes the same %s event of the same request, all JSON',
    (target) => {
      fc.assert(
        fc.property(exchange(target), ({ request, gateway }) => {
          const event = toEvent(request, gateway);
          expect(JSON.parse(JSON.stringify(event))).toEqual(toEvent(request, gateway));
        }),
      );
    },
  );

  test('gives HTTP APIs the same request in both payload formats', () => {
    fc.assert(
      fc.property(exchange('http-2.0'), ({ request, gateway }) => {
        const v2 = toEvent(request, gateway);
        const v1 = toEvent(request, { ...gateway, target: 'http-1.0' });
        expect(v2.body ?? null).toBe(v1.body);
        expect(v2.isBase64Encoded).toBe(v1.isBase64Encoded);
        expect(v2.requestContext.timeEpoch).toBe(v1.requestContext.requestTimeEpoch);
        expect(v2.requestContext.time).toBe(v1.requestContext.requestTime);
        expect(v2.requestContext.http.sourceIp).toBe(v1.requestContext.identity.sourceIp);
        const joined = Object.entries(v1.multiValueQueryStringParameters ?? {}).map(([name, values]) => [name, values?.join(',')]);
        expect(Object.entries(v2.queryStringParameters ?? {})).toEqual(joined);
      }),
      { numRuns: 10_000 },
    );
  });

  test('gives REST and HTTP APIs the same request, but for what the facts say', () => {
    fc.assert(
      fc.property(exchange('rest'), ({ request, gateway }) => {
        const rest = toEvent(request, gateway);
        const http = toEvent(request, { ...gateway, target: 'http-1.0', stage: rest.requestContext.stage });
        expect(http.path).toBe(rest.requestContext.path);
        expect(http.httpMethod).toBe(rest.httpMethod);
        expect(http.resource.startsWith('/')).toBe(gateway.route !== undefined);
        expect(http.queryStringParameters).toEqual(rest.queryStringParameters);
        expect(http.multiValueQueryStringParameters).toEqual(rest.multiValueQueryStringParameters);
        expect(http.stageVariables).toEqual(rest.stageVariables);
        expect(http.requestContext.identity.sourceIp).toBe(rest.requestContext.identity.sourceIp);
        expect(http.requestContext.requestTime).toBe(rest.requestContext.requestTime);
        expect(http.body === null).toBe(rest.body === null);
      }),
      { numRuns: 10_000 },
    );
  });

  test('reads the query as the URL standard reads a form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webQueryParameters(), fc.string({ unit: 'binary-ascii' })), (query) => {
        const { multiValueQueryStringParameters } = toEvent(get(`/prod/x?${query}`), { target: 'rest' });
        const pairs = new Map<string, string[]>();
        // The '&' keeps URLSearchParams from dropping a '?' that belongs to the first name.
        for (const [name, value] of new URLSearchParams(`&${query}`)) pairs.set(name, [...(pairs.get(name) ?? []), value]);
        // Keys that look like array indices come first in every object, so the order is not compared.
        expect(new Map(Object.entries(multiValueQueryStringParameters ?? {}))).toEqual(pairs);
      }),
    );
  });

  test('keeps every header value with commas whole on payload 1.0, and its bytes on payload 2.0', () => {
    const request = get('/prod/x', [
      ['X-List', 'a, b'],
      ['X-List', 'c'],
    ]);
    expect(toEvent(request, { target: 'rest' }).multiValueHeaders?.['X-List']).toEqual(['a, b', 'c']);
    expect(toEvent(request, { target: 'rest' }).headers?.['X-List']).toBe('c');
    expect(toEvent(request, { target: 'http-2.0' }).headers['x-list']).toBe('a, b,c');
  });

  test('writes REST keys in the order of the wire', () => {
    expect(Object.keys(toEvent(get('/prod/x'), { target: 'rest' }))).toEqual(REST_KEYS);
  });

  test('leaves out of payload 2.0 what is not there', () => {
    const event = toEvent(get('/x'), { target: 'http-2.0' });
    expect(Object.keys(event)).toEqual([
      'version',
      'routeKey',
      'rawPath',
      'rawQueryString',
      'headers',
      'requestContext',
      'isBase64Encoded',
    ]);
  });

  test.each([
    ['__proto__=1&constructor=2', { ['__proto__']: '1', constructor: '2' }],
    ['a=1&a=2', { a: '2' }],
    ['flag&empty=&plus=a+b&pct=a%2Bb', { flag: '', empty: '', plus: 'a b', pct: 'a+b' }],
    ['bad=%zz%', { bad: '%zz%' }],
    ['?q=1', { '?q': '1' }],
  ])('reads the query %s', (query, expected) => {
    const { queryStringParameters } = toEvent(get(`/prod/x?${query}`), { target: 'rest' });
    expect(Object.entries(queryStringParameters ?? {})).toEqual(Object.entries(expected));
  });

  test('strips the stage, whatever slashes are around it', () => {
    const at = (target: string): (string | undefined)[] => {
      const { path, requestContext } = toEvent(get(target), { target: 'rest' });
      return [path, requestContext.path];
    };
    expect(at('/prod')).toEqual(['/', '/prod']);
    expect(at('/prod/')).toEqual(['/', '/prod/']);
    expect(at('//prod/a')).toEqual(['/a', '/prod/a']);
    expect(at('/prod//a//b')).toEqual(['/a//b', '/prod//a//b']);
  });

  test.each<[string, HttpRequest, Gateway, string]>([
    ['a path without the stage', get('/users'), { target: 'rest' }, 'stage-not-in-path'],
    ['a path that only starts like the stage', get('/production/users'), { target: 'rest' }, 'stage-not-in-path'],
    ['a path beside the route', get('/prod/users'), { target: 'rest', route: '/orders' }, 'route-mismatch'],
    ['a method beside the route', get('/prod/users'), { target: 'rest', route: 'POST /users' }, 'route-mismatch'],
    [
      'a path without the base path',
      get('/x'),
      { target: 'http-2.0', customDomain: { domainName: 'd', basePath: 'b' } },
      'base-path-not-in-path',
    ],
  ])('refuses %s with a typed error', (_, request, gateway, code) => {
    expect(() => toEvent(request, gateway)).toThrow(expect.objectContaining({ name: 'GatewayError', code }));
  });

  test('reads a body as UTF-8 text or as base64 of its very bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (body) => {
        const event = toEvent({ ...get('/x'), body }, { target: 'http-2.0' });
        expect(event.isBase64Encoded).toBe(true);
        expect([...Buffer.from(event.body ?? '', 'base64')]).toEqual([...body]);
      }),
    );
  });
});
