import { describe, expect, test } from 'vitest';
import type { RenderCase } from '../../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../../src/conformance/cases/request-case.js';
import { isRenderCase, markOf, whyUnseen } from '../../../src/conformance/stack/seen-case.js';

const COMMON = { id: 'x', api: 'rest', evidence: 'RECORDED', source: 'a recording', expect: {} } as const;

const request = (settings: NonNullable<RequestCase['settings']>): RequestCase => {
  return { ...COMMON, event: 'proxy', stage: 'prod', route: '/', request: { method: 'GET' }, settings };
};
const failed = (type: string): RenderCase => ({ ...COMMON, lambdaResult: { $error: { type } } });

describe('whyUnseen', () => {
  test.each<[string, object]>([
    ['a result', { ...COMMON, lambdaResult: { statusCode: 200 } }],
    ['nothing', { ...COMMON, lambdaResult: null }],
    ['a text', { ...COMMON, lambdaResult: 'x' }],
    ['no result at all', COMMON],
    ...[
      ...['function-error', 'function-timeout', 'timeout', 'response-too-large', 'request-too-large', 'no-route', 'unauthorized'],
      ...['forbidden', 'access-denied'],
    ].map((type): [string, object] => [type, failed(type)]),
    ['a request without settings', { ...request({}), settings: undefined }],
    ['a Lambda authorizer', request({ authorizer: { type: 'REQUEST' } })],
    ['an authorizer named like a property of objects', request({ authorizer: { type: 'constructor' } })],
    ['no authentication', request({ authType: 'NONE' })],
  ])('says nothing about %s', (_, given) => {
    expect(whyUnseen(given as RenderCase)).toBeUndefined();
  });

  test.each<[RenderCase | RequestCase, string]>([
    [{ ...COMMON, api: 'websocket', lambdaResult: { statusCode: 200 } }, 'a WebSocket API, not HTTP'],
    [{ ...request({}), api: 'websocket' }, 'a WebSocket API, not HTTP'],
    [failed('permission'), "needs a function that the API isn't allowed to invoke"],
    [failed('throttled'), 'needs an account without concurrency left'],
    [failed('gateway-throttled'), 'needs more requests a second than the API allows'],
    [failed('unknown-url'), 'needs the URL of a function that was deleted'],
    [failed('init-error'), 'needs the failure init-error'],
    [request({ testInvoke: true }), "the console's test button sends it"],
    [request({ customDomain: { domainName: 'api.example.com' } }), 'needs a custom domain'],
    [request({ authType: 'AWS_IAM' }), 'needs a signed request'],
    [request({ authType: 'AWS_IAM', authorizer: { type: 'JWT' } }), 'needs a signed request'],
    [request({ authorizer: { type: 'AWS_IAM' } }), 'needs a signed request'],
    [request({ authorizer: { type: 'COGNITO_USER_POOLS' } }), 'needs a user pool and one of its users'],
    [request({ authorizer: { type: 'JWT' } }), 'needs an issuer of tokens'],
  ])('says why: %j', (given, why) => {
    expect(whyUnseen(given)).toBe(why);
  });
});

test('a case is about a result, or about a request', () => {
  expect(isRenderCase({ ...COMMON, lambdaResult: undefined })).toBe(true);
  expect(isRenderCase(COMMON)).toBe(true);
  expect(isRenderCase(request({}))).toBe(false);
});

test('what is no object has no mark', () => {
  for (const lambdaResult of [undefined, null, 'x', 5, true]) expect(markOf({ lambdaResult })).toEqual({});
  const mark = { $error: { type: 'timeout' } };
  expect(markOf({ lambdaResult: mark })).toBe(mark);
});
