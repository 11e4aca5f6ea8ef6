import { type Gateway, type HttpRequest, toEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const REQUEST: HttpRequest = { method: 'GET', target: '/prod/a', headers: [['User-Agent', 'ua']], sourceIp: '198.51.100.7' };
const CERTIFICATE = {
  ...{ clientCertPem: 'p', subjectDN: 's', issuerDN: 'i', serialNumber: 'n' },
  validity: { notBefore: 'a', notAfter: 'b' },
};
const USER = { accountId: '444455556666', accessKey: 'AKIA1', userArn: 'arn:aws:iam::444455556666:user/ada' };
const cognitoIdentity = { amr: ['authenticated', 'p1', 'p2'], identityId: 'us-east-1:1', identityPoolId: 'us-east-1:2' };
const iam = { ...USER, callerId: 'AIDA1', userId: 'AIDA2', principalOrgId: 'o-1' };

const NOBODY = {
  ...{ accessKey: null, accountId: null, caller: null, user: null, userArn: null, principalOrgId: null },
  ...{ cognitoAuthenticationProvider: null, cognitoAuthenticationType: null, cognitoIdentityId: null, cognitoIdentityPoolId: null },
  ...{ sourceIp: '198.51.100.7', userAgent: 'ua' },
};
const CALLER = { ...NOBODY, ...USER, caller: 'AIDA1', user: 'AIDA2', principalOrgId: 'o-1' };
const COGNITO = {
  ...CALLER,
  ...{ cognitoAuthenticationProvider: 'p1,p2', cognitoAuthenticationType: 'authenticated' },
  ...{ cognitoIdentityId: 'us-east-1:1', cognitoIdentityPoolId: 'us-east-1:2' },
};
const ONE_METHOD = { ...COGNITO, cognitoAuthenticationProvider: null };
const NO_METHOD = { ...ONE_METHOD, cognitoAuthenticationType: null };
const withMethods = (...amr: string[]) => ({ iam: { ...iam, cognitoIdentity: { ...cognitoIdentity, amr } } });

// What the function finds in `requestContext.identity`, whole: nothing of it may be lost or added.
const CASES: readonly [string, Omit<Gateway, 'target'>, object, readonly string[] | null][] = [
  ['nobody', {}, NOBODY, null],
  ['a caller with IAM', { authorizer: { iam } }, CALLER, null],
  ['a caller with Cognito', { authorizer: { iam: { ...iam, cognitoIdentity } } }, COGNITO, cognitoIdentity.amr],
  ['a caller with one method', { authorizer: withMethods('authenticated') }, ONE_METHOD, ['authenticated']],
  ['a caller without a method', { authorizer: withMethods() }, NO_METHOD, []],
  ['a caller with a token', { authorizer: { jwt: { claims: { sub: 'a' } } } }, NOBODY, null],
  ['a client with a certificate', { clientCert: CERTIFICATE }, { ...NOBODY, clientCert: CERTIFICATE }, null],
];

describe('the identity in an event', () => {
  test.each(CASES)('of %s is whole', (_, settings, expected, cognitoAmr) => {
    expect(toEvent(REQUEST, { ...settings, target: 'rest' }).requestContext.identity).toStrictEqual(expected);
    const { identity } = toEvent(REQUEST, { ...settings, target: 'http-1.0' }).requestContext;
    expect(identity).toStrictEqual({ ...expected, cognitoAmr });
  });

  test('has the key and the VPC endpoint of a REST API', () => {
    const settings = { apiKey: { id: 'k', value: 'v' }, vpc: { vpcId: 'x', vpceId: 'y' } };
    const more = { apiKey: 'v', apiKeyId: 'k', vpcId: 'x', vpceId: 'y' };
    expect(toEvent(REQUEST, { ...settings, target: 'rest' }).requestContext.identity).toStrictEqual({ ...NOBODY, ...more });
    expect(toEvent(REQUEST, { ...settings, target: 'http-1.0' }).requestContext.identity).toStrictEqual({ ...NOBODY, cognitoAmr: null });
  });

  test('of a console test is the user of the console', () => {
    const settings = { target: 'rest', testInvoke: true } as const;
    const { identity } = toEvent({ ...REQUEST, headers: [] }, settings).requestContext;
    const user = 'AROAIOSFODNN7EXAMPLE:session';
    expect(identity).toStrictEqual({
      ...NOBODY,
      ...{ accountId: '123456789012', caller: user, user, accessKey: 'ASIAIOSFODNN7EXAMPLE' },
      ...{ userArn: 'arn:aws:sts::123456789012:assumed-role/role/session', sourceIp: 'test-invoke-source-ip' },
      ...{ apiKey: 'test-invoke-api-key', apiKeyId: 'test-invoke-api-key-id', userAgent: 'aws-internal/3 aws-sdk-java/1.12' },
    });
    expect(toEvent(REQUEST, settings).requestContext.identity.userAgent).toBe('ua');
  });

  test.each([
    ['rest', null],
    ['http-1.0', ''],
  ] as const)('of %s has, without a User-Agent, %j', (target, expected) => {
    expect(toEvent({ ...REQUEST, headers: [] }, { target }).requestContext.identity.userAgent).toBe(expected);
  });

  test.each(['rest', 'http-1.0'] as const)('of %s is a copy', (target) => {
    const settings = { target, clientCert: CERTIFICATE, authorizer: withMethods('a', 'b') };
    const [one, other] = [0, 1].map(() => toEvent(REQUEST, settings).requestContext.identity);
    expect(one?.clientCert).not.toBe(CERTIFICATE);
    expect(one?.clientCert?.validity).not.toBe(CERTIFICATE.validity);
    expect(one).not.toBe(other);
    if (target === 'http-1.0') expect(one?.cognitoAmr).not.toBe(settings.authorizer.iam.cognitoIdentity.amr);
  });
});
