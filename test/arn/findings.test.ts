import { checkFunctionUrl, checkInvoke, type FunctionPolicyStatement, functionPolicy, invokeStatement } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:f';
const sourceArn = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user';
const open = { ...invokeStatement({ functionArn, sourceArn }), Condition: {} };
const VARIABLE = `$\{aws:username}`;

const failuresOf = (statement: object, context = {}): unknown[] => {
  const { failures } = checkInvoke(functionPolicy({ ...open, ...statement }), { functionArn, sourceArn, context });
  return failures.map(({ path, message, fix }) => [path.join('.'), message, fix]);
};

describe('a finding of checkInvoke', () => {
  const CHANGE = 'Change this part of the statement, or add a statement that matches.';

  test.each<[string, object, string, string]>([
    ['Principal', { Principal: { Service: ['a.b', 'c.d'] } }, 'a.b or c.d', 'apigateway.amazonaws.com'],
    ['Principal', { Principal: {} }, 'no value', 'apigateway.amazonaws.com'],
    ['NotPrincipal', { NotPrincipal: '*' }, '*', 'apigateway.amazonaws.com'],
    ['Action', { Action: 'lambda:Get*' }, 'lambda:Get*', 'lambda:InvokeFunction'],
    ['NotAction', { NotAction: 'lambda:*', Action: undefined }, 'lambda:*', 'lambda:InvokeFunction'],
    ['Action', { Action: [null, {}] }, 'no value', 'lambda:InvokeFunction'],
    ['Resource', { Resource: [] }, 'no value', functionArn],
    ['Condition.StringEquals.k', { Condition: { StringEquals: { k: ['a', 'b'] } } }, 'a or b', 'no value'],
    ['Condition.ForAllValues:StringEquals.l', { Condition: { 'ForAllValues:StringEquals': { l: 'a' } } }, 'a', 'c and d'],
  ])('names the values of %s', (path, statement, has, request) => {
    const message = `\`${path}\` does not match: the statement has ${has}, the request has ${request}.`;
    expect(failuresOf(statement, { k: null, l: ['c', 'd'] })).toEqual([[path, message, CHANGE]]);
  });

  const OPERATOR = 'Use a String, Arn, Bool or Null operator, or check this condition yourself.';
  test.each<[unknown, string, string]>([
    [{ IpAddress: { k: 'a' } }, 'The operator of `Condition.IpAddress.k` is not evaluated here', OPERATOR],
    [5, 'The operator of `Condition` is not evaluated here', OPERATOR],
    [{ StringEquals: 5 }, 'The operator of `Condition.StringEquals` is not evaluated here', OPERATOR],
    [{ '': { k: 'a' } }, 'The operator of `Condition..k` is not evaluated here', OPERATOR],
    [
      { StringEquals: { 'aws:SourceOrgID': 'a' } },
      "The request's value for `Condition.StringEquals.aws:SourceOrgID` is unknown",
      "Pass it as `context: { 'aws:SourceOrgID': '…' }`, or `null` if the request has no such key.",
    ],
    [
      { StringEquals: { k: VARIABLE } },
      '`Condition.StringEquals.k` has a policy variable, which is not evaluated here',
      'Write the value in place of the variable, or check this part yourself.',
    ],
  ])('says what follows from the condition %j', (Condition, cause, fix) => {
    const policy = (Effect: 'Allow' | 'Deny') => functionPolicy({ ...open, Effect, Condition } as FunctionPolicyStatement);
    const warningsFor = (Effect: 'Allow' | 'Deny') => checkInvoke(policy(Effect), { functionArn, sourceArn, context: { k: 'a' } }).warnings;
    expect(warningsFor('Allow')).toMatchObject([{ message: `${cause}, so the condition counts as not met.`, fix }]);
    expect(warningsFor('Deny')).toMatchObject([{ message: `${cause}, so the statement counts.`, fix }]);
  });
});

describe('a finding of checkFunctionUrl', () => {
  const role = 'arn:aws:iam::444455556666:role/r';

  test.each<[string, object, string]>([
    ['a caller without credentials', { authType: 'NONE' }, 'no credentials'],
    ['a role', { authType: 'AWS_IAM', principal: role }, role],
    ['a service', { authType: 'AWS_IAM', principal: 's3.amazonaws.com' }, 's3.amazonaws.com'],
  ])('names %s', (_, call, name) => {
    const policy = functionPolicy({ ...open, Action: 'lambda:*', Condition: {} });
    const messages = checkFunctionUrl(policy, { functionArn, ...call } as Parameters<typeof checkFunctionUrl>[1]).failures;
    const message = `\`Principal\` does not match: the statement has apigateway.amazonaws.com, the request has ${name}.`;
    expect(messages.map((failure) => failure.message)).toEqual([message, message]);
  });

  const messagesOf = (call: object, ...statements: FunctionPolicyStatement[]): string[][] =>
    checkFunctionUrl(functionPolicy(...statements), { functionArn, authType: 'AWS_IAM', principal: role, ...call }).failures.map(
      ({ path, message, fix }) => [path.join('.'), message, fix],
    );

  test('names the action that no statement allows', () => {
    const fix = 'Add both statements that `functionUrlStatements` returns to the policy.';
    expect(messagesOf({ authType: 'NONE' })).toEqual([
      ['Statement', 'No statement allows `lambda:InvokeFunctionUrl`, which a function URL needs.', fix],
      ['Statement', 'No statement allows `lambda:InvokeFunction`, which a function URL needs since October 2025.', fix],
    ]);
  });

  test("names the action that the caller's own policy lacks", () => {
    const everything = { ...open, Principal: '*', Action: 'lambda:*' };
    const account = { ...open, Principal: { AWS: '123456789012' }, Action: 'lambda:*' };
    const message = (action: string): string =>
      `The caller's own policies don't allow \`${action}\`, and a caller in another account needs that, too.`;
    const [own] = messagesOf({ allowedByCaller: false, principal: 'arn:aws:iam::123456789012:role/r' }, account);
    expect(own?.[1]).toBe("The caller's own policies don't allow `lambda:InvokeFunctionUrl`, and the statement names only the account.");
    expect(messagesOf({ allowedByCaller: false }, everything)).toEqual(
      ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'].map((action) => [
        ...['', message(action)],
        `Allow \`${action}\` in the policy of the caller's role or user.`,
      ]),
    );
  });

  test('counts a statement with NotAction as one with the action', () => {
    const { Action: _, ...rest } = open;
    const other = { ...rest, NotAction: 's3:*' } as unknown as FunctionPolicyStatement;
    expect(messagesOf({ authType: 'NONE' }, other).map(([path]) => path)).toEqual(['Principal', 'Principal']);
  });
});
