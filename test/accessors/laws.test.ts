import {
  bodyBytes,
  bodyText,
  buildEvents,
  clientIp,
  cookies,
  findRoute,
  type HttpRequest,
  header,
  headerList,
  method,
  path,
  query,
  toEvent,
} from 'apigw-proxy';
import { exchange, httpRequest } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { urlPrefixOf } from '../../src/gateway/url-prefix.js';
import { decodePath, parseQuery } from '../../src/http/percent.js';
import { character } from '../characters.js';
import { frozen } from '../frozen.js';

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;

/** One request through every target, without a stage in its URL: REST has a custom domain. */
function everywhere(request: HttpRequest) {
  const customDomain = { domainName: 'api.example.com' };
  return TARGETS.map((target) =>
    frozen(toEvent(request, { target, ...(target === 'rest' && { customDomain, binaryMediaTypes: ['*/*'] }) })),
  );
}

describe('the accessors', () => {
  test('return the same for the same request through every target, and never change the event', () => {
    fc.assert(
      fc.property(httpRequest(), (drawn) => {
        // The bytes are valid text, because some gateways send some bodies as text.
        const request = { ...drawn, ...(drawn.body && { body: drawn.body.map((byte) => byte % 128) }) };
        const answers = everywhere(request).map((event) => ({
          method: method(event),
          clientIp: clientIp(event),
          cookies: cookies(event),
          bytes: bodyBytes(event)?.join(),
          own: header(event, 'x-own'),
          accept: headerList(event, 'ACCEPT'),
          agent: header(event, 'User-Agent'),
        }));
        for (const answer of answers) expect(answer).toEqual(answers[0]);
      }),
    );
  });

  test.each(TARGETS)('return what the client sent, from an event of %s', (target) => {
    fc.assert(
      fc.property(exchange(target), ({ request, gateway }) => {
        const event = frozen(toEvent(request, gateway));
        const [url = '', sent = ''] = request.target.split(/\?(.*)/s);
        const text = target === 'rest' ? sent.replaceAll(';', '&') : sent; // REST splits a query at semicolons, too.
        const inner = decodePath(url.slice(urlPrefixOf(gateway).length));
        expect(method(event)).toBe(request.method);
        // A decoded question mark ends `rawPath`, and REST reads several slashes as one.
        fc.pre(!inner.includes('?') && !inner.includes('//'));
        expect(path(event)).toBe(inner === '' ? '/' : inner);
        for (const [name] of parseQuery(text)) {
          const values = parseQuery(text).flatMap(([other, value]) => (other === name ? [value] : []));
          expect(query(event).getAll(name)).toEqual(values);
        }
      }),
    );
  });
});

describe('path', () => {
  const SEGMENT = fc.constantFrom('a', '', '%3F', '%23', 'a%3Fb', 'a%23b', 'a%2Fb', '%2F', '%25', '%253F', '%', 'caf%C3%A9', 'a+b', '..');
  const ROUTES = ['/{id}', '/{id}/{rest+}', '/a/{id}', '/{rest+}', '$default'];

  test('agrees with the path and the parameters in the event of an HTTP API', () => {
    fc.assert(
      fc.property(fc.array(SEGMENT, { minLength: 1, maxLength: 4 }), fc.subarray(ROUTES, { minLength: 1 }), (segments, routes) => {
        const request = { method: 'GET', target: `/${segments.join('/')}`, headers: [] };
        const route = findRoute(request, routes, { target: 'http-2.0' });
        fc.pre(route !== undefined);
        const v1 = toEvent(request, { target: 'http-1.0', route });
        const v2 = toEvent(request, { target: 'http-2.0', route });
        const [decoded = ''] = decodePath(request.target).split('?');
        expect([v2.rawPath, v2.requestContext.http.path, v1.requestContext.path]).toEqual(Array(3).fill(decoded));
        const expected = decoded.replace(/^\/*/, '/');
        expect([path(v1), path(v2)]).toEqual([expected, expected]);
        expect(v1.pathParameters ?? undefined).toEqual(v2.pathParameters);
        const filled =
          route === '$default' ? decoded : route.replace(/\{(\w+)\+?\}/g, (_, name: string) => v2.pathParameters?.[name] ?? '');
        expect(filled).toBe(decoded);
      }),
    );
  });
});

describe('bodyText', () => {
  test('returns the text that was sent, through every target', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: character, minLength: 1 }),
        fc.constantFrom('text/plain', 'application/x-www-form-urlencoded'),
        (text, type) => {
          for (const event of Object.values(buildEvents({ body: text, headers: { 'Content-Type': type } }))) {
            expect(bodyText(event)).toBe(text.replace(/^\uFEFF/, ''));
          }
        },
      ),
    );
  });
});
