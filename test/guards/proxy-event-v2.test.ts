import { describe, expect, test } from 'vitest';
import { isAPIGatewayProxyEventV2, isLambdaFunctionURLEvent } from '../../src/guards/index.js';
import { functionUrlEvent, httpEvent, restEvent } from './samples.js';

const context = (fields: object) => ({ ...httpEvent, requestContext: { ...httpEvent.requestContext, ...fields } });
const iam = {
  accessKey: 'ASIAEXAMPLE',
  accountId: '123456789012',
  callerId: 'AROAEXAMPLE:session',
  cognitoIdentity: null,
  principalOrgId: null,
  userArn: 'arn:aws:sts::123456789012:assumed-role/role/session',
  userId: 'AROAEXAMPLE:session',
};
const nulls = { body: null, queryStringParameters: null, pathParameters: null, stageVariables: null };

describe('isAPIGatewayProxyEventV2', () => {
  test.each([
    ['an HTTP API event', httpEvent],
    ['a function URL event', functionUrlEvent],
    ['cookies', { ...httpEvent, cookies: ['a=1', 'b=2'] }],
    ['an address that starts with a space', context({ http: { ...httpEvent.requestContext.http, sourceIp: ' 192.0.2.1' } })],
    ['a JWT authorizer', context({ authorizer: { jwt: { claims: { exp: '1718722804' }, scopes: null } } })],
    ['a Lambda authorizer without context', context({ authorizer: { lambda: null } })],
    ['a Lambda authorizer with nested context', context({ authorizer: { lambda: { deep: [{ a: 1 }] } } })],
    ['IAM authorization', context({ authorizer: { iam } })],
    [
      'IAM with a Cognito identity',
      context({ authorizer: { iam: { ...iam, cognitoIdentity: { amr: ['authenticated'], identityId: 'a', identityPoolId: 'b' } } } }),
    ],
    ['a null routeId, as in early samples', context({ routeId: null })],
  ])('accepts %s', (_, event) => {
    expect(isAPIGatewayProxyEventV2(event)).toBe(true);
  });

  test.each([
    ['payload 1.0', restEvent],
    ['a null body', { ...httpEvent, body: null }],
    ['null as stage variables', { ...httpEvent, stageVariables: null }],
    ['cookies as a string', { ...httpEvent, cookies: 'a=1' }],
    ['undefined among the cookies', { ...httpEvent, cookies: ['a=1', undefined] }],
    ['a string as the context of a Lambda authorizer', context({ authorizer: { lambda: 'text' } })],
    ['a number as a claim', context({ authorizer: { jwt: { claims: { exp: 1718722804 }, scopes: null } } })],
    ['a number as the version', { ...httpEvent, version: 2 }],
  ])('rejects %s', (_, event) => {
    expect(isAPIGatewayProxyEventV2(event)).toBe(false);
  });
});

describe('isLambdaFunctionURLEvent', () => {
  test.each([
    ['an event without authorization', functionUrlEvent],
    [
      'an event with IAM authorization',
      { ...functionUrlEvent, requestContext: { ...functionUrlEvent.requestContext, authorizer: { iam } } },
    ],
    ['null where the AWS guide has it', { ...functionUrlEvent, ...nulls }],
    [
      'null where the AWS guide has it in the request context',
      { ...functionUrlEvent, requestContext: { ...functionUrlEvent.requestContext, authentication: null, authorizer: null } },
    ],
  ])('accepts %s', (_, event) => {
    expect(isLambdaFunctionURLEvent(event)).toBe(true);
  });

  test.each([
    ['payload 1.0', restEvent],
    ['an authorizer that function URLs don’t have', context({ authorizer: { lambda: null } })],
    ['null as headers', { ...functionUrlEvent, headers: null }],
  ])('rejects %s', (_, event) => {
    expect(isLambdaFunctionURLEvent(event)).toBe(false);
  });
});
