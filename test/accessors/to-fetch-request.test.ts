import {
  BodyError,
  buildEvents,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  type HttpEvent,
  toEvent,
  toFetchRequest,
} from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import { fromFetchRequest } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const pathnameOf = (event: HttpEvent): string => new URL(toFetchRequest(event).url).pathname;

function withMethod(method: string): HttpEvent {
  const event = buildHttpEvent();
  return { ...event, requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method } } };
}

function withDomain(domainName: string): HttpEvent {
  const event = buildHttpEvent();
  return { ...event, requestContext: { ...event.requestContext, domainName } };
}

describe('toFetchRequest', () => {
  test.each(['rest', 'http-1.0', 'function-url'] as const)('returns what the client of a %s event asked for', async (target) => {
    await fc.assert(
      fc.asyncProperty(exchange(target), async ({ request, gateway }) => {
        const event = toEvent(request, gateway);
        const back = await fromFetchRequest(toFetchRequest(event));
        expect(back.method).toBe(request.method);
        // Fetch resolves `.` and `..`, and encodes a few characters that clients may leave alone.
        const pathOf = (path: string): string => decodeURIComponent(new URL(`https://h${path.split('?')[0]}`).pathname);
        expect(pathOf(back.target)).toBe(pathOf(request.target));
        // An event with a text body loses bytes that are not UTF-8.
        const sent = event.isBase64Encoded ? request.body : new TextEncoder().encode(event.body ?? '');
        if (sent?.length && !['GET', 'HEAD'].includes(request.method)) expect(back.body).toEqual(sent);
      }),
    );
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

  test('has a Cookie header only if the client sent one', () => {
    for (const event of Object.values(buildEvents({}))) expect(toFetchRequest(event).headers.has('cookie')).toBe(false);
    for (const event of Object.values(buildEvents({ headers: { Cookie: ['a=1', 'b=2'] } }))) {
      expect(toFetchRequest(event).headers.get('cookie')).toBe('a=1; b=2');
    }
  });

  test.each(['@example.org', '.example.org/a', ':8443', ''])('never reads a path as a part of the host: %j', (path) => {
    for (const event of [
      { ...buildHttpEvent(), rawPath: path },
      { ...buildHttpEventV1(), path },
    ]) {
      const { host, pathname } = new URL(toFetchRequest(event).url);
      expect([host, pathname]).toEqual([event.requestContext.domainName, `/${path}`]);
    }
  });

  test('adds no Content-Type', () => {
    const { headers, ...event } = buildHttpEvent({ method: 'POST', body: 'a' });
    const { 'content-type': _, ...others } = headers;
    expect(toFetchRequest({ ...event, headers: others }).headers.has('content-type')).toBe(false);
  });

  test.each<[string, HttpEvent]>([
    ['"TRACE https://', buildHttpEvent({ method: 'TRACE' })],
    ['"A B https://', withMethod('A B')],
    ['"GET https://', { ...buildHttpEvent(), headers: { 'x-a': 'a\r\nb' } }],
    ['"GET https://', { ...buildHttpEvent(), cookies: ['a', '\0'] }],
    ['"GET https://', { ...buildHttpEvent(), headers: { 'x a': 'b' } }],
    ['"GET https://a b/"', withDomain('a b')],
  ])('throws a TypeError for what Fetch cannot express, with the reason as its cause: %s', (shown, event) => {
    expect(() => toFetchRequest(event)).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        code: 'invalid-argument',
        path: ['event'],
        message: expect.stringContaining(`must be a request that Fetch can express; got ${shown}`),
        cause: expect.any(TypeError),
        fix: expect.stringContaining('accessors'),
      }),
    );
  });

  test('throws a BodyError for a body that is not base64', () => {
    expect(() => toFetchRequest({ ...buildHttpEvent({ method: 'POST' }), body: '*', isBase64Encoded: true })).toThrow(BodyError);
  });
});
