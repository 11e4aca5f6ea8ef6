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
  ])('speaks of the whole stage, so that it may be cached: %s', (_, event) => {
    const result = allowPolicy(event, 'ada');
    expect(result).toEqual({
      principalId: 'ada',
      policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: [STAGE] }] },
    });
    expect(isAPIGatewayAuthorizerResult(result)).toBe(true);
    expect(matchesArn(STAGE, 'methodArn' in event ? event.methodArn : event.routeArn)).toBe(true);
  });

  test('takes resources, context and usage key', () => {
    const event = { methodArn: 'arn:aws:execute-api:us-east-1:1:a/prod/GET/a' };
    const result = allowPolicy(event, 'ada', { resources: [event.methodArn], context: { plan: 'pro' }, usageIdentifierKey: 'k' });
    expect(result).toMatchObject({
      context: { plan: 'pro' },
      usageIdentifierKey: 'k',
      policyDocument: { Statement: [{ Resource: [event.methodArn] }] },
    });
  });
});

describe('allowPolicy, of an ARN without a stage,', () => {
  test('speaks of that alone', () => {
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
  test('says yes or no, and what the function behind should know', () => {
    expect(simpleResult(false)).toEqual({ isAuthorized: false });
    expect(simpleResult(true, { scopes: ['a'] })).toEqual({ isAuthorized: true, context: { scopes: ['a'] } });
    expect(isAPIGatewaySimpleAuthorizerResult(simpleResult(true))).toBe(true);
  });
});
