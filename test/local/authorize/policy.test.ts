import type { Statement } from 'apigw-proxy';
import { createLocalApi } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAuthorizerCache } from '../../../src/local/authorize/authorizer-cache.js';
import { allows } from '../../../src/local/authorize/policy.js';

const arn = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/users/1';
const allow = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: arn } as const;
const decided = (...Statement: Statement[]): boolean => allows({ Version: '2012-10-17', Statement }, arn);

describe('allows', () => {
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
    ['has a condition', true, [{ ...allow, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }]],
  ])('a policy that %s: %s', (_, expected, statements) => {
    expect(decided(...statements)).toBe(expected);
  });

  test('matches every other character literally', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[*?]/.test(text)),
        (text) => allows({ Version: '2012-10-17', Statement: [{ ...allow, Resource: text }] }, text),
      ),
    );
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
