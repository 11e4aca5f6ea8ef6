import { checkFunctionUrl, type FunctionUrlPermission, functionPolicy, functionUrlStatements } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:my-function';

describe('functionUrlStatements', () => {
  // The example for a public URL in AWS's guide, but for the names.
  test('returns both statements of a public URL', () => {
    expect(functionUrlStatements({ functionArn, authType: 'NONE' })).toEqual([
      {
        Sid: 'function-url',
        Effect: 'Allow',
        Principal: '*',
        Action: 'lambda:InvokeFunctionUrl',
        Resource: functionArn,
        Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
      },
      {
        Sid: 'function-url-invoke',
        Effect: 'Allow',
        Principal: '*',
        Action: 'lambda:InvokeFunction',
        Resource: functionArn,
        Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
      },
    ]);
  });

  const role = 'arn:aws:iam::444455556666:role/example';
  test.each<[string, Partial<FunctionUrlPermission>, unknown, object]>([
    ['a role', { principal: role }, { AWS: role }, {}],
    ['an account', { principal: '444455556666' }, { AWS: '444455556666' }, {}],
    ['a role with a dot', { principal: `${role}.prod` }, { AWS: `${role}.prod` }, {}],
    ['everybody who signs', { principal: '*' }, '*', {}],
    [
      'a service with a source',
      { principal: 'cloudfront.amazonaws.com', sourceArn: 'arn:aws:cloudfront::1:distribution/E1' },
      { Service: 'cloudfront.amazonaws.com' },
      { ArnLike: { 'AWS:SourceArn': 'arn:aws:cloudfront::1:distribution/E1' } },
    ],
  ])('returns both statements for %s', (_, permission, principal, source) => {
    const statements = functionUrlStatements({ functionArn, authType: 'AWS_IAM', statementId: 'u', ...permission });
    expect(statements.map(({ Sid, Principal, Condition }) => [Sid, Principal, Condition])).toEqual([
      ['u', principal, { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' }, ...source }],
      ['u-invoke', principal, { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' }, ...source }],
    ]);
  });

  test('accepts everybody as the principal of a public URL', () => {
    const [statement] = functionUrlStatements({ functionArn, authType: 'NONE', principal: '*' });
    expect(statement.Principal).toBe('*');
  });

  test.each<[object, string]>([
    [{ authType: 'IAM' }, "`permission.authType` must be 'NONE' or 'AWS_IAM'; got \"IAM\"."],
    [
      { authType: 'NONE', principal: '1' },
      '`permission.principal` must be absent for a public URL; got "1". Leave it out, or pass `authType: \'AWS_IAM\'`.',
    ],
    [
      { authType: 'AWS_IAM' },
      "`permission.principal` must be a string; got undefined. Pass the ARN of a role, an account id, a service, or '*'.",
    ],
  ])('explains what is wrong with %j', (permission, message) => {
    expect(() => functionUrlStatements({ functionArn, ...permission } as FunctionUrlPermission)).toThrow(message);
  });

  test.each<[string, object, string]>([
    ['a function that is not a string', { functionArn: 5, authType: 'NONE' }, 'functionArn'],
    ['an unknown type', { functionArn, authType: 'IAM' }, 'authType'],
    ['no type', { functionArn }, 'authType'],
    ['no principal', { functionArn, authType: 'AWS_IAM' }, 'principal'],
    ['a public URL with a principal', { functionArn, authType: 'NONE', principal: role }, 'principal'],
    ['a source that is not a string', { functionArn, authType: 'NONE', sourceArn: 5 }, 'sourceArn'],
  ])('throws a TypeError for %s', (_, permission, name) => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: ['permission', name] });
    expect(() => functionUrlStatements(permission as FunctionUrlPermission)).toThrow(error);
  });

  test('returns statements that checkFunctionUrl accepts', () => {
    const policy = functionPolicy(...functionUrlStatements({ functionArn, authType: 'NONE' }));
    expect(checkFunctionUrl(policy, { functionArn, authType: 'NONE' })).toEqual({ allowed: true, failures: [], warnings: [] });
  });
});
