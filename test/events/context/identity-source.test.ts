import { type Gateway, GatewayError, toAuthorizerEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

type Target = 'http-1.0' | 'http-2.0';

const REQUEST = {
  ...{ method: 'GET', target: '/prod/a?token=t&token=u;x=y&empty=', sourceIp: '198.51.100.7' },
  headers: [
    ['User-Agent', 'ua'],
    ['X-Key', 'k1'],
    ['X-Key', 'k2'],
    ['X-Empty', ''],
  ] as const,
};

/** What the authorizer gets as its identity; `undefined` if the gateway answers 401 without calling it. */
function identityOf(target: Target | 'rest', ...identitySource: string[]): unknown {
  const gateway: Gateway<Target | 'rest'> = { target, stage: 'prod', stageVariables: { v: 'w', empty: '' }, identitySource };
  try {
    const event = toAuthorizerEvent(REQUEST, gateway);
    const found = 'identitySource' in event ? event.identitySource : 'found';
    return Array.isArray(found) ? found.join() : found;
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'identity-missing') return undefined;
    throw error;
  }
}

describe('an identity source', () => {
  // The columns: an HTTP API's payload 1.0 and 2.0, and whether a REST API finds one.
  test.each<[string, string | undefined, string | undefined, boolean]>([
    ['$request.header.x-key', 'k2', 'k2', true],
    ['method.request.header.X-Key', 'k2', 'k2', true],
    ['route.request.header.x-key', 'k2', 'k2', true],
    ['request.header.x-key', 'k2', 'k2', true],
    ['xrequest.header.x-key', undefined, undefined, false],
    ['$request.header.none', undefined, undefined, false],
    ['$request.header.x-empty', undefined, undefined, false],
    ['$request.header.', undefined, undefined, false],
    ['$request.querystring.token', 'u;x=y', 'u;x=y', true],
    ['method.request.querystring.x', undefined, undefined, true],
    ['method.request.querystring.empty', undefined, undefined, false],
    ['$request.querystring.none', undefined, undefined, false],
    ['stageVariables.v', 'w', 'w', true],
    ['$stageVariables.empty', undefined, undefined, false],
    ['$stageVariables.none', undefined, undefined, false],
    ['$stageVariables.constructor', undefined, undefined, false],
    ['context.httpMethod', 'GET', 'GET', true],
    ['$context.path', '/prod/a', '/prod/a', true],
    ['$context.protocol', 'HTTP/1.1', 'HTTP/1.1', true],
    ['context.identity.sourceIp', '198.51.100.7', '198.51.100.7', true],
    ['context.identity.userAgent', 'ua', 'ua', true],
    ['$context.http.method', undefined, 'GET', false],
    ['$context.stage', 'prod', 'prod', true],
    ['context.requestTimeEpoch', '1767323045678', undefined, true],
    ['context.timeEpoch', undefined, '1767323045678', false],
    ['context.identity', undefined, undefined, false],
    ['$request.body.a', undefined, undefined, false],
    ['x', undefined, undefined, false],
  ])('%s finds what the request has', (source, v1, v2, isFoundOnRest) => {
    expect([identityOf('http-1.0', source), identityOf('http-2.0', source)]).toEqual([v1, v2]);
    expect(identityOf('rest', source)).toBe(isFoundOnRest ? 'found' : undefined);
  });

  test('has to be there, each of several', () => {
    expect(identityOf('http-2.0', '$request.header.x-key', '$context.stage')).toBe('k2,prod');
    for (const target of ['rest', 'http-1.0', 'http-2.0'] as const) {
      expect(identityOf(target, '$request.header.x-key', '$request.header.none')).toBeUndefined();
    }
  });

  test('that is missing is named in the error', () => {
    const gateway: Gateway<'rest'> = { target: 'rest', identitySource: ['method.request.header.none'] };
    const error = {
      code: 'identity-missing',
      path: ['identitySource'],
      message:
        'The request has no `method.request.header.none`, so the gateway answers 401 without calling the authorizer. Send it, or remove it from `identitySource`.',
    };
    expect(() => toAuthorizerEvent(REQUEST, gateway)).toThrow(expect.objectContaining(error));
  });
});
