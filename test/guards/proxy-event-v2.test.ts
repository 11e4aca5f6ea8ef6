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
    ['an address with a space in front', context({ http: { ...httpEvent.requestContext.http, sourceIp: ' 192.0.2.1' } })],
    ['a JWT authorizer', context({ authorizer: { jwt: { claims: { exp: '1718722804' }, scopes: null } } })],
    ['a Lambda authorizer without context', context({ authorizer: { lambda: null } })],
    ['a Lambda authorizer with nested context', context({ authorizer: { lambda: { deep: [{ a: 1 }] } } })],
    ['IAM', context({ authorizer: { iam } })],
    [
      'IAM of a Cognito identity',
      context({ authorizer: { iam: { ...iam, cognitoIdentity: { amr: ['authenticated'], identityId: 'a', identityPoolId: 'b' } } } }),
    ],
    ['routeId null, as in early samples', context({ routeId: null })],
  ])('accepts %s', (_, event) => {
    expect(isAPIGatewayProxyEventV2(event)).toBe(true);
  });

  test.each([
    ['payload 1.0', restEvent],
    ['a body that is null', { ...httpEvent, body: null }],
    ['stage variables that are null', { ...httpEvent, stageVariables: null }],
    ['cookies as a header', { ...httpEvent, cookies: 'a=1' }],
    ['a hole among the cookies', { ...httpEvent, cookies: ['a=1', undefined] }],
    ['a Lambda context that is a text', context({ authorizer: { lambda: 'text' } })],
    ['claims that are numbers', context({ authorizer: { jwt: { claims: { exp: 1718722804 }, scopes: null } } })],
    ['a version that is a number', { ...httpEvent, version: 2 }],
  ])('refuses %s', (_, event) => {
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
    ['the nulls of the guide', { ...functionUrlEvent, ...nulls }],
    [
      'the nulls of the guide in the request context',
      { ...functionUrlEvent, requestContext: { ...functionUrlEvent.requestContext, authentication: null, authorizer: null } },
    ],
  ])('accepts %s', (_, event) => {
    expect(isLambdaFunctionURLEvent(event)).toBe(true);
  });

  test.each([
    ['payload 1.0', restEvent],
    ['an authorizer that function URLs do not have', context({ authorizer: { lambda: null } })],
    ['headers that are null', { ...functionUrlEvent, headers: null }],
  ])('refuses %s', (_, event) => {
    expect(isLambdaFunctionURLEvent(event)).toBe(false);
  });
});
