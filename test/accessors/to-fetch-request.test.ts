import { readFileSync } from 'node:fs';
import {
  BodyError,
  bodyBytes,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  cookies,
  type HttpEvent,
  type HttpRequest,
  header,
  method,
  path,
  pathParameters,
  query,
  type RequestEvent,
  toEvent,
  toFetchRequest,
} from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import { fromFetchRequest } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventOfCase, type RequestCase } from '../conformance/request-case.js';

const pathnameOf = (event: HttpEvent): string => new URL(toFetchRequest(event).url).pathname;

type HttpTarget = 'rest' | 'http-1.0' | 'http-2.0' | 'function-url';

/** The path of a URL, decoded once. Dot segments are encoded twice in a request, because Fetch would resolve them. */
function decodedPathOf(target: string): string {
  const [path = ''] = target.split('?');
  return decodeURIComponent(path.replace(/(?<=\/)(?:\.|%2e){1,2}(?=\/|$)/gi, (dots) => dots.replace(/\.|%2e/gi, '%252E')));
}

/** What a handler reads of an event. */
function read(event: HttpEvent & RequestEvent): unknown {
  const type = header(event, 'content-type')?.split(/, */);
  return [method(event), path(event), pathParameters(event), [...query(event)], cookies(event), type, bodyBytes(event)];
}

describe('toFetchRequest', () => {
  test.each<HttpTarget>(['rest', 'http-1.0', 'function-url', 'http-2.0'])(
    'returns what the client of a %s event asked for',
    async (target) => {
      await fc.assert(
        fc.asyncProperty(exchange(target), async ({ request, gateway }) => {
          const event = toEvent(request, gateway);
          const back = await fromFetchRequest(toFetchRequest(event));
          expect(back.method).toBe(request.method);
          // An HTTP API with payload 2.0 cuts the path off at an encoded question mark.
          const sent = target === 'http-2.0' ? request.target.replace(/%3F.*$/i, '') : request.target;
          expect(decodedPathOf(back.target)).toBe(decodedPathOf(sent));
          // An event with a text body loses bytes that are not UTF-8.
          const bytes = event.isBase64Encoded ? request.body : new TextEncoder().encode(event.body ?? '');
          if (bytes?.length && !['GET', 'HEAD'].includes(request.method)) expect(back.body).toEqual(bytes);
        }),
      );
    },
  );

  test.each<HttpTarget>(['rest', 'http-1.0', 'http-2.0', 'function-url'])(
    'makes a request that becomes an equal %s event again',
    async (target) => {
      // Fetch allows no body for GET, resolves dot segments, and joins repeated headers.
      const isExpressible = ({ method: verb, target: url, headers }: HttpRequest): boolean =>
        !['GET', 'HEAD'].includes(verb) &&
        !/\/(?:\.|%2e){1,2}(?:\/|$|\?)|%3F/i.test(url) &&
        headers.filter(([name]) => name.toLowerCase() === 'content-type').length < 2;
      await fc.assert(
        fc.asyncProperty(
          exchange(target).filter(({ request }) => isExpressible(request)),
          async ({ request, gateway }) => {
            const event = toEvent(request, gateway);
            const back = await fromFetchRequest(toFetchRequest(event));
            expect(read(toEvent(back, gateway))).toEqual(read(event));
          },
        ),
      );
    },
  );

  const recorded = (JSON.parse(readFileSync(new URL('../conformance/data/request-cases.json', import.meta.url), 'utf8')) as RequestCase[])
    .filter((one) => one.event === 'proxy' && one.api !== 'websocket')
    .map((one) => [one.id, one] as const);

  test.each(recorded)('goes back from the recorded event %s', async (_, one) => {
    const event = eventOfCase(one) as HttpEvent & RequestEvent;
    const request = toFetchRequest(event);
    expect(request.method).toBe(method(event));
    expect(decodeURIComponent(new URL(request.url).pathname)).toContain(path(event));
    for (const [name, value] of request.headers) expect(value.split(/, */)).toEqual(header(event, name)?.split(/, */));
    expect([...new URL(request.url).searchParams]).toEqual([...query(event)]);
    if (request.body !== null) expect(new Uint8Array(await request.arrayBuffer())).toEqual(bodyBytes(event));
  });

  test.each([
    ['/a/../admin', '/a/%252E%252E/admin'],
    ['/a/%2e%2E/admin', '/a/%252E%252E/admin'],
    ['/a/.%2e/./b/..', '/a/%252E%252E/%252E/b/%252E%252E'],
    ['/..', '/%252E%252E'],
    ['..', '/%252E%252E'],
    ['/...', '/...'],
    ['/a/.b/c.', '/a/.b/c.'],
    ['/a\\..\\b', '/a%5C..%5Cb'],
    ['//evil.example/a', '//evil.example/a'],
    ['/a\tb\n', '/a%09b%0A'],
  ])('does not let the path %j lead elsewhere', (given, expected) => {
    const rest = buildRestEvent();
    expect(pathnameOf({ ...buildFunctionUrlEvent(), rawPath: given })).toBe(expected);
    expect(pathnameOf({ ...buildHttpEventV1(), path: given })).toBe(expected);
    expect(pathnameOf({ ...rest, path: given, requestContext: { ...rest.requestContext, path: given } })).toBe(expected);
  });

  test('encodes dot segments of a decoded path', () => {
    expect(pathnameOf({ ...buildHttpEvent(), rawPath: '/a/../b/%2e' })).toBe('/a/%252E%252E/b/%252e');
  });

  test.each([
    ['a=#b', '?a=%23b'],
    ['a=b#', '?a=b%23'],
    ['a\tb=c\n', '?a%09b=c%0A'],
    ['a=\u0000', '?a=%00'],
    ['a= b ', '?a=%20b%20'],
    ['a=\u007f', '?a=%7F'],
    ['a=é', '?a=%C3%A9'],
    ['a=%zz&&?', '?a=%zz&&?'],
  ])('keeps the whole query %j of payload 2.0', (rawQueryString, expected) => {
    const { search, hash } = new URL(toFetchRequest({ ...buildHttpEvent(), rawQueryString }).url);
    expect([search, hash]).toEqual([expected, '']);
  });

  test.each(['', 'a.example/x', 'a.example?', 'a.example#', 'user@a.example', 'a.example\\x', 'a b', 'a.example\t', 'a\u0000'])(
    'throws a TypeError for the host %j',
    (host) => {
      const rest = buildRestEvent();
      const { domainName: _, ...requestContext } = rest.requestContext;
      const error = expect.objectContaining({ name: 'TypeError', path: ['event', 'requestContext', 'domainName'] });
      const http = buildHttpEvent();
      expect(() => toFetchRequest({ ...http, requestContext: { ...http.requestContext, domainName: host } })).toThrow(error);
      expect(() => toFetchRequest({ ...rest, multiValueHeaders: { Host: [host] }, requestContext })).toThrow(error);
    },
  );

  test("reads the sample event of AWS's guide, whose host has a placeholder", () => {
    const event = buildFunctionUrlEvent();
    const domainName = '<url-id>.lambda-url.us-west-2.on.aws';
    const request = toFetchRequest({ ...event, requestContext: { ...event.requestContext, domainName } });
    expect(new URL(request.url).host).toBe('url-id.lambda-url.us-west-2.on.aws');
  });

  test.each(['a.example:8080', '[::1]', 'testPrefix.testDomainName', 'localhost'])('accepts the host %s', (host) => {
    const http = buildHttpEvent();
    const { url } = toFetchRequest({ ...http, requestContext: { ...http.requestContext, domainName: host } });
    expect(new URL(url).host).toBe(host.toLowerCase());
  });

  test('puts the cookies of payload 2.0 back into the Cookie header', () => {
    const event = toEvent({ method: 'GET', target: '/?q=a+b', headers: [['Cookie', 'a=1; b=2']] }, { target: 'http-2.0' });
    const request = toFetchRequest(event);
    expect(request.headers.get('cookie')).toBe('a=1; b=2');
    expect(new URL(request.url).search).toBe('?q=a+b');
  });

  test('returns the cookies of a function URL only once', () => {
    const event = buildFunctionUrlEvent({ headers: { Cookie: 'session=abc; theme=dark' } });
    expect(event.headers['cookie']).toBe('session=abc; theme=dark');
    expect(toFetchRequest(event).headers.get('cookie')).toBe('session=abc; theme=dark');
  });

  // An HTTP API decodes the path, so each of these characters is one that the client encoded.
  test.each([
    ['/50%off', '/50%25off'],
    ['/a%2Fb', '/a%252Fb'],
    ['/users/me?admin=true', '/users/me%3Fadmin=true'],
    ['/a#b', '/a%23b'],
    ['/a b/é', '/a%20b/%C3%A9'],
  ])('encodes the decoded path %s of payload 2.0', (rawPath, expected) => {
    const request = toFetchRequest({ ...buildHttpEvent({ query: 'x=1' }), rawPath });
    expect([new URL(request.url).pathname, new URL(request.url).search]).toEqual([expected, '?x=1']);
  });

  test('does not change the encoded path of a function URL and of payload 1.0', () => {
    expect(pathnameOf({ ...buildFunctionUrlEvent(), rawPath: '/a%2Fb%20c' })).toBe('/a%2Fb%20c');
    expect(pathnameOf({ ...buildHttpEventV1(), path: '/a%2Fb%20c' })).toBe('/a%2Fb%20c');
  });

  test('uses the path of a console test, whose context has the resource', () => {
    const event = buildRestEvent({ route: 'GET /{proxy+}', path: '/test', testInvoke: true });
    expect(pathnameOf({ ...event, requestContext: { ...event.requestContext, path: '/{proxy+}' } })).toBe('/test');
  });

  test('reads single values when the event has no multi-value map', () => {
    const event = buildRestEvent({ headers: { 'X-A': '1' }, query: 'flag=' });
    const request = toFetchRequest({ ...event, multiValueHeaders: null, multiValueQueryStringParameters: null });
    expect([request.headers.get('x-a'), new URL(request.url).search]).toEqual(['1', '?flag=']);
  });

  test.each([
    ['\u00eb', '\u00eb'],
    ['Sr\u012b', Buffer.from('Sr\u012b').toString('latin1')],
  ])('writes a header value %j as bytes', (value, expected) => {
    const event = buildHttpEvent();
    const headers = { ...event.headers, 'x-city': value };
    expect(toFetchRequest({ ...event, headers, cookies: [`city=${value}`] }).headers.get('x-city')).toBe(expected);
    expect(toFetchRequest({ ...event, headers, cookies: [`city=${value}`] }).headers.get('cookie')).toBe(`city=${expected}`);
  });

  test('adds no Content-Type', () => {
    const { headers, ...event } = buildHttpEvent({ method: 'POST', body: 'a' });
    const { 'content-type': _, ...others } = headers;
    expect(toFetchRequest({ ...event, headers: others }).headers.has('content-type')).toBe(false);
  });

  test.each<[string, HttpEvent]>([
    ['TRACE', buildHttpEvent({ method: 'TRACE' })],
    ['invalid header value', { ...buildHttpEvent(), headers: { 'x-a': 'a\r\nb' } }],
    ['invalid header name', { ...buildHttpEvent(), headers: { 'x a': 'b' } }],
  ])('throws a TypeError that names what Fetch cannot express: %s', (named, event) => {
    expect(() => toFetchRequest(event)).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        code: 'invalid-argument',
        path: ['event'],
        message: expect.stringContaining(named),
        fix: expect.stringContaining('accessors'),
      }),
    );
  });

  test('throws a BodyError for a body that is not base64', () => {
    expect(() => toFetchRequest({ ...buildHttpEvent({ method: 'POST' }), body: '*', isBase64Encoded: true })).toThrow(BodyError);
  });
});
