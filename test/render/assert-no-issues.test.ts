import { type AssertOptions, assertNoIssues, ResultIssuesError } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';

/** The headers that serverless-http and other adapters always set. */
const ADAPTED = {
  statusCode: 200,
  headers: { 'content-type': 'text/plain', 'content-length': '1', date: 'x', connection: 'x' },
  body: 'x',
};
const HEAD = { method: 'HEAD', target: '/', headers: [] };
const CORS = { allowOrigins: ['*'] };
const PREFLIGHT = {
  method: 'OPTIONS',
  target: '/',
  headers: [['Origin', 'https://a.example'] as const, ['Access-Control-Request-Method', 'PUT'] as const],
};

describe('assertNoIssues', () => {
  test('passes for a result that works as expected', () => {
    assertNoIssues({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'x' }, { target: 'rest' });
    assertNoIssues({ ok: true }, { target: 'http-2.0' });
    assertNoIssues({ statusCode: 204 }, { target: 'function-url' });
    assertNoIssues({ statusCode: 200 }, { target: 'websocket', route: '$connect' });
    assertNoIssues({ statusCode: 200, body: 'x' }, { target: 'websocket', route: 'say', routeResponse: true });
  });

  test.each<[what: string, ...Parameters<typeof assertNoIssues>]>([
    ['the fields that adapters set, on REST', ADAPTED, { target: 'rest' }],
    ['the fields that adapters set, on payload 1.0', ADAPTED, { target: 'http-1.0' }],
    ['the fields that adapters set, on payload 2.0', ADAPTED, { target: 'http-2.0' }],
    ['the fields that adapters set, on a function URL', ADAPTED, { target: 'function-url' }],
    ['the answer to HEAD', 'x', { target: 'http-2.0' }, HEAD],
    ['a 304', { statusCode: 304 }, { target: 'rest' }],
    ['a preflight request', {}, { target: 'http-2.0', cors: CORS }, PREFLIGHT],
    ['a preflight request to a function URL', {}, { target: 'function-url', cors: CORS }, PREFLIGHT],
    ['a pair in both maps on REST', { headers: { a: '1' }, multiValueHeaders: { a: ['1'] } }, { target: 'rest' }],
    ['an empty map that is ignored', { statusCode: 200, body: 'x', multiValueHeaders: {} }, { target: 'http-2.0' }],
    ['null that is ignored', { statusCode: 200, body: 'x', cookies: null }, { target: 'http-1.0' }],
    ['a message in several frames', { body: 'x'.repeat(40_000) }, { target: 'websocket', routeResponse: true }],
    ['the body of the answer to $connect', { statusCode: 200, body: 'Connected.' }, { target: 'websocket', route: '$connect' }],
    ['the body of the answer to $disconnect', { statusCode: 200, body: 'Gone.' }, { target: 'websocket', route: '$disconnect' }],
  ])('passes for issues with the severity info, unless every issue counts: %s', (_, result, gateway, request) => {
    assertNoIssues(result, gateway, request);
    expect(() => assertNoIssues(result, gateway, request, { severity: 'info' })).toThrow(ResultIssuesError);
  });

  test('throws an error with the cause and the fix of every issue', () => {
    const result = { statusCode: 200, headers: { 'x-a': 1 }, body: {} };
    expect(() => assertNoIssues(result, { target: 'rest' })).toThrow(
      expect.objectContaining({
        name: 'ResultIssuesError',
        message: [
          'The result has 2 issues:',
          '  warning header-value-coerced at headers["x-a"] (reported): `headers["x-a"]` is 1. A REST API sends it as a string.',
          '    Return a string. HTTP APIs may reject anything else.',
          '  error body-not-text at body (reported): `body` is an object, but a REST API only accepts a string. The client gets a 502.',
          '    Return `JSON.stringify(...)` as `body`.',
        ].join('\n'),
        issues: [expect.objectContaining({ code: 'header-value-coerced' }), expect.objectContaining({ code: 'body-not-text' })],
      }),
    );
    expect(() => assertNoIssues(null, { target: 'rest' })).toThrow('The result has an issue:\n  error result-not-an-object at the result');
    expect(() => assertNoIssues(null, { target: 'websocket' })).toThrow(ResultIssuesError);
  });

  test('fails from the given severity on', () => {
    const warned = { statusCode: 200, headers: { 'x-a': 1 }, body: '{}' };
    assertNoIssues(warned, { target: 'rest' }, undefined, { severity: 'error' });
    expect(() => assertNoIssues(warned, { target: 'rest' }, undefined, { severity: 'warning' })).toThrow(ResultIssuesError);
    expect(() => assertNoIssues({ ...warned, body: {} }, { target: 'rest' }, undefined, { severity: 'error' })).toThrow('an issue:');
  });

  test('ignores the given codes', () => {
    const result = { statusCode: 200, headers: { 'x-a': 1 }, body: {} };
    assertNoIssues(result, { target: 'rest' }, undefined, { ignore: ['header-value-coerced', 'body-not-text'] });
    expect(() => assertNoIssues(result, { target: 'rest' }, undefined, { ignore: ['header-value-coerced'] })).toThrow('body-not-text');
  });

  test.each<[options: unknown, path: (string | number)[], message: string]>([
    [{ severity: 'warn' }, ['severity'], "`severity` must be 'info', 'warning' or 'error'; got \"warn\"."],
    [{ ignore: 'body-dropped' }, ['ignore'], '`ignore` must be an array of codes; got "body-dropped".'],
    [{ ignore: ['header-remaped'] }, ['ignore', 0], 'Unknown issue code "header-remaped". Did you mean `header-remapped`?'],
    [{ ignore: ['constructor'] }, ['ignore', 0], 'Unknown issue code "constructor".'],
    [{ ignored: [] }, ['ignored'], 'Unknown option `ignored`. Did you mean `ignore`?'],
    [null, ['options'], '`options` must be an object; got null.'],
  ])('rejects the options %j', (options, path, message) => {
    const call = (): void => assertNoIssues({}, { target: 'rest' }, undefined, options as AssertOptions); // JavaScript can pass anything
    expect(call).toThrow(expect.objectContaining({ name: 'GatewayError', path, message: expect.stringContaining(message) }));
  });
});
