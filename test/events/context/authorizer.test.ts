import { type Gateway, type GatewayAuthorizer, toEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

type Target = Exclude<Gateway['target'], 'websocket'>;

const request = { method: 'GET', target: '/prod/a', headers: [] };
const authorizerIn = (target: Target, authorizer: GatewayAuthorizer): unknown => {
  const { requestContext } = toEvent(request, { target, stage: 'prod', authorizer });
  return 'authorizer' in requestContext ? requestContext.authorizer : undefined;
};

const claims = { sub: '1', scope: 'a b' };
const COGNITO = { cognito: { claims } };
const JWT = { jwt: { claims, scopes: ['a'] } };
const WITHOUT_SCOPES = { jwt: { claims } };
const LAMBDA = { lambda: { context: { plan: 'pro', count: 2, ok: true, none: null, claims: 'c', scopes: 's' } } };
const WITHOUT_CONTEXT = { lambda: {} };
const OTHERS = { lambda: { principalId: 'ada', integrationLatency: 7, context: { principalId: 'x', integrationLatency: 'y' } } };

// What the function finds in `requestContext.authorizer`, whole: nothing of it may be lost or added.
const CASES: readonly [Target, GatewayAuthorizer, unknown][] = [
  ['rest', COGNITO, { claims }],
  ['rest', JWT, { claims }],
  [
    'rest',
    LAMBDA,
    { plan: 'pro', count: '2', ok: 'true', none: null, claims: 'c', scopes: 's', principalId: 'user', integrationLatency: 0 },
  ],
  ['rest', WITHOUT_CONTEXT, { principalId: 'user', integrationLatency: 0 }],
  ['rest', OTHERS, { principalId: 'ada', integrationLatency: 7 }],
  ['http-1.0', COGNITO, { claims, scopes: null }],
  ['http-1.0', JWT, { claims, scopes: ['a'] }],
  ['http-1.0', WITHOUT_SCOPES, { claims, scopes: null }],
  ['http-1.0', LAMBDA, { claims: null, scopes: null, plan: 'pro', count: 2, ok: true, none: null }],
  ['http-1.0', WITHOUT_CONTEXT, { claims: null, scopes: null }],
  ['http-2.0', COGNITO, { jwt: { claims, scopes: null } }],
  ['http-2.0', JWT, { jwt: { claims, scopes: ['a'] } }],
  ['http-2.0', WITHOUT_SCOPES, { jwt: { claims, scopes: null } }],
  ['http-2.0', LAMBDA, { lambda: LAMBDA.lambda.context }],
  ['http-2.0', WITHOUT_CONTEXT, { lambda: null }],
];

describe('the authorizer in an event', () => {
  test.each(CASES)('of %s for %j is %j', (target, authorizer, expected) => {
    const found = authorizerIn(target, authorizer);
    expect(found).toStrictEqual(expected);
    expect(JSON.stringify(found)).not.toContain('undefined');
  });

  test('of a caller with IAM is under `iam` in payload 2.0 only', () => {
    const iam = { iam: { accessKey: 'AKIA1', accountId: '444455556666', userArn: 'arn:aws:iam::444455556666:user/ada' } };
    expect(authorizerIn('http-2.0', iam)).toMatchObject({ iam: { ...iam.iam } });
    for (const target of ['rest', 'http-1.0'] as const) expect(authorizerIn(target, iam)).toBeUndefined();
  });

  test.each(['rest', 'http-1.0', 'http-2.0'] as const)('of %s is a copy', (target) => {
    const lambda = { context: { plan: 'pro' } };
    for (const authorizer of [{ cognito: { claims: { sub: '1' } } }, { jwt: { claims: { sub: '1' }, scopes: ['a'] } }, { lambda }]) {
      const before = JSON.stringify(authorizer);
      const found = JSON.stringify(authorizerIn(target, authorizer));
      const event = authorizerIn(target, authorizer) as Record<string, Record<string, unknown>>;
      for (const value of Object.values(event)) if (typeof value === 'object' && value !== null) Object.assign(value, { added: 1 });
      expect([JSON.stringify(authorizer), JSON.stringify(authorizerIn(target, authorizer))]).toEqual([before, found]);
    }
  });

  test.each(['rest', 'http-1.0'] as const)('of %s must be flat', (target) => {
    const authorizer = { lambda: { context: { a: 1, nested: { b: 1 } } } };
    expect(() => authorizerIn(target, authorizer)).toThrow(
      expect.objectContaining({
        code: 'nested-authorizer-context',
        path: ['authorizer', 'lambda', 'context', 'nested'],
        message: expect.stringContaining('which only payload 2.0 allows; the gateway answers 500.'),
        fix: 'Pass it as a string, for example with JSON.stringify.',
      }),
    );
    expect(authorizerIn('http-2.0', authorizer)).toEqual({ lambda: authorizer.lambda.context });
  });
});
