import * as apigw from 'apigw-proxy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Functions that read an event, and the errors that their doc comments name. */
const READERS: Readonly<Record<string, (event: never) => unknown>> = {
  method: apigw.method,
  path: apigw.path,
  clientIp: apigw.clientIp,
  header: (event) => apigw.header(event, 'x-a'),
  headerList: (event) => apigw.headerList(event, 'x-a'),
  cookies: apigw.cookies,
  query: apigw.query,
  pathParameters: apigw.pathParameters,
  claims: apigw.claims,
  bodyBytes: apigw.bodyBytes,
  bodyText: apigw.bodyText,
  bodyJson: apigw.bodyJson,
  toFetchRequest: apigw.toFetchRequest,
};

/** An event with anything in place of some of its parts. */
const STRANGE_EVENT = fc
  .record({
    event: fc.constantFrom<object>(
      apigw.buildRestEvent({ route: 'GET /{id}', path: '/1', query: 'a=b', body: 'a' }),
      apigw.buildHttpEventV1({ path: '/1', stage: 'dev' }),
      apigw.buildHttpEvent({ route: 'GET /{id}', path: '/1', cookies: { a: 'b' } }),
      apigw.buildFunctionUrlEvent({ path: '/1' }),
    ),
    top: fc.dictionary(
      fc.constantFrom('headers', 'multiValueHeaders', 'body', 'cookies', 'pathParameters', 'resource', 'routeKey'),
      strange(),
    ),
    more: fc.dictionary(fc.constantFrom('path', 'rawPath', 'rawQueryString', 'queryStringParameters', 'httpMethod', 'version'), strange()),
    context: fc.option(fc.dictionary(fc.constantFrom('http', 'identity', 'stage', 'domainName', 'authorizer', 'path'), strange())),
  })
  .map(({ event, top, more, context }) => ({
    ...event,
    ...top,
    ...more,
    ...(context && { requestContext: { ...Object(Reflect.get(event, 'requestContext')), ...context } }),
  }));

function strange(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      0,
      true,
      Symbol('a'),
      Object.create(null),
      'a',
      '',
      [],
      ['a', 1],
      {},
      { a: 1 },
      { 'x-a': [null, 'b'] },
    ),
    fc.anything(),
  );
}

describe.each(Object.entries(READERS))('%s', (_, read) => {
  test.each([undefined, null, 5, 'text', true])('rejects %j in place of an event', (event) => {
    const error = {
      code: 'invalid-argument',
      path: ['event'],
      message: expect.stringContaining('must be an object'),
      fix: 'Pass the event that your function received.',
    };
    expect(() => read(event as never)).toThrow(expect.objectContaining(error)); // not an event on purpose
  });

  test('throws only errors that explain the mistake and the fix', () => {
    fc.assert(
      fc.property(STRANGE_EVENT, (event) => {
        try {
          read(event as never); // strange on purpose
        } catch (error) {
          expect(error).toMatchObject({ code: expect.any(String), fix: expect.stringMatching(/^[A-Z].*\.$/s) });
        }
      }),
    );
  });
});
