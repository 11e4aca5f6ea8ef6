import {
  buildHttpEvent,
  checkInvoke,
  type FunctionPolicy,
  type FunctionPolicyStatement,
  functionPolicy,
  invokeStatement,
  sourceArnOf,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const FUNCTION = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
const API = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7';
const init = { apiId: 'mnh1xmpli7', region: 'us-east-2' };

describe('checkInvoke', () => {
  const invocation = { functionArn: FUNCTION, sourceArn: `${API}/prod/GET/user` };
  const allow = (sourceArn: string): FunctionPolicyStatement => invokeStatement({ functionArn: FUNCTION, sourceArn });

  test('allows what a statement allows, and names the statement', () => {
    const policy = functionPolicy(allow(`${API}/dev/*`), { ...allow(`${API}/*/GET/*`), Sid: 'get' });
    expect(checkInvoke(policy, invocation)).toEqual({ allowed: true, decidedBy: 'get', failures: [], warnings: [] });
  });

  test('accepts the source ARN of an event', () => {
    const event = buildHttpEvent({ ...init, route: 'GET /users/{id}', path: '/users/1' });
    const sourceArn = sourceArnOf(event, FUNCTION);
    expect(checkInvoke(functionPolicy(allow(`${API}/*/*/users/{id}`)), { functionArn: FUNCTION, sourceArn }).allowed).toBe(true);
  });

  const base = allow(`${API}/*`);
  test.each<[string, FunctionPolicyStatement, string, string]>([
    ['another stage', allow(`${API}/dev/GET/user`), 'Condition.ArnLike.AWS:SourceArn', 'mismatch'],
    ['another principal', { ...base, Principal: { Service: 's3.amazonaws.com' } }, 'Principal', 'mismatch'],
    ['an account as principal', { ...base, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, 'Principal', 'mismatch'],
    ['the service under another kind', { ...base, Principal: { AWS: 'apigateway.amazonaws.com' } }, 'Principal', 'mismatch'],
    ['another service as a string', { ...base, Principal: 's3.amazonaws.com' }, 'Principal', 'mismatch'],
    ['another action', { ...base, Action: 'lambda:GetFunction' }, 'Action', 'mismatch'],
    ['an alias of the function', { ...base, Resource: `${FUNCTION}:live` }, 'Resource', 'mismatch'],
    [
      'another account',
      { ...base, Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } },
      'Condition.StringEquals.aws:SourceAccount',
      'mismatch',
    ],
    [
      'an unknown key',
      { ...base, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
      'Condition.StringEquals.aws:PrincipalOrgID',
      'mismatch',
    ],
    [
      'a negated operator',
      { ...base, Condition: { ArnNotLike: { 'aws:SourceArn': `${API}/*` } } },
      'Condition.ArnNotLike.aws:SourceArn',
      'mismatch',
    ],
    [
      'an unknown operator',
      { ...base, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
      'Condition.IpAddress.aws:SourceIp',
      'unknown-operator',
    ],
  ])('names the part that does not match: %s', (_, statement, path, code) => {
    const { allowed, failures } = checkInvoke(functionPolicy(statement), invocation);
    expect(allowed).toBe(false);
    expect(failures.map((failure) => [failure.statement, failure.path.join('.'), failure.code])).toEqual([['apigateway', path, code]]);
  });

  test('reads the account of the API from the option, if it is set', () => {
    const policy = functionPolicy({ ...base, Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } });
    expect(checkInvoke(policy, { ...invocation, sourceAccount: '999999999999' }).allowed).toBe(true);
    expect(checkInvoke(policy, invocation).allowed).toBe(false);
  });

  test('shows what the statement has and what the request has', () => {
    const [failure] = checkInvoke(functionPolicy(allow(`${API}/dev/*`)), invocation).failures;
    expect(failure?.message).toBe(
      `\`Condition.ArnLike.AWS:SourceArn\` does not match: the statement has ${API}/dev/*, the request has ${API}/prod/GET/user.`,
    );
  });

  test.each<[string, FunctionPolicyStatement]>([
    ['anybody', { ...base, Principal: '*' }],
    ['the service as a string', { ...base, Principal: 'apigateway.amazonaws.com' }],
    ['every function', { ...base, Resource: '*' }],
    [
      'a list of values',
      { ...base, Action: ['lambda:Get*', 'LAMBDA:Invoke*'], Condition: { StringLike: { 'AWS:sourceaccount': ['1', '1234*'] } } },
    ],
    ['an unknown key with IfExists', { ...base, Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } } }],
    ['no condition', { ...base, Condition: {} }],
    ['an account in any case', { ...base, Condition: { StringEqualsIgnoreCase: { 'aws:SourceAccount': '123456789012' } } }],
    ['everything but another API', { ...base, Condition: { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:execute-api:*:*:other/*' } } }],
  ])('allows %s', (_, statement) => {
    expect(checkInvoke({ Version: '2012-10-17', Statement: statement }, invocation).allowed).toBe(true);
  });

  test('denies what a Deny statement matches, even if another statement allows it', () => {
    const policy = functionPolicy(base, { ...base, Sid: 'no', Effect: 'Deny' });
    expect(checkInvoke(policy, invocation)).toMatchObject({
      allowed: false,
      decidedBy: 'no',
      failures: [{ path: ['Effect'], code: 'denied' }],
    });
  });

  test.each<[string, object, boolean]>([
    ['NotAction with another action', { NotAction: 'lambda:GetFunction' }, true],
    ['NotAction with the action', { NotAction: ['lambda:Invoke*'] }, false],
    ['NotResource with another function', { NotResource: 'arn:aws:lambda:*:*:function:other' }, true],
    ['NotResource with the function', { NotResource: `${FUNCTION}*` }, false],
    ['NotPrincipal with another service', { NotPrincipal: { Service: 's3.amazonaws.com' } }, true],
    ['NotPrincipal with the service', { NotPrincipal: { Service: ['apigateway.amazonaws.com'] } }, false],
  ])('evaluates %s', (_, opposite, applies) => {
    const [name = ''] = Object.keys(opposite);
    const { [name.slice(3) as 'Action']: __, ...rest } = base;
    const [allow, deny] = (['Allow', 'Deny'] as const).map((Effect) => ({ ...rest, ...opposite, Effect }) as FunctionPolicyStatement);
    expect(checkInvoke({ Version: '2012-10-17', Statement: allow ?? [] }, invocation).allowed).toBe(applies);
    expect(checkInvoke({ Version: '2012-10-17', Statement: [base, deny ?? base] }, invocation).allowed).toBe(!applies);
  });

  test.each(['allow', 'DENY', '', undefined, null, 1])('throws a TypeError for the effect %j', (Effect) => {
    const message = expect.stringContaining("`policy.Statement.1.Effect` must be 'Allow' or 'Deny'; got ");
    const error = expect.objectContaining({ name: 'TypeError', path: ['policy', 'Statement', '1', 'Effect'], message });
    const statement = { ...base, Effect } as unknown as FunctionPolicyStatement;
    expect(() => checkInvoke(functionPolicy(base, statement), invocation)).toThrow(error);
  });

  test('neither allows an invocation that only a Deny matches, nor denies one that only an Allow matches', () => {
    expect(checkInvoke(functionPolicy({ ...base, Effect: 'Deny' }), invocation)).toMatchObject({ allowed: false, decidedBy: 'apigateway' });
    expect(checkInvoke(functionPolicy(base), invocation)).toMatchObject({ allowed: true, decidedBy: 'apigateway' });
    const elsewhere = { ...allow(`${API}/dev/*`), Effect: 'Deny' as const };
    expect(checkInvoke(functionPolicy(elsewhere), invocation)).toEqual({ allowed: false, failures: [], warnings: [] });
    expect(checkInvoke(functionPolicy(elsewhere, base), invocation).allowed).toBe(true);
  });

  test('allows nothing without a statement', () => {
    expect(checkInvoke(functionPolicy(), invocation)).toEqual({ allowed: false, failures: [], warnings: [] });
  });

  test('warns if only ANY matches', () => {
    const any = allow(`${API}/prod/ANY/user`);
    expect(checkInvoke(functionPolicy(any), invocation).warnings.map(({ code }) => code)).toEqual(['any-method']);
    expect(checkInvoke(functionPolicy(any, base), invocation).warnings).toEqual([]);
  });

  test.each<[string, readonly string[], boolean]>([
    ['ANY beside a pattern that does not match', [`${API}/prod/ANY/user`, `${API}/dev/*`], true],
    ['ANY beside a pattern that matches', [`${API}/prod/ANY/user`, `${API}/*/GET/*`], false],
    ['a pattern that matches', [`${API}/*/GET/*`], false],
  ])('warns about %s: %s', (_, patterns, isDoubtful) => {
    const statement = { ...base, Condition: { ArnLike: { 'aws:SourceArn': patterns } } };
    const { allowed, warnings } = checkInvoke(functionPolicy(statement), invocation);
    expect([allowed, warnings.map(({ path }) => path.join('.'))]).toEqual([true, isDoubtful ? ['Condition.ArnLike.aws:SourceArn'] : []]);
  });

  test('gives every finding a fix', () => {
    const deny: FunctionPolicyStatement = { ...base, Effect: 'Deny' };
    const unknown = { ...base, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };
    const any = checkInvoke(functionPolicy(allow(`${API}/prod/ANY/user`)), invocation).warnings;
    const found = [deny, unknown, allow('arn:x')].flatMap((statement) => checkInvoke(functionPolicy(statement), invocation).failures);
    expect([...found, ...any].map(({ code }) => code)).toEqual(['denied', 'unknown-operator', 'mismatch', 'any-method']);
    for (const { message, fix } of [...found, ...any]) expect([message, fix]).toEqual(Array(2).fill(expect.stringMatching(/^[`A-Z].*\.$/)));
  });

  // IAM accepts numbers and booleans in place of strings. Anything else matches nothing.
  test.each<[string, unknown, boolean]>([
    ['a number as account', { ...base, Condition: { StringEquals: { 'aws:SourceAccount': 123456789012 } } }, true],
    ['null as its condition', { ...base, Condition: null }, true],
    ['null as a condition', { ...base, Condition: { StringEquals: null } }, false],
    ['null as value', { ...base, Condition: { StringEquals: { 'aws:SourceAccount': null } } }, false],
    ['a list with null', { ...base, Action: [null, 'lambda:*'] }, true],
    ['no action', { ...base, Action: undefined }, false],
    ['no resource', { ...base, Resource: undefined }, false],
    ['no principal', { ...base, Principal: undefined }, false],
    ['null as principal', { ...base, Principal: { Service: null } }, false],
    ['the operator constructor', { ...base, Condition: { constructor: { 'aws:SourceAccount': '123456789012' } } }, false],
  ])('checks a statement with %s', (_, statement, allowed) => {
    expect(checkInvoke(functionPolicy(statement as FunctionPolicyStatement), invocation).allowed).toBe(allowed);
  });

  // IAM rejects such a policy, so no statement in it may allow anything.
  test.each<[name: string, odd: object]>([
    ...[undefined, null, [], {}, [null], [{}]].flatMap((nothing): [string, object][] => {
      const text = JSON.stringify(nothing);
      const { Action: _, ...actionless } = base;
      const { Resource: __, ...placeless } = base;
      const { Principal: ___, ...nameless } = base;
      return [
        [`NotAction ${text}`, { ...actionless, NotAction: nothing }],
        [`NotResource ${text}`, { ...placeless, NotResource: nothing }],
        [`NotPrincipal ${text}`, { ...nameless, NotPrincipal: nothing }],
        [`NotPrincipal { AWS: ${text} }`, { ...nameless, NotPrincipal: { AWS: nothing } }],
      ];
    }),
    ['Action and NotAction', { ...base, NotAction: 's3:*' }],
    ['Resource and NotResource', { ...base, NotResource: 'arn:aws:lambda:us-east-2:123456789012:function:other' }],
    ['Principal and NotPrincipal', { ...base, NotPrincipal: { AWS: '210987654321' } }],
    ['a condition that is a number', { ...base, Condition: 5 }],
    ['a condition that is an array', { ...base, Condition: [] }],
    ['a condition with an operator that is a number', { ...base, Condition: { StringEquals: 5 } }],
    ['a condition with an operator that is an array', { ...base, Condition: { StringEquals: [] } }],
  ])('takes a statement with %s for the stricter one: an Allow does not count, and a Deny does', (_, odd) => {
    const statements = (...all: object[]): FunctionPolicy => functionPolicy(...(all as FunctionPolicyStatement[]));
    expect(checkInvoke(statements(odd), invocation).allowed).toBe(false);
    expect(checkInvoke(statements(base, { ...odd, Effect: 'Deny' }), invocation).allowed).toBe(false);
  });

  test.each(['Federated', 'CanonicalUser', 'Service'])('does not take a principal * of the kind %s for everybody', (kind) => {
    expect(checkInvoke(functionPolicy({ ...base, Principal: { [kind]: '*' } }), invocation).allowed).toBe(false);
  });

  test.each<[string, unknown, readonly string[], string, string]>([
    ['text', JSON.stringify(functionPolicy(base)), ['policy'], '`policy` must be an object with statements; got "{', 'JSON.parse(policy)'],
    ['undefined', undefined, ['policy'], '`policy` must be an object with statements; got undefined.', 'Pass an object with statements.'],
    ['no statements', {}, ['policy', 'Statement', '0'], '`policy.Statement.0` must be an object; got undefined.', 'Pass an object.'],
    [
      'null as statement',
      { Statement: [null] },
      ['policy', 'Statement', '0'],
      '`policy.Statement.0` must be an object; got null.',
      'Pass an object.',
    ],
  ])('throws a TypeError for a policy that is %s', (_, policy, path, message, fix) => {
    const error = { name: 'TypeError', code: 'invalid-argument', path };
    const texts = { message: expect.stringContaining(message), fix: expect.stringContaining(fix) };
    expect(() => checkInvoke(policy as FunctionPolicy, invocation)).toThrow(expect.objectContaining({ ...error, ...texts }));
  });

  test.each(['functionArn', 'sourceArn'])('throws a TypeError without %s', (name) => {
    const error = expect.objectContaining({ name: 'TypeError', path: ['invocation', name] });
    expect(() => checkInvoke(functionPolicy(base), { ...invocation, [name]: undefined })).toThrow(error);
  });
});
