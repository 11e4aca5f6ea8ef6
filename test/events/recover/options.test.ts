import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketEvent,
  buildWebsocketRequestAuthorizerEvent,
  type EventBuilder,
  type EventInit,
  fromEvent,
  type RecoverableEvent,
  type Target,
} from 'apigw-proxy/events';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cloudFrontOf } from '../../../src/gateway/cloud-front.js';
import { draws } from '../../draws.js';
import { eventOptions } from './drawn-options.js';

const BUILDERS: readonly (readonly [name: string, target: Target, build: unknown])[] = [
  ['rest', 'rest', buildRestEvent],
  ['http-1.0', 'http-1.0', buildHttpEventV1],
  ['http-2.0', 'http-2.0', buildHttpEvent],
  ['function-url', 'function-url', buildFunctionUrlEvent],
  ['websocket', 'websocket', buildWebsocketEvent],
  ['authorizer of rest', 'rest', buildRequestAuthorizerEvent],
  ['authorizer of http-1.0', 'http-1.0', buildRequestAuthorizerEventV1],
  ['authorizer of http-2.0', 'http-2.0', buildRequestAuthorizerEventV2],
  ['authorizer of websocket', 'websocket', buildWebsocketRequestAuthorizerEvent],
];
/** What every event can have in another way, whatever it has already. */
const CHANGE: EventInit = { sourceIp: '192.0.2.77', query: 'page=2', now: () => 5, connectedAt: 5, apiId: 'a0b1c2d3e4' };

/** What is found in an event without anything but a method. */
const BARE = { method: 'PATCH', headers: [], ids: {} };
const BYTES_OF_E = new Uint8Array([0xc3, 0xa9]);
/** The gateway sets these headers, whatever the client sends. */
const OF_GATEWAY = {
  'X-Forwarded-For': '192.0.2.1',
  'x-forwarded-port': '443',
  'X-Forwarded-Proto': 'https',
  'X-Amzn-Tls-Version': 'TLSv1.2',
  'x-amzn-tls-cipher-suite': 'ECDHE',
  'CloudFront-Viewer-City': 'Berlin',
};
const OF_CLOUD_FRONT = {
  'X-Amz-Cf-Id': 'cf',
  'CloudFront-Is-Desktop-Viewer': 'false',
  'CloudFront-Is-Tablet-Viewer': 'true',
  'CloudFront-Viewer-Country': 'DE',
  'CloudFront-Viewer-ASN': '3320',
};
/** What is assumed of CloudFront if nothing shows it. */
const CLOUD_FRONT = cloudFrontOf({});
const VIA = '1.1 ffff.cloudfront.net (CloudFront)';
const FROM_98 = { identity: { sourceIp: '198.51.100.9' } };
const EXECUTE_API = 'z9y8x7w6v5.execute-api.eu-west-1.amazonaws.com';
const FIPS = 'z9y8x7w6v5.execute-api-fips.eu-west-1.amazonaws.com';
const domainName = 'api.example.com';
const LATE = { lambda: { principalId: 'ada', context: null, integrationLatency: 57 } };
const ARN = 'arn:aws:execute-api:eu-west-1:210987654321:z9y8x7w6v5/dev';
/** What the ARN shows. */
const SHOWN = { region: 'eu-west-1', accountId: '210987654321', apiId: 'z9y8x7w6v5', stage: 'dev' };
const IDENTITY = { accessKey: 'k', accountId: '210987654321', caller: 'c', user: 'u', principalOrgId: 'o-1' };
const FOUND_IDENTITY = { accessKey: 'k', accountId: '210987654321', callerId: 'c', userId: 'u', principalOrgId: 'o-1' };
const COGNITO = { cognitoIdentityId: 'i', cognitoIdentityPoolId: 'p', cognitoAuthenticationType: 'c' };
const FOUND_COGNITO = { identityId: 'i', identityPoolId: 'p' };
const AUTHORIZED = { Accept: 'c', Authorization: 'a' };
const SIMILAR = {
  'My-X-Forwarded-Port': '1',
  'X-Forwarded-Proto-2': 'a',
  'X-Cloudfront-Viewer': 'b',
  'Not-X-Amz-Cf-Id': 'c',
  'X-Amz-Cf-Id-2': 'd',
  'X-Amzn-Tls-Version-2': 'e',
  'Content-Length-2': '0',
  Via: '1.1 proxy',
};

describe('fromEvent', () => {
  test.each(BUILDERS)('finds every option in a built event, so that nothing is overridden: %s', (_, target, builder) => {
    const build = builder as EventBuilder<RecoverableEvent>;
    fc.assert(
      fc.property(eventOptions(target), (init) => {
        const found = fromEvent(build(init));
        expect(found).not.toHaveProperty('override');
        expect(build(found)).toEqual(build(init));
        expect(build.with(found)(CHANGE)).toEqual(build.with(init)(CHANGE));
      }),
      { numRuns: draws(0.5) },
    );
  });

  test.each<[what: string, event: object, options: EventInit]>([
    ['nothing but the method', {}, {}],
    ['its path', { path: '/a' }, { path: '/a' }],
    ['headers with one value', { headers: { A: '1' } }, { headers: [['A', '1']] }],
    [
      'headers with several values',
      { headers: { A: '9' }, multiValueHeaders: { A: ['1', '2'] } },
      {
        headers: [
          ['A', '1'],
          ['A', '2'],
        ],
      },
    ],
    ['headers that are no strings', { multiValueHeaders: { A: [5, '1', null], B: null, C: {} } }, { headers: [['A', '1']] }],
    ['headers of the gateway', { headers: OF_GATEWAY }, {}],
    ['headers whose names are similar', { headers: SIMILAR }, { headers: Object.entries(SIMILAR) }],
    ['cookies', { headers: { Cookie: 'a=1; b=2' } }, { cookies: ['a=1', 'b=2'] }],
    ['an empty Cookie header', { headers: { Cookie: '' } }, { headers: [['Cookie', '']] }],
    ['a Cookie header in another spelling', { headers: { cookie: 'a=1' } }, { headers: [['cookie', 'a=1']] }],
    [
      'two Cookie headers',
      { multiValueHeaders: { Cookie: ['a=1', 'b=2'] } },
      {
        headers: [
          ['Cookie', 'a=1'],
          ['Cookie', 'b=2'],
        ],
      },
    ],
    ['a trace id', { headers: { 'X-Amzn-Trace-Id': 't' } }, { ids: { traceId: 't' } }],
    ['a trace id in another spelling', { headers: { 'x-amzn-trace-id': 't' } }, { headers: [['x-amzn-trace-id', 't']] }],
    ['the length of no body', { headers: { 'Content-Length': '0' } }, {}],
    [
      'the length of another body',
      { body: 'é', headers: { 'Content-Length': '1' } },
      { body: BYTES_OF_E, headers: [['Content-Length', '1']] },
    ],
    ['an empty body', { body: '' }, {}],
    ['a body without a type', { body: 'é', headers: { 'Content-Length': '2' } }, { body: BYTES_OF_E }],
    ['a body with a type', { body: '{}', headers: { 'content-type': 'a/b' } }, { body: '{}', headers: [['content-type', 'a/b']] }],
    ['base64 without a type', { body: 'w6k=', isBase64Encoded: true }, { body: BYTES_OF_E, binaryMediaTypes: ['*/*'] }],
    [
      'base64 with a type',
      { body: 'w6k=', isBase64Encoded: true, headers: { 'Content-Type': 'image/PNG ;q=1' } },
      { body: BYTES_OF_E, binaryMediaTypes: ['image/png'], headers: [['Content-Type', 'image/PNG ;q=1']] },
    ],
    ['what is not base64', { body: '%', isBase64Encoded: true }, {}],
    ['a query with one value', { queryStringParameters: { a: '1' } }, { query: { a: ['1'] } }],
    ['a query that has no strings', { multiValueQueryStringParameters: { a: [1, '2'], b: null } }, { query: { a: ['2'], b: [] } }],
    ['stage variables that are no strings', { stageVariables: { a: '1', b: 2 } }, { stageVariables: { a: '1' } }],
    [
      'the mark of CloudFront, and nothing else of it',
      { headers: { 'X-Amz-Cf-Id': 'cf' } },
      { endpointType: 'EDGE', cloudFront: { ...CLOUD_FRONT, requestId: 'cf' } },
    ],
    [
      "CloudFront's headers",
      {
        headers: { ...OF_CLOUD_FRONT, Via: `1.1 a, ${VIA}`, 'X-Forwarded-For': '192.0.2.1, 198.51.100.9, 203.0.113.9' },
        requestContext: FROM_98,
      },
      {
        endpointType: 'EDGE',
        cloudFront: { requestId: 'cf', device: 'tablet', edgeId: 'ffff', edgeIp: '203.0.113.9', viewerAsn: '3320', viewerCountry: 'DE' },
        headers: [
          ['X-Forwarded-For', '192.0.2.1'],
          ['Via', '1.1 a'],
        ],
        sourceIp: '198.51.100.9',
      },
    ],
    [
      'another proxy after CloudFront',
      { headers: { 'X-Amz-Cf-Id': 'cf', Via: `${VIA}, 1.1 a`, 'CloudFront-Is-Tablet-Viewer': 'false' } },
      { endpointType: 'EDGE', cloudFront: { ...CLOUD_FRONT, requestId: 'cf' } },
    ],
    [
      'a test of the console',
      { path: '/a', requestContext: { stage: 'test-invoke-stage' } },
      { path: '/a', testInvoke: true, stage: 'test-invoke-stage' },
    ],
    ['another host name of AWS', at({ domainName: EXECUTE_API, apiId: 'z9y8x7w6v5' }), { region: 'eu-west-1', apiId: 'z9y8x7w6v5' }],
    ['a host name with another id', at({ domainName: EXECUTE_API, apiId: 'a0' }), { domainName: EXECUTE_API, apiId: 'a0' }],
    ['a host name in another form', at({ domainName: FIPS, apiId: 'z9y8x7w6v5' }), { domainName: FIPS, apiId: 'z9y8x7w6v5' }],
    ['a half of a VPC', { requestContext: { identity: { vpcId: 'v' } } }, {}],
    ['the other half', { requestContext: { identity: { vpceId: 'v' } } }, {}],
    ['a half of an API key', { requestContext: { identity: { apiKeyId: 'k' } } }, {}],
  ])('finds the options of a REST event that has %s', (_, event, options) => {
    expect(optionsOf({ httpMethod: 'PATCH', requestContext: {}, ...event })).toEqual({ ...BARE, path: '/', ...options });
  });

  test.each<[what: string, event: object, options: EventInit]>([
    ['nothing but the method', {}, {}],
    ['a stage in its path', { path: '/dev/a', ...at({ stage: 'dev' }) }, { path: '/a', stage: 'dev' }],
    ['the root of a stage', { path: '/dev', ...at({ stage: 'dev' }) }, { path: '/', stage: 'dev' }],
    ['a path that only starts like the stage', { path: '/developers', ...at({ stage: 'dev' }) }, { path: '/developers', stage: 'dev' }],
    ['the default stage', { path: '/$default/a', ...at({ stage: '$default' }) }, { path: '/$default/a', stage: '$default' }],
    ['a host name of AWS', { path: '/dev/a', ...at({ stage: 'dev', domainName: FIPS }) }, { path: '/a', stage: 'dev', domainName: FIPS }],
    [
      'a custom domain',
      { path: '/dev/a', ...at({ stage: 'dev', domainName }) },
      { path: '/dev/a', stage: 'dev', customDomain: { domainName } },
    ],
    [
      'a base path',
      mapped('/orders/v1/a%40b/c', '/orders/v1/a@b/c'),
      { path: '/a%40b/c', customDomain: { domainName, basePath: 'orders/v1' } },
    ],
    ['no base path', mapped('/a%40b/c', '/a@b/c'), { path: '/a%40b/c', customDomain: { domainName } }],
    ['an encoded base path', mapped('/%6Frders/a/c', '/orders/a/c'), { path: '/%6Frders/a/c', customDomain: { domainName } }],
    ['a path that differs from its context', mapped('/orders/a@b/c', '/x/c'), { path: '/orders/a@b/c', customDomain: { domainName } }],
    ['no path in its context', mapped('/orders/a@b/c', undefined), { path: '/orders/a@b/c', customDomain: { domainName } }],
    [
      'a path like its default route',
      { path: '/x/$default', resource: '$default', ...at({ domainName, path: '/x/$default' }) },
      { path: '/x/$default', customDomain: { domainName } },
    ],
    ['an authorizer without a context', at({ authorizer: { claims: null, scopes: null } }), { authorizer: { lambda: { context: null } } }],
    [
      'claims',
      at({ authorizer: { claims: { sub: 'a', age: 5 }, scopes: ['r', 5] } }),
      { authorizer: { jwt: { claims: { sub: 'a' }, scopes: ['r'] } } },
    ],
    ['claims that are none', at({ authorizer: { claims: 'a' } }), { authorizer: { lambda: { context: null } } }],
    ['an authorizer that is none', at({ authorizer: null }), {}],
  ])('finds the options of an event of an HTTP API with payload 1.0 that has %s', (_, event, options) => {
    expect(optionsOf({ version: '1.0', httpMethod: 'PATCH', requestContext: {}, ...event })).toEqual({ ...BARE, path: '/', ...options });
  });

  test.each<[what: string, event: object, options: EventInit]>([
    ['nothing but the method', {}, {}],
    ['a decoded path', { rawPath: '/dev/a b/é', ...inHttp({ stage: 'dev' }) }, { path: '/a%20b/%C3%A9', stage: 'dev' }],
    [
      'a custom domain',
      { rawPath: '/dev/a', ...inHttp({ stage: 'dev', domainName }) },
      { path: '/a', stage: 'dev', customDomain: { domainName } },
    ],
    [
      'a path without its stage',
      { rawPath: '/a', ...inHttp({ stage: 'dev', domainName }) },
      { path: '/a', stage: 'dev', customDomain: { domainName, stageInRawPath: false } },
    ],
    [
      'the default stage behind a domain',
      { rawPath: '/a', ...inHttp({ stage: '$default', domainName }) },
      { path: '/a', stage: '$default', customDomain: { domainName } },
    ],
    ['no query', { rawQueryString: '' }, {}],
    ['a query', { rawQueryString: '?a=%zz' }, { query: '??a=%zz' }],
    ['cookies', { cookies: ['a=1', 5, 'b=2'], headers: { cookie: 'c=3' } }, { cookies: ['a=1', 'b=2'] }],
    ['a Cookie header', { headers: { cookie: 'c=3; d=4' } }, { cookies: ['c=3', 'd=4'] }],
    ['a Cookie header in another spelling', { headers: { Cookie: 'c=3' } }, { headers: [['Cookie', 'c=3']] }],
    ['an empty Cookie header and no cookies', { headers: { cookie: '' } }, { headers: [['cookie', '']] }],
    ['a trace id', { headers: { 'x-amzn-trace-id': 't' } }, { ids: { traceId: 't' } }],
    ['its host', { headers: { host: domainName }, ...inHttp({ domainName }) }, { customDomain: { domainName, stageInRawPath: false } }],
    ['another host', { headers: { host: 'b.example' } }, { headers: [['host', 'b.example']] }],
    ['base64', { body: 'w6k=', isBase64Encoded: true, headers: { 'content-length': '2' } }, { body: BYTES_OF_E }],
    ['an authorizer without a context', inHttp({ authorizer: { lambda: null } }), { authorizer: { lambda: { context: null } } }],
    [
      'a token',
      inHttp({ authorizer: { jwt: { claims: { sub: 'a' }, scopes: null } } }),
      { authorizer: { jwt: { claims: { sub: 'a' }, scopes: null } } },
    ],
    ['a token that is none', inHttp({ authorizer: { jwt: null, iam: null } }), {}],
  ])('finds the options of an event with payload 2.0 that has %s', (_, event, options) => {
    expect(optionsOf({ ...inHttp({}), ...event })).toEqual({ ...BARE, path: '/', ...options });
  });

  test.each([
    ['/', {}],
    ['/a%20b', { rawPath: '/a%20b' }],
  ])('finds the path %s in the event of a function URL', (path, event) => {
    const domainName = 'z9y8x7w6v5.lambda-url.eu-west-1.on.aws';
    expect(optionsOf({ ...event, ...inHttp({ domainName, apiId: 'z9y8x7w6v5' }) })).toEqual({
      ...BARE,
      apiId: 'z9y8x7w6v5',
      region: 'eu-west-1',
      path,
    });
  });

  test.each<[what: string, context: object, options: EventInit]>([
    ['an end without a reason', { disconnectStatusCode: 1000 }, { close: { code: 1000, reason: '' } }],
    ['an end with one', { disconnectStatusCode: 1001, disconnectReason: 'Going away' }, { close: { code: 1001, reason: 'Going away' } }],
    ['no time of its connection', { connectedAt: '5' }, {}],
    ['an authorizer', { authorizer: { principalId: 'ada', integrationLatency: 57 } }, { authorizer: LATE }],
    ['a caller without an authorizer', { identity: { userArn: 'arn:aws:iam::210987654321:user/ada' } }, {}],
    ['a User-Agent', { identity: { userAgent: 'test/1.0' } }, { userAgent: 'test/1.0' }],
  ])('finds the options of an event of a WebSocket API that has %s', (_, context, options) => {
    const event = { body: '{}', requestContext: { eventType: 'MESSAGE', connectionId: 'c', ...context } };
    expect(optionsOf(event)).toEqual({ body: '{}', ids: { connectionId: 'c' }, ...options });
  });

  test.each<[what: string, authorizer: unknown, options: EventInit]>([
    ['claims', { claims: { sub: 'a', age: 5 } }, { authorizer: { cognito: { claims: { sub: 'a' } } } }],
    ['a principal', { principalId: 'ada', integrationLatency: 57 }, { authorizer: LATE }],
    [
      'a latency that is none',
      { principalId: 'ada', integrationLatency: '57' },
      { authorizer: { lambda: { principalId: 'ada', context: null } } },
    ],
    ['a context', { principalId: 'ada', a: '1' }, { authorizer: { lambda: { principalId: 'ada', context: { a: '1' } } } }],
    [
      '`claims` in its context',
      { principalId: 'ada', claims: null },
      { authorizer: { lambda: { principalId: 'ada', context: { claims: null } } } },
    ],
    ['no principal', { a: '1' }, {}],
    ['an authorizer that is none', null, {}],
  ])('finds the authorizer of a REST event that has %s', (_, authorizer, options) => {
    expect(optionsOf({ httpMethod: 'PATCH', requestContext: { authorizer } })).toEqual({ ...BARE, path: '/', ...options });
  });

  test.each<[what: string, identity: object, iam: object]>([
    ['nothing but the ARN', {}, {}],
    ['the other fields', IDENTITY, FOUND_IDENTITY],
    ['fields that are no strings', { accessKey: 5, accountId: null }, {}],
    [
      'Cognito and its provider',
      { ...COGNITO, cognitoAuthenticationProvider: 'a,b' },
      { cognitoIdentity: { ...FOUND_COGNITO, amr: ['c', 'a', 'b'] } },
    ],
    [
      'Cognito without a provider',
      { ...COGNITO, cognitoAuthenticationProvider: null },
      { cognitoIdentity: { ...FOUND_COGNITO, amr: ['c'] } },
    ],
    ['Cognito without an identity', { ...COGNITO, cognitoIdentityId: null }, {}],
    ['Cognito without a pool', { ...COGNITO, cognitoIdentityPoolId: null }, {}],
    ['Cognito without a type', { ...COGNITO, cognitoAuthenticationType: null }, {}],
  ])('finds the caller of a REST event that has %s', (_, identity, iam) => {
    const event = { httpMethod: 'PATCH', requestContext: { identity: { userArn: 'arn', ...identity } } };
    expect(optionsOf(event)).toEqual({ ...BARE, path: '/', authorizer: { iam: { userArn: 'arn', ...iam } } });
  });

  test.each<[what: string, event: object, options: EventInit]>([
    ['a token', { authorizationToken: 'Bearer abc' }, { headers: [['Authorization', 'Bearer abc']] }],
    ['no token', {}, { headers: [['Authorization', 'Bearer token']] }],
    ['an empty token', { authorizationToken: '' }, { headers: [['Authorization', 'Bearer token']] }],
    ['an ARN without a path', { methodArn: `${ARN}/PATCH` }, { ...SHOWN, method: 'PATCH', headers: [['Authorization', 'Bearer token']] }],
    ['more before its ARN', { methodArn: `x${ARN}/PATCH/a` }, { headers: [['Authorization', 'Bearer token']] }],
    [
      'another ARN',
      { methodArn: 'arn:aws:lambda:eu-west-1:210987654321:function:a/b/c' },
      { headers: [['Authorization', 'Bearer token']] },
    ],
    [
      'a line break in its ARN',
      { methodArn: `${ARN}/PATCH/a\nb` },
      { ...SHOWN, method: 'PATCH', path: '/a\nb', headers: [['Authorization', 'Bearer token']] },
    ],
  ])('finds the options of a TOKEN authorizer whose event has %s', (_, event, options) => {
    const given = { type: 'TOKEN', ...event };
    expect(optionsOf(given)).toEqual(options);
    expect(buildTokenAuthorizerEvent(fromEvent(given as RecoverableEvent) as EventInit)).toEqual(given);
  });

  test.each<[what: string, event: object, options: EventInit]>([
    ['one identity, its token', { identitySource: 'a', headers: AUTHORIZED }, { identitySource: ['$request.header.Authorization'] }],
    ['the same in an array', { identitySource: ['a'], headers: AUTHORIZED }, { identitySource: ['$request.header.Authorization'] }],
    ['two identities', { identitySource: ['a', 'b'], headers: AUTHORIZED }, {}],
    ['another identity', { identitySource: 'b', headers: AUTHORIZED }, {}],
    ['the value of another header', { identitySource: 'c', headers: AUTHORIZED }, {}],
    ['an empty token', { identitySource: '', headers: { ...AUTHORIZED, Authorization: '' } }, {}],
    ['no identity', { identitySource: null, headers: AUTHORIZED }, {}],
  ])('finds the identity sources of an authorizer whose event has %s', (_, event, options) => {
    const found = fromEvent({ version: '1.0', type: 'REQUEST', httpMethod: 'GET', requestContext: {}, ...event } as RecoverableEvent);
    expect(found.identitySource).toEqual(options.identitySource);
  });

  test('leaves out the path that a REST API refuses, and no other option', () => {
    expect(optionsOf({ httpMethod: 'PATCH', path: '/50%', requestContext: { apiId: 'z9y8x7w6v5' } })).toEqual({
      ...BARE,
      apiId: 'z9y8x7w6v5',
    });
  });

  test('finds the base path of a custom domain in the ARN of an authorizer', () => {
    const requestContext = { domainName, path: '/orders/a', stage: 'dev', resourceId: '$default' };
    const event = { version: '1.0', type: 'REQUEST', httpMethod: 'PATCH', path: '/orders/a', methodArn: `${ARN}/PATCH/a`, requestContext };
    const customDomain = { domainName, basePath: 'orders' };
    expect(optionsOf(event)).toEqual({ ...BARE, ...SHOWN, path: '/a', customDomain, route: '$default' });
  });
});

/** Returns an event with such a context. */
function at(requestContext: object): object {
  return { requestContext };
}

/** Returns an event of the route `/{user}/{rest+}` behind a custom domain. */
function mapped(path: string, contextPath: string | undefined): object {
  const parameters = { resource: '/{user}/{rest+}', pathParameters: { user: 'a@b', rest: 'c' } };
  return { path, ...parameters, requestContext: { domainName, path: contextPath } };
}

/** Returns an event of payload 2.0 with more in its context. */
function inHttp(context: object): object {
  return { requestContext: { http: { method: 'PATCH' }, ...context } };
}

function optionsOf(event: object): object {
  const { override: _, now: __, ...options } = fromEvent(event as RecoverableEvent);
  return options;
}
