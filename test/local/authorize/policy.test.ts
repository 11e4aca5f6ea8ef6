import type { Statement } from 'apigw-proxy';
import { createLocalApi } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAuthorizerCache } from '../../../src/local/authorize/authorizer-cache.js';
import { checkPolicy } from '../../../src/local/authorize/policy.js';

const arn = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/users/1';
const allow = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: arn } as const;
const verdictOf = (Statement: Statement[], sourceIp?: string): ReturnType<typeof checkPolicy> =>
  checkPolicy({ Version: '2012-10-17', Statement }, arn, sourceIp === undefined ? {} : { sourceIp });
const decided = (...statements: Statement[]): boolean => verdictOf(statements).allowed;

describe('checkPolicy', () => {
  test('a policy without a statement allows nothing', () => {
    expect(decided()).toBe(false);
  });

  test.each<[string, boolean, Statement[]]>([
    ['names the method', true, [allow]],
    ['names another', false, [{ ...allow, Resource: arn.replace('GET', 'POST') }]],
    ['has the method in an array', true, [{ ...allow, Resource: ['x', arn] }]],
    ['has a star for several segments', true, [{ ...allow, Resource: 'arn:aws:execute-api:*/prod/*' }]],
    ['has a question mark for one character', true, [{ ...allow, Resource: arn.replace('GET', '???') }]],
    ['has one question mark too many', false, [{ ...allow, Resource: `${arn}?` }]],
    ['has a dot', false, [{ ...allow, Resource: arn.replace('prod', 'p.od') }]],
    ['has the action in another case', true, [{ ...allow, Action: 'Execute-API:invoke' }]],
    ['names another action', false, [{ ...allow, Action: 'lambda:*' }]],
    ['allows and denies', false, [allow, { ...allow, Effect: 'Deny', Resource: '*' }]],
    ['denies something else', true, [allow, { ...allow, Effect: 'Deny', Resource: 'x' }]],
    ['excludes other actions', true, [{ Effect: 'Allow', NotAction: 'lambda:*', Resource: '*' }]],
    ['excludes the action', false, [{ Effect: 'Allow', NotAction: ['execute-api:*'], Resource: '*' }]],
    ['excludes other resources', true, [{ Effect: 'Allow', Action: '*', NotResource: 'x' }]],
    ['excludes the resource', false, [{ Effect: 'Allow', Action: '*', NotResource: ['*/prod/GET/*'] }]],
    ['has a condition that is met', true, [{ ...allow, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }]],
    ['has a condition that is not met', false, [{ ...allow, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }]],
    [
      'denies under a condition that is not met',
      true,
      [allow, { ...allow, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': false } } }],
    ],
  ])('a policy that %s: %s', (_, expected, statements) => {
    expect(decided(...statements)).toBe(expected);
  });

  test('matches every other character literally', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[*?]/.test(text)),
        (text) =>
          text.includes('${') || checkPolicy({ Version: '2012-10-17', Statement: [{ ...allow, Resource: text }] }, text, {}).allowed,
      ),
    );
  });
});

describe('a policy that IAM would reject', () => {
  test.each([
    ['2012-10-17', true],
    ['2008-10-17', true],
    ['2012-10-18', false],
    ['', false],
  ])('by its version %j: allows: %s', (Version, allowed) => {
    expect(checkPolicy({ Version, Statement: [allow] }, arn, {})).toEqual({ allowed, warnings: [] });
  });

  test.each<[string, object]>([
    ['Action and NotAction', { NotAction: 'lambda:*' }],
    ['Resource and NotResource', { NotResource: 'x' }],
  ])('allows nothing if one statement has both %s', (_, more) => {
    for (const statements of [[{ ...allow, ...more }], [{ ...allow, ...more }, allow], [allow, { ...allow, ...more }]]) {
      expect(verdictOf(statements as Statement[])).toEqual({ allowed: false, warnings: [] });
    }
  });
});

describe('a condition that is not evaluated', () => {
  test.each<[string, Statement['Condition'], string]>([
    ['an address', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'unknown-operator'],
    ['a date', { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }, 'unknown-operator'],
    ['a key that only AWS knows', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, 'unknown-key'],
    ['a variable', { StringEquals: { 'aws:SourceIp': `$\{aws:PrincipalTag/ip}` } }, 'policy-variable'],
  ])('counts a Deny but not an Allow, with a warning: %s', (_, Condition, code) => {
    const conditional = { ...allow, Sid: 'if', ...(Condition && { Condition }) };
    for (const statements of [[conditional], [allow, { ...conditional, Effect: 'Deny' as const }]]) {
      const { allowed, warnings } = verdictOf(statements, '203.0.113.1');
      const advice =
        'Use a String, Arn, Bool or Null operator with `aws:SourceIp` or `aws:SecureTransport`, or test this condition on AWS.';
      expect([allowed, warnings.map(({ statement, code, fix }) => [statement, code, fix])]).toEqual([false, [['if', code, advice]]]);
    }
    expect(verdictOf([conditional, allow], '203.0.113.1')).toEqual({ allowed: true, warnings: [] });
  });

  test('is reported with the exchange', async () => {
    const Condition = { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } };
    const answer = { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement: [{ ...allow, Resource: '*', Condition }] } };
    const api = createLocalApi({
      target: 'rest',
      routes: { 'GET /users': () => ({ statusCode: 200, body: '' }) },
      authorizers: { own: { token: () => answer } },
      authorizer: 'own',
    });
    const exchange = await api.exchange({ method: 'GET', target: '/prod/users', headers: [['Authorization', 'x']] });
    expect(exchange.response.status).toBe(403);
    expect(exchange.authorization?.warnings).toEqual([expect.objectContaining({ code: 'unknown-operator', statement: 0 })]);
  });
});

describe('createAuthorizerCache', () => {
  test('drops an answer after its time', () => {
    const clock = { now: 0 };
    const cache = createAuthorizerCache(() => clock.now);
    cache.set('a', 1, 10);
    clock.now = 9_999;
    expect(cache.get('a')).toBe(1);
    clock.now = 10_000;
    expect([cache.get('a'), cache.get('b')]).toEqual([undefined, undefined]);
  });

  test('keeps the newest thousand answers', () => {
    const cache = createAuthorizerCache();
    for (let index = 0; index < 1001; index += 1) cache.set(`${index}`, index, 10);
    expect([cache.get('0'), cache.get('1'), cache.get('1000')]).toEqual([undefined, 1, 1000]);
  });
});

describe('an invalid policy', () => {
  const whole = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };
  const { Effect: _, ...effectless } = whole;
  const { Action: __, ...actionless } = whole;
  const { Resource: ___, ...resourceless } = whole;
  const document = { Version: '2012-10-17', Statement: [whole] };

  test.each<[string, unknown]>([
    ['null', null],
    ['no statement', { Version: '2012-10-17' }],
    ['an empty list of statements', { ...document, Statement: [] }],
    ['a statement of null', { ...document, Statement: [null] }],
    ['statements as a string', { ...document, Statement: 'Allow' }],
    ['a second statement of null', { ...document, Statement: [whole, null] }],
    ['no effect', { ...document, Statement: [effectless] }],
    ['an effect in lower case', { ...document, Statement: [{ ...whole, Effect: 'allow' }] }],
    ['an effect in an array', { ...document, Statement: [{ ...whole, Effect: ['Allow'] }] }],
    ['an effect of true', { ...document, Statement: [{ ...whole, Effect: true }] }],
    ['no action', { ...document, Statement: [actionless] }],
    ['an empty action', { ...document, Statement: [{ ...whole, Action: '' }] }],
    ['no actions', { ...document, Statement: [{ ...whole, Action: [] }] }],
    ['an action of null', { ...document, Statement: [{ ...whole, Action: null }] }],
    ['an action of true', { ...document, Statement: [{ ...whole, Action: true }] }],
    ['an action of null in an array', { ...document, Statement: [{ ...whole, Action: [null] }] }],
    ['another action', { ...document, Statement: [{ ...whole, Action: 's3:GetObject' }] }],
    ['no resource', { ...document, Statement: [resourceless] }],
    ['an empty resource', { ...document, Statement: [{ ...whole, Resource: '' }] }],
    ['no resources', { ...document, Statement: [{ ...whole, Resource: [] }] }],
    ['a resource of null', { ...document, Statement: [{ ...whole, Resource: null }] }],
    ['a resource of an object', { ...document, Statement: [{ ...whole, Resource: {} }] }],
    ['a resource of null in an array', { ...document, Statement: [{ ...whole, Resource: [null] }] }],
    ['NotResource of null', { ...document, Statement: [{ ...resourceless, NotResource: null }] }],
    ['NotAction of null', { ...document, Statement: [{ ...actionless, NotAction: null }] }],
    ['two kinds of action', { ...document, Statement: [{ ...whole, NotAction: 's3:*' }] }],
    ['two kinds of resource', { ...document, Statement: [{ ...whole, NotResource: 'x' }] }],
    ['a statement that denies', { ...document, Statement: [whole, { ...whole, Effect: 'Deny' }] }],
    ['an unknown version', { ...document, Version: '2026-01-01' }],
    ['no version', { Statement: [whole] }],
  ])('lets nobody pass: %s', async (_name, policyDocument) => {
    for (const target of ['rest', 'http-1.0', 'http-2.0'] as const) {
      const request = () => ({ principalId: 'ada', policyDocument });
      const api = createLocalApi({
        target,
        routes: { 'GET /': () => ({ statusCode: 200 }) },
        authorizers: { a: { request } },
        authorizer: 'a',
      });
      const { status } = await api.fetch(target === 'rest' ? '/prod/' : '/');
      expect([403, 500]).toContain(status);
    }
  });

  test('becomes valid again', async () => {
    const request = () => ({ principalId: 'ada', policyDocument: document });
    const api = createLocalApi({
      target: 'rest',
      routes: { 'GET /': () => ({ statusCode: 200 }) },
      authorizers: { a: { request } },
      authorizer: 'a',
    });
    expect((await api.fetch('/prod/')).status).toBe(200);
  });
});
