import type { Gateway } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi, type LocalApiInit, type LocalAuthorizer } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { MAX_WEBSOCKET_AUTHORIZER_RESULT } from '../../../src/aws/limits.js';
import { type Authorizers, authorize } from '../../../src/local/authorize/authorize.js';
import { createAuthorizerCache } from '../../../src/local/authorize/authorizer-cache.js';
import { verifyJwt } from '../../../src/local/authorize/jwt-authorizer.js';

const seen = (event: { requestContext: { authorizer?: unknown } }) => ({
  statusCode: 200,
  body: JSON.stringify(event.requestContext.authorizer ?? null),
});

const allow = (more = {}) => ({
  principalId: 'ada',
  policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }] },
  ...more,
});
const headers = { Authorization: 'Bearer abc' };

interface Way {
  readonly target: 'rest' | 'http-1.0' | 'http-2.0' | 'websocket';
  readonly payload?: '1.0' | '2.0';
}
const WAYS: readonly Way[] = [
  { target: 'rest' },
  { target: 'http-1.0' },
  { target: 'http-1.0', payload: '2.0' },
  { target: 'http-2.0' },
  { target: 'http-2.0', payload: '1.0' },
  { target: 'websocket' },
];

/** Sends requests one after the other through an authorizer, and returns the status of each and how often the authorizer was called. */
async function statusesOf({ target, payload }: Way, own: object, requests: number): Promise<[statuses: number[], calls: number]> {
  const statuses: number[] = [];
  let calls = 0;
  const { request, ...rest } = own as { request: (call: number, event: unknown, context: unknown) => unknown };
  const counted = (event: unknown, context: unknown): unknown => {
    calls += 1;
    return request(calls, event, context);
  };
  const users = { ...rest, request: counted, ...(payload && { payload }) } as LocalAuthorizer;
  const authorizers = { users };
  const websocket =
    target === 'websocket' &&
    createLocalWebsocketApi({ routes: { $connect: { handler: () => ({ statusCode: 200 }), authorizer: 'users' } }, authorizers } as never);
  const init = { target, routes: { 'ANY /{proxy+}': seen }, authorizers, authorizer: 'users' };
  const api = websocket ? undefined : createLocalApi(init as LocalApiInit<'rest'>);
  for (let sent = 0; sent < requests; sent += 1) {
    if (websocket) statuses.push((await websocket.connect({ headers })).response.status);
    else if (api) statuses.push((await api.fetch(target === 'rest' ? '/prod/a' : '/a', { headers })).status);
  }
  return [statuses, calls];
}

const passes = ({ target }: Way): number => (target === 'websocket' ? 101 : 200);

describe.each(WAYS)('a request authorizer of $target $payload', (way) => {
  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a string', 'yes'],
    ['a BigInt', 1n],
    ['a BigInt in a policy', allow({ context: { a: 1n } })],
    ['a policy without a principal', { policyDocument: allow().policyDocument }],
    ['a context that is a string', allow({ context: 'a' })],
    ['a context that is an array', allow({ context: ['a'] })],
    ['a usage key that is a number', allow({ usageIdentifierKey: 5 })],
    [
      'an effect in another case',
      { ...allow(), policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'allow', Action: '*', Resource: '*' }] } },
    ],
  ])('lets nobody pass who gets %s, and asks again', async (_, answer) => {
    const [statuses, calls] = await statusesOf(way, { request: () => answer, ttl: 60 }, 2);
    expect([statuses, calls]).toEqual([[500, 500], 2]);
  });

  test('may leave objects and arrays in the context with payload 2.0 only', async () => {
    const isAllowed = way.target === 'http-2.0' && way.payload === undefined;
    for (const value of [{ b: 1 }, [1], [], [{ c: [null] }]]) {
      const [statuses] = await statusesOf(way, { request: () => allow({ context: { a: 1, value } }) }, 1);
      expect(statuses).toEqual([isAllowed ? 200 : 500]);
    }
    expect((await statusesOf(way, { request: () => allow({ context: { a: null } }) }, 1))[0]).toEqual([passes(way)]);
  });

  const SOURCES = { rest: 'method.request.header.Authorization', 'http-1.0': '$request.header.Authorization' };
  const identitySource = [way.target === 'rest' || way.target === 'websocket' ? SOURCES.rest : SOURCES['http-1.0']].map((source) =>
    way.target === 'websocket' ? source.replace('method', 'route') : source,
  );

  test('is asked once within its `ttl`, but for every handshake', async () => {
    const [statuses, calls] = await statusesOf(way, { request: () => allow(), identitySource, ttl: 60 }, 2);
    expect([statuses, calls]).toEqual([[passes(way), passes(way)], way.target === 'websocket' ? 2 : 1]);
  });

  test('is asked every time without an identity source, whatever its `ttl`', async () => {
    const [statuses, calls] = await statusesOf(way, { request: () => allow(), ttl: 60 }, 2);
    expect([statuses, calls]).toEqual([[passes(way), passes(way)], 2]);
  });

  test('is asked again after an answer that is none', async () => {
    const request = (call: number): unknown => (call === 1 ? 'no' : allow());
    const [statuses, calls] = await statusesOf(way, { request, identitySource, ttl: 60 }, 3);
    expect([statuses, calls]).toEqual([[500, passes(way), passes(way)], way.target === 'websocket' ? 3 : 2]);
  });

  test('gets a context with its own name and ten seconds', async () => {
    const contexts: { functionName: string; getRemainingTimeInMillis(): number }[] = [];
    const times: number[] = [];
    const request = (_: number, __: unknown, context: (typeof contexts)[number]): object => {
      contexts.push(context);
      times.push(context.getRemainingTimeInMillis());
      return allow();
    };
    await statusesOf(way, { request }, 1);
    expect(contexts.map(({ functionName }) => functionName)).toEqual(['users']);
    expect(times[0]).toBeGreaterThan(3000);
    expect(times[0]).toBeLessThanOrEqual(10_000);
  });
});

test("the event has the nested context of a policy, as in AWS's guide", async () => {
  const context = { stringKey: 'value', numberKey: 1, booleanKey: true, arrayKey: ['value1'], mapKey: { value1: 'value2' } };
  const api = createLocalApi({
    target: 'http-2.0',
    routes: { $default: seen },
    authorizers: { users: { request: () => allow({ context }) } },
    authorizer: 'users',
  });
  expect(await (await api.fetch('/')).json()).toEqual({ lambda: context });
});

// A function with payload 1.0 can't receive such a context.
test.each<[string, object, object, object]>([
  ['an API with payload 1.0, simple', { target: 'http-1.0' }, { payload: '2.0' }, { isAuthorized: true }],
  ['an API with payload 1.0, policy', { target: 'http-1.0' }, { payload: '2.0' }, allow()],
  ['a route with payload 1.0, simple', { target: 'http-2.0' }, {}, { isAuthorized: true }],
  ['a route with payload 1.0, policy', { target: 'http-2.0' }, {}, allow()],
])('nobody passes with a nested context to %s', async (_, api, authorizer, answer) => {
  const calls: unknown[] = [];
  const local = createLocalApi({
    ...api,
    routes: { 'GET /': { handler: (event: unknown) => calls.push(event), payload: '1.0' } },
    authorizers: { users: { request: () => ({ ...answer, context: { a: { b: 1 } } }), ...authorizer } },
    authorizer: 'users',
  } as never);
  expect([(await local.fetch('/')).status, calls]).toEqual([500, []]);
});

describe('the answer of a WebSocket authorizer', () => {
  test.each([
    [MAX_WEBSOCKET_AUTHORIZER_RESULT, 101],
    [MAX_WEBSOCKET_AUTHORIZER_RESULT + 1, 500],
  ])('of %d bytes is answered with %d', async (size, status) => {
    const empty = JSON.stringify(allow({ context: { a: '' } })).length;
    const answer = allow({ context: { a: 'x'.repeat(size - empty) } });
    expect((await statusesOf({ target: 'websocket' }, { request: () => answer }, 1))[0]).toEqual([status]);
    for (const way of WAYS.slice(0, -1)) expect((await statusesOf(way, { request: () => answer }, 1))[0]).toEqual([200]);
  });
});

test('the latency of an authorizer is at most the time of the request', async () => {
  const api = createLocalApi({
    target: 'rest',
    routes: { 'GET /': seen },
    authorizers: { users: { request: () => allow() as never } },
    authorizer: 'users',
  });
  const start = performance.now();
  const { integrationLatency } = (await (await api.fetch('/prod/')).json()) as { integrationLatency: number };
  expect(integrationLatency).toBeGreaterThanOrEqual(0);
  expect(integrationLatency).toBeLessThanOrEqual(Math.ceil(performance.now() - start));
});

describe('authorize', () => {
  const request = { method: 'GET', target: '/', headers: [['Authorization', 'Bearer abc']] } as const;
  const with1 = (byName: Record<string, LocalAuthorizer>): Authorizers => ({
    byName,
    cache: createAuthorizerCache(),
    runtime: 'nodejs22.x' as never,
  });

  test.each(['gone', 'constructor', '__proto__', 'toString', ''])('refuses a route whose authorizer %j is unknown', async (name) => {
    const verdict = await authorize(request, { target: 'rest' }, name, undefined, with1({ users: { iam: {} } }));
    expect(verdict).toEqual({ failure: 'authorizer-configuration' });
  });

  test('lets everybody pass without an authorizer', async () => {
    expect(await authorize(request, { target: 'rest' }, undefined, undefined, with1({}))).toStrictEqual({ authorizer: undefined });
  });

  test('refuses a Lambda authorizer of a function URL', async () => {
    const byName = { users: { request: () => allow() as never } };
    const verdict = await authorize(request, { target: 'function-url' } as Gateway, 'users', undefined, with1(byName));
    expect(verdict).toEqual({ failure: 'authorizer-configuration' });
  });
});

describe('verifyJwt', () => {
  test.each([
    ['Bearer abc', 'abc'],
    ['bearer \t abc', 'abc'],
    ['abc', 'abc'],
    ['Bearerabc', 'Bearerabc'],
    ['xBearer abc', 'xBearer abc'],
    ['abc Bearer ', 'abc Bearer '],
  ])('reads the token of %j as %j', async (Authorization, token) => {
    const tokens: string[] = [];
    const verify = (given: string) => ({ count: tokens.push(given) });
    await verifyJwt({ verify }, { method: 'GET', target: '/', headers: [['authorization', Authorization]] }, { target: 'http-2.0' });
    expect(tokens).toEqual([token]);
  });

  test('writes the claims of a user pool as Cognito does', async () => {
    const verify = () => ({ exp: 1_718_722_804, iat: 0, auth_time: 1_718_722_804, nbf: 5, admin: true, of: null });
    const request = { method: 'GET', target: '/', headers: [['Authorization', 'abc']] } as const;
    expect(await verifyJwt({ verify }, request, { target: 'rest' })).toEqual({
      authorizer: {
        cognito: {
          claims: {
            ...{ exp: 'Tue Jun 18 15:00:04 UTC 2024', iat: 'Thu Jan 01 00:00:00 UTC 1970' },
            ...{ auth_time: '1718722804', nbf: '5', admin: 'true', of: 'null' },
          },
        },
      },
    });
    const text = { verify: () => ({ exp: 'soon', iat: ['a', 'b'] }) };
    expect(await verifyJwt(text, request, { target: 'rest' })).toEqual({
      authorizer: { cognito: { claims: { exp: 'soon', iat: 'a,b' } } },
    });
  });
});
