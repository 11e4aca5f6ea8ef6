import { buildHttpEvent, type Gateway, GatewayError, toEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const request = (target: string) => ({ method: 'GET', target, headers: [] });
const customDomain = { domainName: 'api.example.com', basePath: 'orders' };

const OTHER = 'Change the path or the route.';
const DECODED =
  'An HTTP API decodes the path first, so `%2F` separates segments. Use a greedy parameter such as `{path+}`, or send `%252F`.';
const SLASH = 'Remove the slash at the end. On an HTTP API, `/a` and `/a/` are different paths.';

describe('toEvent', () => {
  test.each<[Gateway, string, string, string]>([
    [{ target: 'http-2.0', route: '/a/{id}' }, '/a/b%2Fc', "The path `/a/b%2Fc` doesn't match the route `/a/{id}`.", DECODED],
    [{ target: 'http-1.0', route: '/a/{id}/c' }, '/a%2Fb', "The path `/a%2Fb` doesn't match the route `/a/{id}/c`.", OTHER],
    [{ target: 'rest', route: '/b' }, '/prod/a%2Fb', "The path `/a%2Fb` doesn't match the route `/b`.", OTHER],
    [{ target: 'http-2.0', route: '/todos' }, '/todos/', "The path `/todos/` doesn't match the route `/todos`.", SLASH],
    [{ target: 'http-2.0', route: '/a' }, '/x/', "The path `/x/` doesn't match the route `/a`.", OTHER],
    [{ target: 'http-2.0', route: '/a%3Fb' }, '/a%3Fb', "The path `/a%3Fb` doesn't match the route `/a%3Fb`.", OTHER],
    [{ target: 'rest', route: '/c' }, '/prod/b/', "The path `/b/` doesn't match the route `/c`.", OTHER],
    [
      { target: 'http-2.0', route: 'POST /a' },
      '/a',
      "The route `POST /a` doesn't answer GET requests.",
      'Change the method or the route, or use the method ANY in the route.',
    ],
  ])('says why %j has no event of %s', (gateway, target, reason, fix) => {
    const error = { name: 'GatewayError', code: 'route-mismatch', path: ['route'], message: `${reason} ${fix}`, fix };
    expect(() => toEvent(request(target), gateway)).toThrow(expect.objectContaining(error));
  });

  test.each<[Gateway, string, string]>([
    [{ target: 'rest' }, 'stage-not-in-path', "The path `/x` doesn't start with the stage, `/prod`. Put `/prod` in front of it."],
    [
      { target: 'http-1.0', stage: 'dev' },
      'stage-not-in-path',
      "The path `/x` doesn't start with the stage, `/dev`. Put `/dev` in front of it.",
    ],
    [
      { target: 'http-2.0', customDomain },
      'base-path-not-in-path',
      "The path `/x` doesn't start with the base path, `/orders`. Put `/orders` in front of it.",
    ],
  ])('says what is missing in front of the path: %j', (gateway, code, message) => {
    expect(() => toEvent(request('/x'), gateway)).toThrow(expect.objectContaining({ code, path: ['target'], message }));
  });

  test.each<[Gateway, string, object, string]>([
    [
      { target: 'rest' },
      '/prod/{a',
      { code: 'malformed-url', path: ['target'] },
      'A REST API answers 400 to a `{` in the URL. Write `%7B`.',
    ],
    [
      { target: 'rest' },
      '/prod/50%x',
      { code: 'malformed-url', path: ['target'] },
      'A REST API answers 400 to "%x" in the URL, which is not a percent escape. Write `%25` for a percent sign.',
    ],
    [
      { target: 'rest' },
      `/${'a'.repeat(1700)}`, // without a stage
      { code: 'url-too-long', path: ['target'] },
      'The ARN of this method has 1763 bytes, and a REST API answers 414 to more than 1600. Shorten the path, or send the values in the query or the body.',
    ],
    [
      { target: 'rest', endpointType: 'EDGE' },
      '/prod/x',
      { code: 'body-not-allowed', path: ['body'] },
      'An edge-optimized API answers 403 to a GET with a body. Use POST, or leave `body` out.',
    ],
  ])('says what %j refuses', (gateway, target, facts, message) => {
    expect(() => toEvent({ ...request(target), body: new Uint8Array(1) }, gateway)).toThrow(expect.objectContaining({ ...facts, message }));
  });

  test('counts the region of the Host header in the length of an ARN', () => {
    const path = `/prod/${'a'.repeat(1600 - 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/'.length)}`;
    const from = (region: string) =>
      toEvent({ ...request(path), headers: [['Host', `a1b2c3d4e5.execute-api.${region}.amazonaws.com`]] }, { target: 'rest' });
    expect(from('us-east-1').path).toBe(path.slice('/prod'.length));
    expect(() => from('us-gov-east-1')).toThrow(GatewayError);
  });

  test.each<[Gateway, string, string]>([
    [{ target: 'http-2.0', customDomain }, '/orders', '/'],
    [{ target: 'http-2.0', customDomain }, '/orders/a%20b', '/a b'],
    [{ target: 'http-2.0', stage: 'dev' }, '/dev', '/dev'],
    [{ target: 'http-2.0', stage: 'dev' }, '/dev/a', '/dev/a'],
  ] as const)('of %j and %s has the raw path %s', (gateway, target, rawPath) => {
    expect(toEvent(request(target), gateway)).toMatchObject({ rawPath });
  });

  test('decodes no parameter that a builder was given', () => {
    expect(buildHttpEvent({ route: 'GET /a/{id}', pathParameters: { id: '%41' } })).toMatchObject({
      rawPath: '/a/%41',
      pathParameters: { id: '%41' },
    });
  });
});
