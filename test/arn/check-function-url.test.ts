import {
  buildRestEvent,
  checkFunctionUrl,
  checkInvoke,
  type FunctionPolicyStatement,
  type FunctionUrlCall,
  functionPolicy,
  functionUrlStatements,
  invokeStatement,
  sourceArnOf,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:my-function';
const role = 'arn:aws:iam::444455556666:role/path/example';
const session = 'arn:aws:sts::444455556666:assumed-role/example/session';
const publicCall: FunctionUrlCall = { functionArn, authType: 'NONE' };
const publicStatements = functionUrlStatements({ functionArn, authType: 'NONE' });

function found(statements: readonly FunctionPolicyStatement[], call: FunctionUrlCall): unknown[] {
  const { allowed, failures, warnings } = checkFunctionUrl(functionPolicy(...statements), call);
  expect(allowed).toBe(failures.length === 0);
  for (const { message, fix } of [...failures, ...warnings]) {
    expect([message, fix]).toEqual(Array(2).fill(expect.stringMatching(/^[`A-Z].*\.$/)));
  }
  return failures.map(({ action, statement, path, code }) => [action.split(':')[1], statement, path.join('.'), code]);
}

describe('checkFunctionUrl', () => {
  const [invokeUrl, invoke] = publicStatements;
  const STAR = { ...invokeUrl, Action: 'lambda:*', Condition: {} };

  test.each<[string, readonly FunctionPolicyStatement[], unknown[]]>([
    ['both statements', publicStatements, []],
    ['one statement with a wildcard', [STAR], []],
    // The policy of every public URL before October 2025.
    ['only the first statement', [invokeUrl], [['InvokeFunction', undefined, 'Statement', 'no-statement']]],
    ['only the second statement', [invoke], [['InvokeFunctionUrl', undefined, 'Statement', 'no-statement']]],
    [
      'no statement',
      [],
      [
        ['InvokeFunctionUrl', undefined, 'Statement', 'no-statement'],
        ['InvokeFunction', undefined, 'Statement', 'no-statement'],
      ],
    ],
    [
      'statements for signed requests',
      functionUrlStatements({ functionArn, authType: 'AWS_IAM', principal: '*' }),
      [['InvokeFunctionUrl', 'function-url', 'Condition.StringEquals.lambda:FunctionUrlAuthType', 'mismatch']],
    ],
    [
      'both actions under the key of the first',
      [{ ...invokeUrl, Action: ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'] }],
      [['InvokeFunction', 'function-url', 'Condition.StringEquals.lambda:FunctionUrlAuthType', 'mismatch']],
    ],
    [
      'an alias',
      functionUrlStatements({ functionArn: `${functionArn}:live`, authType: 'NONE' }),
      [
        ['InvokeFunctionUrl', 'function-url', 'Resource', 'mismatch'],
        ['InvokeFunction', 'function-url-invoke', 'Resource', 'mismatch'],
      ],
    ],
    [
      'a role as principal',
      [invokeUrl, { ...invoke, Principal: { AWS: role } }],
      [['InvokeFunction', 'function-url-invoke', 'Principal', 'mismatch']],
    ],
    ['the principal of everybody in an object', publicStatements.map((one) => ({ ...one, Principal: { AWS: '*' } })), []],
    [
      'a Deny',
      [STAR, { ...STAR, Sid: 'no', Effect: 'Deny', Action: 'lambda:InvokeFunctionUrl' }],
      [['InvokeFunctionUrl', 'no', 'Effect', 'denied']],
    ],
    [
      'a Deny of calls through the URL',
      [STAR, { ...STAR, Sid: 'no', Effect: 'Deny', Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } }],
      [['InvokeFunction', 'no', 'Effect', 'denied']],
    ],
    ['a Deny without TLS', [STAR, { ...STAR, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }], []],
    [
      'the permission of an API',
      [invokeUrl, invokeStatement({ functionArn, sourceArn: '*' })],
      [
        ['InvokeFunction', 'apigateway', 'Principal', 'mismatch'],
        ['InvokeFunction', 'apigateway', 'Condition.ArnLike.AWS:SourceArn', 'unknown-key'],
      ],
    ],
  ])('explains a call of a public URL: %s', (_, statements, expected) => {
    expect(found(statements, publicCall)).toEqual(expected);
  });

  const toRole = functionUrlStatements({ functionArn, authType: 'AWS_IAM', principal: role });
  const toAccount = functionUrlStatements({ functionArn, authType: 'AWS_IAM', principal: 'arn:aws:iam::444455556666:root' });
  const toCloudFront = functionUrlStatements({
    functionArn,
    authType: 'AWS_IAM',
    principal: 'cloudfront.amazonaws.com',
    sourceArn: 'arn:aws:cloudfront::123456789012:distribution/E1',
  });
  const owned = 'arn:aws:iam::123456789012:role/owner';
  const withPrincipal = (Principal: FunctionPolicyStatement['Principal']): FunctionPolicyStatement[] =>
    toRole.map((statement) => ({ ...statement, Principal }));
  const everybodyBut = (AWS: string): FunctionPolicyStatement => {
    const { Principal: _, ...rest } = STAR;
    return { ...rest, NotPrincipal: { AWS } } as unknown as FunctionPolicyStatement; // the type doesn't know it
  };
  const distribution = { 'aws:SourceArn': 'arn:aws:cloudfront::123456789012:distribution/E1' };

  test.each<[string, readonly FunctionPolicyStatement[], Partial<FunctionUrlCall>, readonly string[]]>([
    ['the role', toRole, { principal: role }, []],
    ['a session of the role', toRole, { principal: session }, []],
    ['a session of another role', toRole, { principal: session.replace('example', 'other') }, ['mismatch', 'mismatch']],
    ['a role in an allowed account', toAccount, { principal: role }, []],
    ['a role in another account', toAccount, { principal: role.replace('4444', '5555') }, ['mismatch', 'mismatch']],
    ['a root that is no ARN', withPrincipal({ AWS: 'xrn:aws:iam::444455556666:root' }), { principal: role }, ['mismatch', 'mismatch']],
    ['an account without a root', withPrincipal({ AWS: 'arn:aws:iam::444455556666' }), { principal: role }, ['mismatch', 'mismatch']],
    [
      'a user whose name looks like a session of the role',
      toRole,
      { principal: `arn:aws:iam::444455556666:user/${session}` },
      ['mismatch', 'mismatch'],
    ],
    ['an allowed account by its id', toAccount.map((one) => ({ ...one, Principal: { AWS: '444455556666' } })), { principal: session }, []],
    ['the role as a principal of another kind', withPrincipal({ Federated: role }), { principal: role }, ['mismatch', 'mismatch']],
    ['the root of another service', withPrincipal({ AWS: 'arn:aws:s3::444455556666:root' }), { principal: role }, ['mismatch', 'mismatch']],
    [
      "a user with the role's name",
      withPrincipal({ AWS: 'arn:aws:iam::444455556666:user/example' }),
      { principal: session },
      ['mismatch', 'mismatch'],
    ],
    ['the own role, whose policy lacks it', withPrincipal({ AWS: owned }), { principal: owned, allowedByCaller: false }, []],
    ['everybody, if the own policy lacks it', withPrincipal('*'), { principal: owned, allowedByCaller: false }, []],
    ['the role beside others', withPrincipal({ AWS: [owned, role] }), { principal: role }, []],
    ['the own role beside its account', withPrincipal({ AWS: ['123456789012', owned] }), { principal: owned, allowedByCaller: false }, []],
    [
      'the own role in one statement and its account in another',
      [...withPrincipal({ AWS: '123456789012' }), ...withPrincipal({ AWS: owned })],
      { principal: owned, allowedByCaller: false },
      [],
    ],
    ['everybody but another role, if the own policy lacks it', [everybodyBut(role)], { principal: owned, allowedByCaller: false }, []],
    [
      'the own account alone, if the own policy lacks it',
      withPrincipal({ AWS: ['123456789012', 'arn:aws:iam::123456789012:root'] }),
      { principal: owned, allowedByCaller: false },
      ['caller-not-allowed', 'caller-not-allowed'],
    ],
    ['a caller without an account', withPrincipal({ AWS: '' }), { principal: 'arn:aws:iam:::user/me' }, ['mismatch', 'mismatch']],
    [
      'a service, which has no policy',
      withPrincipal({ Service: 's3.amazonaws.com' }),
      { principal: 's3.amazonaws.com', allowedByCaller: false },
      [],
    ],
    ['the role, whose own policy lacks it', toRole, { principal: role, allowedByCaller: false }, Array(2).fill('caller-not-allowed')],
    ['another account, whose own policy alone has it', [], { principal: role, allowedByCaller: true }, ['no-statement', 'no-statement']],
    ['the own account, whose policy has it', [], { principal: owned, allowedByCaller: true }, []],
    ['the own account, but nothing is known of its policy', [], { principal: owned }, ['no-statement', 'no-statement']],
    [
      'the own account in spite of a Deny',
      [{ ...STAR, Effect: 'Deny' }],
      { principal: owned, allowedByCaller: true },
      ['denied', 'denied'],
    ],
    ['a service with its source', toCloudFront, { principal: 'cloudfront.amazonaws.com', context: distribution }, []],
    ['a service without a source', toCloudFront, { principal: 'cloudfront.amazonaws.com' }, ['unknown-key', 'unknown-key']],
    ['another service', toCloudFront, { principal: 's3.amazonaws.com', context: distribution }, ['mismatch', 'mismatch']],
    ['a role instead of a service', toCloudFront, { principal: role, context: distribution }, ['mismatch', 'mismatch']],
    ['everybody but the role', [everybodyBut(role)], { principal: role }, ['mismatch', 'mismatch']],
  ])('explains a signed call: %s', (_, statements, call, codes) => {
    const { failures } = checkFunctionUrl(functionPolicy(...statements), { functionArn, authType: 'AWS_IAM', ...call });
    expect(failures.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['arn:aws:iam::444455556666:root', role],
    ['arn:aws:iam::444455556666:root', session],
    ['arn:aws:iam::444455556666:role/path/example', session],
    ['arn:aws:sts::444455556666:assumed-role/example/session', session],
    ['444455556666', session],
  ])('takes %s for %s, but no other principal that looks like it', (principal, caller) => {
    const allows = (AWS: string): boolean =>
      checkFunctionUrl(functionPolicy(...withPrincipal({ AWS })), { functionArn, authType: 'AWS_IAM', principal: caller }).allowed;
    const changed = principal
      .split(':')
      .flatMap((part, index, parts) => [`${part}x`, `x${part}`, 'undefined', ''].map((other) => parts.with(index, other).join(':')))
      .filter((other) => other !== principal);
    expect([principal, ...changed, `${principal}/`, `${principal}:`].filter(allows)).toEqual([principal]);
  });

  // Neither has an account, so the call isn't one within the function's account.
  test.each<[string, Partial<FunctionUrlCall>]>([
    ['nobody', { authType: 'NONE' }],
    ['a service', { principal: 's3.amazonaws.com' }],
    ['a user without an account', { principal: 'arn:aws:iam:::user/me' }],
    ['something without an account', { principal: 'arn:me' }],
  ])('does not take %s for a caller in the account of a function without one', (_, call) => {
    for (const name of ['my-function', 'arn:aws:lambda:us-east-1::function:f', 'arn:aws:lambda:us-east-1:undefined:function:f']) {
      const check = checkFunctionUrl(functionPolicy(), { functionArn: name, authType: 'AWS_IAM', allowedByCaller: true, ...call });
      expect(check.failures.map(({ code }) => code)).toEqual(['no-statement', 'no-statement']);
    }
  });

  // What each caller's request has, and one value that it doesn't have.
  test.each<[string, Partial<FunctionUrlCall>, string, string, boolean]>([
    ['nobody', { authType: 'NONE' }, 'aws:PrincipalIsAWSService', 'false', true],
    ['nobody', { authType: 'NONE' }, 'aws:PrincipalIsAWSService', 'true', false],
    ['nobody', { authType: 'NONE' }, 'aws:PrincipalOrgID', 'o-1', false],
    ['nobody', { authType: 'NONE' }, 'aws:PrincipalArn', role, false],
    ['nobody', { authType: 'NONE' }, 'aws:RequestedRegion', 'us-east-1', true],
    ['nobody', { authType: 'NONE' }, 'aws:RequestedRegion', 'lambda', false],
    ['a role', { principal: role }, 'aws:PrincipalIsAWSService', 'false', true],
    ['a role', { principal: role }, 'aws:PrincipalIsAWSService', 'true', false],
    ['a role', { principal: session }, 'aws:PrincipalAccount', '444455556666', true],
    ['a role', { principal: session }, 'aws:PrincipalAccount', '123456789012', false],
    ['a service', { principal: 's3.amazonaws.com' }, 'aws:PrincipalServiceName', 's3.amazonaws.com', true],
    ['a service', { principal: 's3.amazonaws.com' }, 'aws:PrincipalIsAWSService', 'false', false],
    ['a number', { authType: 'NONE', context: { k: 5 } }, 'k', '5', true],
  ])('compares what is known of %s', (_, call, key, value, isMet) => {
    const policy = functionPolicy({ ...STAR, Condition: { StringEquals: { [key]: value } } });
    const { allowed, warnings } = checkFunctionUrl(policy, { functionArn, authType: 'AWS_IAM', ...call });
    expect([allowed, warnings]).toEqual([isMet, []]);
  });

  test.each<[string, Partial<FunctionUrlCall>]>([
    ['aws:RequestedRegion', { functionArn: 'my-function' }],
    ['aws:RequestedRegion', { functionArn: 'arn:aws:lambda::1:f' }],
    ['aws:PrincipalAccount', { principal: 'arn:aws:iam:::user/me' }],
    ['aws:PrincipalAccount', { principal: 'arn:me' }],
  ])('does not know %s of %j', (key, call) => {
    const policy = functionPolicy({ ...STAR, Resource: '*', Condition: { StringNotEquals: { [key]: 'other' } } });
    const { allowed, warnings } = checkFunctionUrl(policy, { functionArn, authType: 'AWS_IAM', principal: role, ...call });
    expect([allowed, warnings.map(({ code }) => code)]).toEqual([false, ['unknown-key', 'unknown-key']]);
  });

  test.each<[object, string]>([
    [{ principal: undefined }, 'got undefined. Pass the ARN of the role or user that signs the request, or a service.'],
    [{ principal: '1' }, '`call.principal` must be an ARN or the name of a service; got "1".'],
    [{ principal: role, context: { k: {} } }, '`context.k` must be a string, a number, a boolean, an array of strings, or null; got'],
  ])('explains what is wrong with %j', (call, message) => {
    expect(() => checkFunctionUrl(functionPolicy(), { functionArn, authType: 'AWS_IAM', ...call } as FunctionUrlCall)).toThrow(message);
  });

  test('counts a Deny whose condition is not evaluated', () => {
    const deny = { ...STAR, Sid: 'ip', Effect: 'Deny' as const, Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } };
    const { allowed, warnings } = checkFunctionUrl(functionPolicy(STAR, deny), publicCall);
    expect([allowed, warnings.map(({ action, statement, code }) => [action, statement, code])]).toEqual([
      false,
      [
        ['lambda:InvokeFunctionUrl', 'ip', 'unknown-operator'],
        ['lambda:InvokeFunction', 'ip', 'unknown-operator'],
      ],
    ]);
  });

  test.each<[string, object, string]>([
    ['no function', { authType: 'NONE' }, 'functionArn'],
    ['an unknown type', { functionArn, authType: 'IAM' }, 'authType'],
    ['no principal', { functionArn, authType: 'AWS_IAM' }, 'principal'],
    ['an account as principal', { functionArn, authType: 'AWS_IAM', principal: '123456789012' }, 'principal'],
  ])('throws a TypeError for %s', (_, call, name) => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: ['call', name] });
    expect(() => checkFunctionUrl(functionPolicy(), call as FunctionUrlCall)).toThrow(error);
  });
});

describe('the statements of a function URL', () => {
  test('do not let an API invoke the function', () => {
    const sourceArn = sourceArnOf(buildRestEvent(), functionArn);
    expect(checkInvoke(functionPolicy(...publicStatements), { functionArn, sourceArn }).allowed).toBe(false);
  });
});
