import {
  addPermissionArguments,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  buildWebsocketSession,
  checkInvoke,
  type FunctionPolicyStatement,
  functionPolicy,
  type InvokingEvent,
  invokeStatement,
  sourceArnOf,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const FUNCTION = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
const API = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7';
const init = { apiId: 'mnh1xmpli7', region: 'us-east-2' };

describe('sourceArnOf', () => {
  test.each<[string, InvokingEvent]>([
    ['/prod/GET/', buildRestEvent({ ...init, path: '/' })],
    [
      '/prod/GET/users/1',
      buildRestEvent({ ...init, route: 'ANY /users/{id}', path: '/users/1', customDomain: { domainName: 'a.example', basePath: 'b' } }),
    ],
    ['/dev/POST/a/b', buildRestEvent({ ...init, stage: 'dev', method: 'POST', path: '/a/b' })],
    ['/$default/GET/users/{id}', buildHttpEvent({ ...init, route: 'GET /users/{id}', path: '/users/1' })],
    ['/dev/GET/{proxy+}', buildHttpEventV1({ ...init, stage: 'dev', route: 'ANY /{proxy+}', path: '/users/1' })],
    ['/$default/$default', buildHttpEvent({ ...init, path: '/users/1' })],
    ['/prod/$connect', buildWebsocketSession(init).connect()],
    ['/prod/say', buildWebsocketSession(init).message({ action: 'say' })],
  ])('is %s', (resource, event) => {
    expect(sourceArnOf(event, FUNCTION)).toBe(API + resource);
  });

  test('has the region and the partition of the function, wherever the API is', () => {
    const event = buildRestEvent({ region: 'us-east-1' });
    expect(sourceArnOf(event, 'arn:aws-cn:lambda:cn-north-1:1:function:f')).toMatch(/^arn:aws-cn:execute-api:cn-north-1:123456789012:/);
  });
});

describe('invokeStatement', () => {
  test('is the statement that the Lambda guide shows', () => {
    const permission = {
      functionArn: 'arn:aws:lambda:us-east-2:111122223333:function:nodejs-apig-function-1G3MXMPLXVXYI',
      statementId: 'nodejs-apig-functiongetEndpointPermissionProd-BWDBXMPLXE2F',
      sourceArn: 'arn:aws:execute-api:us-east-2:111122223333:ktyvxmpls1/*/GET/',
      sourceAccount: '111122223333',
    };
    expect(functionPolicy(invokeStatement(permission))).toEqual({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [
        {
          Sid: permission.statementId,
          Effect: 'Allow',
          Principal: { Service: 'apigateway.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: permission.functionArn,
          Condition: {
            StringEquals: { 'AWS:SourceAccount': '111122223333' },
            ArnLike: { 'AWS:SourceArn': permission.sourceArn },
          },
        },
      ],
    });
  });
});

describe('addPermissionArguments', () => {
  test('are those of the command in the Lambda guide', () => {
    const sourceArn = `${API}/default/GET/`;
    expect(addPermissionArguments({ functionArn: 'my-function', statementId: 'apigateway-get', sourceArn }).join(' ')).toBe(
      `add-permission --function-name my-function --statement-id apigateway-get --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn ${sourceArn}`,
    );
  });
});

describe('checkInvoke', () => {
  const invocation = { functionArn: FUNCTION, sourceArn: `${API}/prod/GET/user` };
  const allow = (sourceArn: string): FunctionPolicyStatement => invokeStatement({ functionArn: FUNCTION, sourceArn });

  test('allows what the statement allows, and says which', () => {
    const policy = functionPolicy(allow(`${API}/dev/*`), { ...allow(`${API}/*/GET/*`), Sid: 'get' });
    expect(checkInvoke(policy, invocation)).toEqual({ allowed: true, decidedBy: 'get', failures: [], warnings: [] });
  });

  test('follows an event to the policy', () => {
    const event = buildHttpEvent({ ...init, route: 'GET /users/{id}', path: '/users/1' });
    const sourceArn = sourceArnOf(event, FUNCTION);
    expect(checkInvoke(functionPolicy(allow(`${API}/*/*/users/{id}`)), { functionArn: FUNCTION, sourceArn }).allowed).toBe(true);
  });

  const base = allow(`${API}/*`);
  test.each<[string, FunctionPolicyStatement, string, string]>([
    ['another stage', allow(`${API}/dev/GET/user`), 'Condition.ArnLike.AWS:SourceArn', 'mismatch'],
    ['another principal', { ...base, Principal: { Service: 's3.amazonaws.com' } }, 'Principal', 'mismatch'],
    ['an account as principal', { ...base, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, 'Principal', 'mismatch'],
    ['another action', { ...base, Action: 'lambda:GetFunction' }, 'Action', 'mismatch'],
    ['an alias of the function', { ...base, Resource: `${FUNCTION}:live` }, 'Resource', 'mismatch'],
    [
      'another account',
      { ...base, Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } },
      'Condition.StringEquals.aws:SourceAccount',
      'mismatch',
    ],
    [
      'a key that is not known',
      { ...base, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
      'Condition.StringEquals.aws:PrincipalOrgID',
      'mismatch',
    ],
    [
      'a negation',
      { ...base, Condition: { ArnNotLike: { 'aws:SourceArn': `${API}/*` } } },
      'Condition.ArnNotLike.aws:SourceArn',
      'mismatch',
    ],
    [
      'another operator',
      { ...base, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
      'Condition.IpAddress.aws:SourceIp',
      'unknown-operator',
    ],
  ])('names what fails: %s', (_, statement, path, code) => {
    const { allowed, failures } = checkInvoke(functionPolicy(statement), invocation);
    expect(allowed).toBe(false);
    expect(failures.map((failure) => [failure.statement, failure.path.join('.'), failure.code])).toEqual([['apigateway', path, code]]);
  });

  test('says what it wants and what it got', () => {
    const [failure] = checkInvoke(functionPolicy(allow(`${API}/dev/*`)), invocation).failures;
    expect(failure?.message).toBe(`Condition.ArnLike.AWS:SourceArn wants ${API}/dev/*; the request has ${API}/prod/GET/user.`);
  });

  test.each<[string, FunctionPolicyStatement]>([
    ['anybody', { ...base, Principal: '*' }],
    [
      'a list of values',
      { ...base, Action: ['lambda:Get*', 'LAMBDA:Invoke*'], Condition: { StringLike: { 'AWS:sourceaccount': ['1', '1234*'] } } },
    ],
    ['a key that may be missing', { ...base, Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } } }],
    ['no condition', { ...base, Condition: {} }],
    ['an account in any case', { ...base, Condition: { StringEqualsIgnoreCase: { 'aws:SourceAccount': '123456789012' } } }],
    ['everything but another API', { ...base, Condition: { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:execute-api:*:*:other/*' } } }],
  ])('allows %s', (_, statement) => {
    expect(checkInvoke({ Version: '2012-10-17', Statement: statement }, invocation).allowed).toBe(true);
  });

  test('lets a denial go first', () => {
    const policy = functionPolicy(base, { ...base, Sid: 'no', Effect: 'Deny' });
    expect(checkInvoke(policy, invocation)).toMatchObject({
      allowed: false,
      decidedBy: 'no',
      failures: [{ path: ['Effect'], code: 'denied' }],
    });
  });

  test('allows nothing without a statement', () => {
    expect(checkInvoke(functionPolicy(), invocation)).toEqual({ allowed: false, failures: [], warnings: [] });
  });

  test('warns of ANY, which is documented and reported to fail, unless another statement allows', () => {
    const any = allow(`${API}/prod/ANY/user`);
    expect(checkInvoke(functionPolicy(any), invocation).warnings.map(({ code }) => code)).toEqual(['any-method']);
    expect(checkInvoke(functionPolicy(any, base), invocation).warnings).toEqual([]);
  });
});
