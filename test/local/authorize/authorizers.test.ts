import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent, APIGatewayTokenAuthorizerEvent } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi, type LocalApiInit, type LocalAuthorizer } from 'apigw-proxy/local';
import { payload } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';

const context = (event: { requestContext: { authorizer?: unknown } }) => ({
  statusCode: 200,
  body: JSON.stringify(event.requestContext.authorizer ?? null),
});

function policy(Effect: 'Allow' | 'Deny', Resource: string, more: Partial<APIGatewayAuthorizerResult> = {}): APIGatewayAuthorizerResult {
  const Statement = [{ Effect, Action: 'execute-api:Invoke', Resource }];
  return { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, ...more };
}

const bearer = { headers: { Authorization: 'Bearer abc' } };

describe('a token authorizer', () => {
  const token = (answer: (event: APIGatewayTokenAuthorizerEvent) => unknown, more = {}) =>
    createLocalApi({
      target: 'rest',
      routes: { 'ANY /{proxy+}': context, 'GET /open': { handler: context, authorizer: false } },
      authorizers: { users: { token: answer, ...more } },
      authorizer: 'users',
    });

  test('adds its context to the event, as strings', async () => {
    const api = token(({ methodArn }) => policy('Allow', methodArn, { context: { age: 7 } }));
    const response = await api.fetch('/prod/a', bearer);
    expect(await response.json()).toEqual({ principalId: 'ada', age: '7', integrationLatency: expect.any(Number) });
    expect(api.last?.authorization).toMatchObject({
      event: { type: 'TOKEN', authorizationToken: 'Bearer abc' },
      result: { principalId: 'ada' },
    });
  });

  test.each<[string, (event: APIGatewayTokenAuthorizerEvent) => unknown, RequestInit, number, string]>([
    ['no token', ({ methodArn }) => policy('Allow', methodArn), {}, 401, '{"message":"Unauthorized"}'],
    ['the message Unauthorized', () => Promise.reject(new Error('Unauthorized')), bearer, 401, '{"message":"Unauthorized"}'],
    ['another error', () => Promise.reject(new Error('no')), bearer, 500, '{"message":null}'],
    ['no policy', () => ({ isAuthorized: true }), bearer, 500, '{"message":null}'],
    [
      'a policy that denies',
      ({ methodArn }) => policy('Deny', methodArn),
      bearer,
      403,
      '{"Message":"User is not authorized to access this resource"}',
    ],
    [
      'a policy for another method',
      () => policy('Allow', 'arn:aws:execute-api:*:*:*/prod/POST/a'),
      bearer,
      403,
      '{"Message":"User is not authorized to access this resource"}',
    ],
    ['a nested context', () => policy('Allow', '*', { context: { a: [] as never } }), bearer, 500, '{"message":null}'],
  ])('rejects the request with %s', async (_, answer, init, status, body) => {
    const api = token(answer);
    const response = await api.fetch('/prod/a', init);
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(api.last?.event).toBeUndefined();
  });

  test('is not called for a token that does not match', async () => {
    const api = token(() => policy('Allow', '*'), { validation: /^Bearer \d+$/ });
    expect((await api.fetch('/prod/a', bearer)).status).toBe(401);
    expect((await api.fetch('/prod/a', { headers: { Authorization: 'Bearer 1' } })).status).toBe(200);
  });

  test('is not called for a route without authorizer', async () => {
    const api = token(() => Promise.reject(new Error('no')));
    expect((await api.fetch('/prod/open')).status).toBe(200);
  });

  test('is called once for a token, and the cached policy decides about every method', async () => {
    const api = token(({ methodArn }) => policy('Allow', methodArn));
    const paths = ['/prod/a', '/prod/a', '/prod/b'];
    const statuses = [];
    for (const path of paths) statuses.push((await api.fetch(path, bearer)).status);
    expect(statuses).toEqual([200, 200, 403]);
    expect(api.exchanges.map(({ authorization }) => authorization?.event !== undefined)).toEqual([true, false, false]);
    expect(api.exchanges[1]?.event?.requestContext.authorizer).toMatchObject({ integrationLatency: 0 });
  });

  test('may return JSON, as a module in a thread does', async () => {
    const api = token(() => payload(JSON.stringify(policy('Allow', '*'))));
    expect((await api.fetch('/prod/a', bearer)).status).toBe(200);
    const refused = token(() => payload('{"principalId":'));
    expect((await refused.fetch('/prod/a', bearer)).status).toBe(500);
  });

  test('cannot change a cached answer', async () => {
    const answer = policy('Allow', '*');
    const api = token(() => answer, { ttl: 300 });
    expect((await api.fetch('/prod/a', bearer)).status).toBe(200);
    Object.assign(answer, policy('Deny', '*'));
    expect((await api.fetch('/prod/a', bearer)).status).toBe(200);
    expect(api.last?.authorization?.event).toBeUndefined();
  });

  test('is called every time without caching', async () => {
    const api = token(() => policy('Allow', '*'), { ttl: 0 });
    await api.fetch('/prod/a', bearer);
    await api.fetch('/prod/a', bearer);
    expect(api.last?.authorization?.event).toBeDefined();
  });
});

describe('a request authorizer', () => {
  test('of REST receives the request', async () => {
    const request = ({ queryStringParameters }: APIGatewayRequestAuthorizerEvent) =>
      policy(queryStringParameters?.['key'] === '1' ? 'Allow' : 'Deny', '*');
    const api = createLocalApi({
      target: 'rest',
      routes: { 'GET /': { handler: context, authorizer: 'keys' } },
      authorizers: { keys: { request, identitySource: ['method.request.querystring.key'] } },
    });
    const statuses = [];
    for (const query of ['', '?key=2', '?key=1']) statuses.push((await api.fetch(`/prod/${query}`)).status);
    expect(statuses).toEqual([401, 403, 200]);
  });

  test.each<[string, unknown, number, unknown]>([
    ['a simple answer that allows', { isAuthorized: true, context: { a: [1] } }, 200, { lambda: { a: [1] } }],
    ['a simple answer without context', { isAuthorized: true }, 200, { lambda: null }],
    ['a policy', policy('Allow', '*', { context: { a: 1 } }), 200, { lambda: { a: 1 } }],
    ['a simple answer that denies', { isAuthorized: false }, 403, { message: 'Forbidden' }],
    ['a policy that denies', policy('Deny', '*'), 403, { message: 'Forbidden' }],
    ['garbage', 'yes', 500, { message: 'Internal Server Error' }],
  ])('of an HTTP API answers with %s', async (_, answer, status, body) => {
    const api = createLocalApi({
      target: 'http-2.0',
      routes: { $default: context },
      authorizers: { users: { request: () => answer } },
      authorizer: 'users',
    });
    const response = await api.fetch('/');
    expect([response.status, await response.json()]).toEqual([status, body]);
  });

  test('of an HTTP API may have payload 1.0, without simple responses', async () => {
    const answers = { '/policy': policy('Allow', '*'), '/yes': { isAuthorized: true } };
    const api = createLocalApi({
      target: 'http-2.0',
      routes: { $default: context },
      authorizers: { users: { request: ({ path }: { path: keyof typeof answers }) => answers[path], payload: '1.0' } },
      authorizer: 'users',
    });
    expect((await api.fetch('/policy')).status).toBe(200);
    expect((await api.fetch('/yes')).status).toBe(500);
  });
});

describe('a JWT authorizer', () => {
  const verify = async (token: string) => {
    if (token !== 'abc') throw new Error('wrong signature');
    return { sub: 'ada', exp: 1_718_722_804, groups: ['a', 'b'], admin: true, scope: 'read write', address: { city: 'x' } };
  };
  const claims = { sub: 'ada', exp: '1718722804', groups: '[a b]', admin: 'true', scope: 'read write', address: '{"city":"x"}' };

  const wrong = { headers: { Authorization: 'Bearer xyz' } };
  const refusal = 'error="invalid_token" error_description="wrong signature"';

  test.each<[string, RequestInit, string, number, unknown, string | null]>([
    ['a valid token', bearer, '/', 200, { jwt: { claims, scopes: null } }, null],
    ['a scope that the token has', bearer, '/read', 200, { jwt: { claims, scopes: ['read', 'all'] } }, null],
    ['a scope that it lacks', bearer, '/all', 403, { message: 'Forbidden' }, null],
    ['another token', wrong, '/', 401, { message: 'Unauthorized' }, `Bearer scope="" ${refusal}`],
    ['another token, for a scope', wrong, '/read', 401, { message: 'Unauthorized' }, `Bearer scope="read all" ${refusal}`],
    ['no token', {}, '/', 401, { message: 'Unauthorized' }, 'Bearer'],
  ])('answers %s', async (_, init, path, status, body, challenge) => {
    const api = createLocalApi({
      target: 'http-2.0',
      routes: {
        $default: context,
        'GET /read': { handler: context, scopes: ['read', 'all'] },
        'GET /all': { handler: context, scopes: ['all'] },
      },
      authorizers: { users: { verify } },
      authorizer: 'users',
    });
    const response = await api.fetch(path, init);
    expect([response.status, await response.json(), response.headers.get('www-authenticate')]).toEqual([status, body, challenge]);
  });

  test.each([false, true, null, undefined, 'ada', 1, [], new Map([['sub', 'ada']])])(
    'lets nobody pass with the claims %j',
    async (claims) => {
      const verifier = { verify: async () => claims as never }; // JavaScript can pass anything
      const api = createLocalApi({ target: 'http-2.0', routes: { $default: context }, authorizers: { a: verifier }, authorizer: 'a' });
      const response = await api.fetch('/', bearer);
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([
        401,
        'Bearer scope="" error="invalid_token" error_description="The verifier returned no claims."',
      ]);
      expect(api.last?.authorization).toEqual({
        event: undefined,
        result: undefined,
        error: new TypeError('The verifier returned no claims.'),
      });
    },
  );

  test.each(['', 'Bearer', 'Bearer '])('does not call the verifier for an empty token: %j', async (Authorization) => {
    const asked: string[] = [];
    const users = { verify: (token: string) => ({ count: asked.push(token) }) };
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: context }, authorizers: { users }, authorizer: 'users' });
    const { response, authorization } = await api.exchange({ method: 'GET', target: '/', headers: [['Authorization', Authorization]] });
    expect([response.status, asked, authorization]).toEqual([401, [], undefined]);
  });

  test('keeps the error of the verifier in the exchange, and its message in one line in the challenge', async () => {
    const error = new Error('no\r\n"key\\');
    const users = { verify: () => Promise.reject(error) };
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: context }, authorizers: { users }, authorizer: 'users' });
    const response = await api.fetch('/', bearer);
    expect(response.headers.get('www-authenticate')).toContain(`error_description="no 'key'"`);
    expect(api.last?.authorization).toEqual({ event: undefined, result: undefined, error });
  });

  const circle: Record<string, unknown> = {};
  circle['self'] = circle;

  test.each<[name: string, claims: object]>([
    ['a BigInt', { sub: 5n }],
    ['a circle', circle],
  ])('refuses claims that are not JSON, with %s, in words of its own', async (_, claims) => {
    const users = { verify: async () => claims as never };
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: context }, authorizers: { users }, authorizer: 'users' });
    const response = await api.fetch('/', bearer);
    const challenge = 'Bearer scope="" error="invalid_token" error_description="The claims are not JSON."';
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, challenge]);
  });

  test('writes a time that no calendar has as a number', async () => {
    const api = createLocalApi({
      target: 'rest',
      routes: { 'GET /': context },
      authorizers: { pool: { verify: async () => ({ exp: 1e300, iat: -1e300 }) } },
      authorizer: 'pool',
    });
    expect(await (await api.fetch('/prod/', bearer)).json()).toEqual({ claims: { exp: '1e+300', iat: '-1e+300' } });
  });

  test.each([
    ['one that the token has', ['read', 'all'], 200],
    ['one that it lacks', ['all'], 401],
  ])('of a Cognito user pool requires a scope: %s', async (_, scopes, status) => {
    const routes = { 'GET /': { handler: context, scopes } };
    const api = createLocalApi({ target: 'rest', routes, authorizers: { pool: { verify } }, authorizer: 'pool' });
    expect((await api.fetch('/prod/', bearer)).status).toBe(status);
  });

  test('is a Cognito user pool on REST, and writes dates and lists as Cognito does', async () => {
    const api = createLocalApi({
      target: 'rest',
      routes: { 'GET /': context },
      authorizers: { pool: { verify: async () => ({ sub: 'ada', exp: 1_718_722_804, 'cognito:groups': ['a', 'b'] }) } },
      authorizer: 'pool',
    });
    expect(await (await api.fetch('/prod/', bearer)).json()).toEqual({
      claims: { sub: 'ada', exp: 'Tue Jun 18 15:00:04 UTC 2024', 'cognito:groups': 'a,b' },
    });
  });
});

describe('a fixed authorizer', () => {
  test.each<[LocalAuthorizer, unknown]>([
    [{ iam: { userId: 'me' } }, { iam: expect.objectContaining({ userId: 'me' }) }],
    [{ jwt: { claims: { sub: 'ada' } } }, { jwt: { claims: { sub: 'ada' }, scopes: null } }],
  ])('fills the event: %j', async (users, expected) => {
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: context }, authorizers: { users }, authorizer: 'users' });
    expect(await (await api.fetch('/')).json()).toEqual(expected);
  });
});

describe('an API key', () => {
  const init: LocalApiInit<'rest'> = {
    target: 'rest',
    apiKeys: [{ id: 'k1', value: 'secret' }],
    routes: {
      'GET /open': ({ requestContext }) => ({ body: requestContext.identity.apiKeyId ?? 'none' }),
      'GET /key': { handler: ({ requestContext }) => ({ body: requestContext.identity.apiKeyId ?? 'none' }), apiKeyRequired: true },
      'GET /usage': {
        handler: ({ requestContext }) => ({ body: requestContext.identity.apiKeyId ?? 'none' }),
        apiKeyRequired: true,
        authorizer: 'a',
      },
    },
    authorizers: { a: { request: () => policy('Allow', '*', { usageIdentifierKey: 'secret' }) } },
  };
  const forbidden = '{"message":"Forbidden"}';

  test.each([
    [undefined, '/prod/open', {}, 200, 'none'],
    [undefined, '/prod/open', { 'x-api-key': 'secret' }, 200, 'k1'],
    [undefined, '/prod/key', { 'x-api-key': 'secret' }, 200, 'k1'],
    [undefined, '/prod/key', { 'x-api-key': 'wrong' }, 403, forbidden],
    [undefined, '/prod/key', {}, 403, forbidden],
    [undefined, '/prod/usage', {}, 403, forbidden],
    ['HEADER', '/prod/usage', {}, 403, forbidden],
    ['HEADER', '/prod/usage', { 'x-api-key': 'wrong' }, 403, forbidden],
    ['HEADER', '/prod/usage', { 'x-api-key': 'secret' }, 200, 'k1'],
    ['AUTHORIZER', '/prod/usage', {}, 200, 'k1'],
    ['AUTHORIZER', '/prod/usage', { 'x-api-key': 'wrong' }, 200, 'k1'],
    ['AUTHORIZER', '/prod/key', { 'x-api-key': 'secret' }, 403, forbidden],
    ['AUTHORIZER', '/prod/open', { 'x-api-key': 'secret' }, 200, 'none'],
  ] as const)('from the source %s of %s with %j', async (apiKeySource, path, headers, status, body) => {
    const response = await createLocalApi({ ...init, ...(apiKeySource && { apiKeySource }) }).fetch(path, { headers });
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  test.each([
    ['HEADER', 403],
    ['AUTHORIZER', 101],
  ] as const)('from the source %s of a handshake', async (apiKeySource, status) => {
    const api = createLocalWebsocketApi({
      apiKeys: [{ id: 'k1', value: 'secret' }],
      apiKeySource,
      routes: { $connect: { handler: () => ({ statusCode: 200 }), apiKeyRequired: true, authorizer: 'a' } },
      authorizers: { a: { request: () => policy('Allow', '*', { usageIdentifierKey: 'secret' }) } },
    });
    expect((await api.connect()).response).toMatchObject({ status });
  });

  test.each<[string, object]>([
    ['an HTTP API', { target: 'http-2.0', apiKeySource: 'HEADER' }],
    ['another word', { target: 'rest', apiKeySource: 'header' }],
    ['undefined', { target: 'rest', apiKeySource: undefined }],
  ])('has no source for %s', (_, settings) => {
    expect(() => createLocalApi({ ...settings, routes: {} } as never)).toThrow(expect.objectContaining({ path: ['apiKeySource'] }));
  });
});

describe('enableSimpleResponses', () => {
  const answers: Readonly<Record<string, () => unknown>> = {
    'a simple answer': () => ({ isAuthorized: true }),
    'a policy': () => policy('Allow', '*'),
  };

  test.each<[boolean | undefined, string, number]>([
    [true, 'a simple answer', 200],
    [true, 'a policy', 500],
    [false, 'a simple answer', 500],
    [false, 'a policy', 200],
    [undefined, 'a simple answer', 200],
    [undefined, 'a policy', 200],
  ])('%s with %s', async (enableSimpleResponses, kind, status) => {
    const own = { request: answers[kind] ?? context, ...(enableSimpleResponses !== undefined && { enableSimpleResponses }) };
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: context }, authorizers: { own }, authorizer: 'own' });
    expect((await api.fetch('/')).status).toBe(status);
  });

  test.each<[LocalApiInit<'rest' | 'http-1.0' | 'http-2.0'>['target'], '1.0' | undefined]>([
    ['rest', undefined],
    ['http-1.0', undefined],
    ['http-2.0', '1.0'],
  ])('is rejected for %s with payload %s', (target, payload) => {
    const own = { request: context, enableSimpleResponses: true, ...(payload && { payload }) };
    expect(() => createLocalApi({ target, routes: {}, authorizers: { own } })).toThrow(
      expect.objectContaining({ code: 'unsupported-option', path: ['authorizers', 'own', 'enableSimpleResponses'] }),
    );
  });
});
