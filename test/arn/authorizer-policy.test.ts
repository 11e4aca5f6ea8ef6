import {
  allowPolicy,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
  denyPolicy,
  isAPIGatewayAuthorizerResult,
  isAPIGatewaySimpleAuthorizerResult,
  matchesArn,
  simpleResult,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const STAGE = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/*';

describe('allowPolicy', () => {
  test.each([
    ['TOKEN', buildTokenAuthorizerEvent({ headers: { Authorization: 'x' } })],
    ['REQUEST', buildRequestAuthorizerEvent({ path: '/users/1' })],
    ['REQUEST, payload 2.0', buildRequestAuthorizerEventV2({ path: '/users/1', stage: 'prod' })],
    ['REQUEST, WebSocket', buildWebsocketRequestAuthorizerEvent()],
  ])('covers the whole stage, so that it can be cached: %s', (_, event) => {
    const result = allowPolicy(event, 'ada');
    expect(result).toEqual({
      principalId: 'ada',
      policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: [STAGE] }] },
    });
    expect(isAPIGatewayAuthorizerResult(result)).toBe(true);
    expect(matchesArn(STAGE, 'methodArn' in event ? event.methodArn : event.routeArn)).toBe(true);
  });

  test('accepts resources, context and usage key', () => {
    const event = { methodArn: 'arn:aws:execute-api:us-east-1:1:a/prod/GET/a' };
    const result = allowPolicy(event, 'ada', { resources: [event.methodArn], context: { plan: 'pro' }, usageIdentifierKey: 'k' });
    expect(result).toMatchObject({
      context: { plan: 'pro' },
      usageIdentifierKey: 'k',
      policyDocument: { Statement: [{ Resource: [event.methodArn] }] },
    });
  });
});

describe('allowPolicy for an ARN without a stage', () => {
  test('covers only this ARN', () => {
    expect(allowPolicy({ methodArn: 'arn:aws:execute-api:us-east-1:1:a' }, 'ada')).toMatchObject({
      policyDocument: { Statement: [{ Resource: ['arn:aws:execute-api:us-east-1:1:a'] }] },
    });
  });
});

describe('denyPolicy', () => {
  test('denies the whole stage', () => {
    const [statement] = denyPolicy(buildRequestAuthorizerEvent(), 'ada').policyDocument.Statement;
    expect(statement).toEqual({ Action: 'execute-api:Invoke', Effect: 'Deny', Resource: [STAGE] });
  });
});

describe('simpleResult', () => {
  test('returns whether the caller is authorized, and the context', () => {
    expect(simpleResult(false)).toEqual({ isAuthorized: false });
    expect(simpleResult(true, { scopes: ['a'] })).toEqual({ isAuthorized: true, context: { scopes: ['a'] } });
    expect(isAPIGatewaySimpleAuthorizerResult(simpleResult(true))).toBe(true);
  });
});

describe.each([
  ['allowPolicy', allowPolicy],
  ['denyPolicy', denyPolicy],
])('%s', (_, make) => {
  const methodArn = 'arn:aws:execute-api:us-east-1:1:a/prod/GET/a';

  test.each<[string, unknown, unknown, readonly string[]]>([
    ['an event without an ARN', {}, 'ada', ['event', 'methodArn']],
    ['an event with a number as ARN', { methodArn: 5 }, 'ada', ['event', 'methodArn']],
    ['no principal', { methodArn }, undefined, ['principalId']],
  ])('throws a TypeError for %s', (_, event, principalId, path) => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path, fix: expect.stringMatching(/^Pass/) });
    expect(() => make(event as { methodArn: string }, principalId as string)).toThrow(error);
  });

  test('covers one resource that is not in an array', () => {
    const init = { resources: methodArn as unknown as string[] };
    expect(make({ methodArn }, 'ada', init)).toMatchObject({ policyDocument: { Statement: [{ Resource: [methodArn] }] } });
  });
});

test('simpleResult throws a TypeError for a string instead of a boolean', () => {
  const message = '`isAuthorized` must be a boolean; got "true".';
  expect(() => simpleResult('true' as unknown as boolean)).toThrow(expect.objectContaining({ name: 'TypeError', message }));
});
