import { checkInvoke, type FunctionPolicyStatement, functionPolicy, invokeStatement } from 'apigw-proxy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
const sourceArn = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user';
const open = invokeStatement({ functionArn, sourceArn: '*' });
const VARIABLE = `$\{aws:PrincipalTag/team}`;

type Condition = NonNullable<FunctionPolicyStatement['Condition']>;
type Context = Readonly<Record<string, string | boolean | readonly string[] | null>>;

function check(Effect: 'Allow' | 'Deny', Condition: Condition, context: Context): ReturnType<typeof checkInvoke> {
  const statements = [...(Effect === 'Deny' ? [{ ...open, Condition: {} }] : []), { ...open, Sid: 'if', Effect, Condition }];
  return checkInvoke(functionPolicy(...statements), { functionArn, sourceArn, context });
}

// The cases follow the pages of the IAM guide about condition operators and about keys with several values.
const CASES: readonly [Condition, Context, boolean][] = [
  [{ StringEquals: { k: 'a' } }, { k: 'a' }, true],
  [{ StringEquals: { k: 'A' } }, { k: 'a' }, false],
  [{ StringEquals: { k: ['b', 'a'] } }, { k: 'a' }, true],
  [{ StringEquals: { k: 'a*' } }, { k: 'ab' }, false],
  [{ StringNotEquals: { k: 'a' } }, { k: 'a' }, false],
  [{ StringNotEquals: { k: ['b', 'a'] } }, { k: 'a' }, false],
  [{ StringNotEquals: { k: 'b' } }, { k: 'a' }, true],
  [{ StringEqualsIgnoreCase: { k: 'A' } }, { k: 'a' }, true],
  [{ StringEqualsIgnoreCase: { k: 'b' } }, { k: 'a' }, false],
  [{ StringNotEqualsIgnoreCase: { k: 'A' } }, { k: 'a' }, false],
  [{ StringNotEqualsIgnoreCase: { k: 'b' } }, { k: 'a' }, true],
  [{ StringLike: { k: 'a*?' } }, { k: 'abc' }, true],
  [{ StringLike: { k: 'b*' } }, { k: 'abc' }, false],
  [{ StringNotLike: { k: 'a*' } }, { k: 'abc' }, false],
  [{ StringNotLike: { k: 'b*' } }, { k: 'abc' }, true],
  [{ ArnEquals: { k: 'arn:aws:sns:*:1:t' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, true],
  [{ ArnEquals: { k: 'arn:aws:sns:*' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, false],
  [{ ArnNotEquals: { k: 'arn:aws:sns:*:1:t' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, false],
  [{ ArnNotEquals: { k: 'arn:aws:sns:*:2:t' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, true],
  [{ ArnLike: { k: 'arn:aws:sns:*:1:*' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, true],
  [{ ArnLike: { k: 'arn:aws:sqs:*:1:*' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, false],
  [{ ArnNotLike: { k: 'arn:aws:sns:*:1:*' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, false],
  [{ ArnNotLike: { k: 'arn:aws:sqs:*:1:*' } }, { k: 'arn:aws:sns:eu-west-1:1:t' }, true],
  [{ Bool: { k: 'true' } }, { k: true }, true],
  [{ Bool: { k: true } }, { k: 'True' }, true],
  [{ Bool: { k: 'true' } }, { k: false }, false],
  [{ Bool: { k: 'false' } }, { k: false }, true],
  [{ Null: { k: 'true' } }, { k: null }, true],
  [{ Null: { k: 'true' } }, { k: 'a' }, false],
  [{ Null: { k: 'false' } }, { k: null }, false],
  [{ Null: { k: false } }, { k: 'a' }, true],
  [{ Null: { k: ['false', 'true'] } }, { k: 'a' }, true],
  // A missing key.
  [{ StringEquals: { k: 'a' } }, { k: null }, false],
  [{ StringNotEquals: { k: 'a' } }, { k: null }, true],
  [{ ArnLike: { k: 'a' } }, { k: null }, false],
  [{ ArnNotLike: { k: 'a' } }, { k: null }, true],
  [{ Bool: { k: 'false' } }, { k: null }, false],
  [{ StringEqualsIfExists: { k: 'a' } }, { k: null }, true],
  [{ StringEqualsIfExists: { k: 'a' } }, { k: 'b' }, false],
  [{ StringEqualsIfExists: { k: 'a' } }, { k: 'a' }, true],
  [{ StringLikeIfExists: { k: 'a*' } }, { k: null }, true],
  [{ StringLikeIfExists: { k: 'a*' } }, { k: 'b' }, false],
  [{ StringNotLikeIfExists: { k: 'a*' } }, { k: 'ab' }, false],
  [{ ArnLikeIfExists: { k: 'arn:aws:sns:*:1:*' } }, { k: null }, true],
  [{ ArnLikeIfExists: { k: 'arn:aws:sns:*:1:*' } }, { k: 'arn:aws:sns:eu-west-1:2:t' }, false],
  [{ BoolIfExists: { k: 'true' } }, { k: null }, true],
  [{ BoolIfExists: { k: 'true' } }, { k: false }, false],
  // Keys with several values.
  [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'b'] }, true],
  [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'c'] }, false],
  [{ 'ForAllValues:StringEquals': { k: 'a' } }, { k: null }, true],
  [{ 'ForAllValues:StringEquals': { k: 'a' } }, { k: [] }, true],
  [{ 'ForAllValues:StringNotEquals': { k: 'a' } }, { k: ['b', 'c'] }, true],
  [{ 'ForAllValues:StringNotEquals': { k: 'a' } }, { k: ['b', 'a'] }, false],
  [{ 'ForAnyValue:StringEquals': { k: ['a', 'b'] } }, { k: ['c', 'b'] }, true],
  [{ 'ForAnyValue:StringEquals': { k: ['a', 'b'] } }, { k: ['c', 'd'] }, false],
  [{ 'ForAnyValue:StringEquals': { k: 'a' } }, { k: null }, false],
  [{ 'ForAnyValue:StringNotEquals': { k: 'a' } }, { k: null }, false],
  [{ 'ForAnyValue:StringNotEquals': { k: 'a' } }, { k: ['a', 'b'] }, true],
  [{ 'ForAnyValue:StringLikeIfExists': { k: 'a*' } }, { k: null }, true],
  [{ 'ForAnyValue:StringEquals': { k: [VARIABLE, 'b'] } }, { k: ['a', 'b'] }, true],
  [{ 'ForAllValues:StringEquals': { k: [VARIABLE, 'b'] } }, { k: ['b'] }, true],
  // All keys and all operators have to match.
  [{ StringEquals: { k: 'a', l: 'b' } }, { k: 'a', l: 'b' }, true],
  [{ StringEquals: { k: 'a', l: 'b' } }, { k: 'a', l: 'c' }, false],
  [{ StringEquals: { k: 'a' }, Bool: { l: 'true' } }, { k: 'a', l: false }, false],
  // The names of keys match in any case.
  [{ StringEquals: { 'AWS:sourceaccount': '123456789012' } }, {}, true],
  [{ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, { 'AWS:SOURCEVPC': 'vpc-1' }, true],
  // A match wins over a variable next to it.
  [{ StringEquals: { k: [VARIABLE, 'a'] } }, { k: 'a' }, true],
];

describe('a condition of a statement', () => {
  test.each(CASES)('%j with the keys %j is met: %s', (condition, context, isMet) => {
    expect(check('Allow', condition, context)).toMatchObject({ allowed: isMet, warnings: [] });
    expect(check('Deny', condition, context)).toMatchObject({ allowed: !isMet, warnings: [] });
  });

  test.each<[string, Condition, Context, string]>([
    ['a date', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }, {}, 'unknown-operator'],
    ['a number', { NumericEquals: { k: '1' } }, { k: '1' }, 'unknown-operator'],
    ['an address', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, { 'aws:SourceIp': '203.0.113.1' }, 'unknown-operator'],
    ['binary data', { BinaryEquals: { k: 'YQ==' } }, { k: 'YQ==' }, 'unknown-operator'],
    ['a line break', { 'x\nStringEquals': { k: 'a' } }, { k: 'a' }, 'unknown-operator'],
    ['another spelling', { stringEquals: { k: 'a' } }, { k: 'a' }, 'unknown-operator'],
    ['an unknown set operator', { 'ForSomeValues:StringEquals': { k: 'a' } }, { k: 'a' }, 'unknown-operator'],
    ['Null with IfExists', { NullIfExists: { k: 'true' } }, { k: 'a' }, 'unknown-operator'],
    ['an inherited name', { constructor: { k: 'a' } }, { k: 'a' }, 'unknown-operator'],
    ['several values without a set operator', { StringEquals: { k: 'a' } }, { k: ['a', 'b'] }, 'unknown-operator'],
    ['a key of the account', { StringEquals: { 'aws:SourceOrgID': 'o-1' } }, {}, 'unknown-key'],
    ['a negated key', { StringNotEquals: { 'aws:SourceOrgID': 'o-1' } }, {}, 'unknown-key'],
    ['a key with IfExists', { StringEqualsIfExists: { 'aws:SourceOrgID': 'o-1' } }, {}, 'unknown-key'],
    ['a key that may be missing', { Null: { 'aws:SourceOrgID': 'true' } }, {}, 'unknown-key'],
    ['a variable', { StringEquals: { k: ['b', VARIABLE] } }, { k: 'a' }, 'policy-variable'],
    ['a variable that looks like the value', { StringEquals: { k: VARIABLE } }, { k: VARIABLE }, 'policy-variable'],
    ['a negated variable', { StringNotLike: { k: `${VARIABLE}*` } }, { k: 'a' }, 'policy-variable'],
    ['a variable for all values', { 'ForAllValues:StringEquals': { k: ['a', VARIABLE] } }, { k: ['a', 'c'] }, 'policy-variable'],
  ])('that cannot be evaluated lets a Deny count and an Allow not count: %s', (_, condition, context, code) => {
    const allow = check('Allow', condition, context);
    const deny = check('Deny', condition, context);
    expect([allow.allowed, allow.failures.map((failure) => failure.code), allow.warnings]).toEqual([false, [code], allow.failures]);
    expect([deny.allowed, deny.decidedBy, deny.failures.map((failure) => failure.code)]).toEqual([false, 'if', ['denied']]);
    expect(deny.warnings.map((warning) => [warning.statement, warning.code])).toEqual([['if', code]]);
    for (const { message, fix } of [...allow.warnings, ...deny.warnings]) {
      expect([message, fix]).toEqual(Array(2).fill(expect.stringMatching(/^[`A-Z].*\.$/s)));
    }
  });

  test('does not matter if another part of the statement does not match', () => {
    const condition = { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' }, StringEquals: { k: 'b' } };
    expect(check('Deny', condition, { k: 'a' })).toMatchObject({ allowed: true, warnings: [] });
    expect(check('Allow', condition, { k: 'a' })).toMatchObject({ allowed: false, warnings: [] });
  });

  test('never lets both an Allow and a Deny with the same condition apply', () => {
    const operator = fc.constantFrom('StringEquals', 'StringNotLike', 'ArnLike', 'Bool', 'Null', 'IpAddress', 'toString');
    const name = fc.tuple(fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'), operator, fc.constantFrom('', 'IfExists'));
    const values = fc.array(fc.constantFrom('a', '*', 'true', 'arn:a:b:c:d:e', VARIABLE), { maxLength: 3 });
    const given = fc.option(fc.array(fc.constantFrom('a', 'true', 'arn:a:b:c:d:e'), { maxLength: 2 }));
    fc.assert(
      fc.property(name, values, fc.option(given), (parts, expected, key) => {
        const condition = { [parts.join('')]: { k: expected } };
        const context = key === null ? {} : { k: key };
        const [allow, deny] = [check('Allow', condition, context), check('Deny', condition, context)];
        const isUnclear = allow.warnings.length > 0;
        expect(deny.warnings.length > 0).toBe(isUnclear);
        // With an unclear condition, the call isn't allowed. With any other one, it is allowed or denied.
        expect([allow.allowed, deny.allowed]).toEqual(isUnclear ? [false, false] : [allow.allowed, !allow.allowed]);
      }),
    );
  });
});

describe('the condition keys of an invocation by an API', () => {
  test.each<[string, string | boolean]>([
    ['aws:SourceArn', sourceArn],
    ['aws:SourceAccount', '123456789012'],
    ['aws:PrincipalIsAWSService', true],
    ['aws:PrincipalServiceName', 'apigateway.amazonaws.com'],
    ['aws:SecureTransport', true],
    ['aws:RequestedRegion', 'us-east-2'],
    ['lambda:InvokedViaFunctionUrl', false],
  ])('has %s', (key, value) => {
    expect(check('Allow', { StringEquals: { [key]: String(value) } }, {}).allowed).toBe(true);
    expect(check('Allow', { StringEquals: { [key]: 'other' } }, {})).toMatchObject({ allowed: false, warnings: [] });
  });

  test.each(['aws:PrincipalOrgID', 'aws:SourceVpc', 'aws:SourceVpce', 'lambda:FunctionUrlAuthType'])('does not have %s', (key) => {
    expect(check('Allow', { Null: { [key]: 'true' } }, {}).allowed).toBe(true);
  });

  test.each([{}, () => {}, [null], Symbol('x')])('throws a TypeError for the value %s', (value) => {
    const error = expect.objectContaining({ name: 'TypeError', path: ['context', 'k'] });
    expect(() => check('Allow', {}, { k: value as never })).toThrow(error);
  });

  test('ignores a key that is undefined', () => {
    expect(check('Allow', { Null: { 'aws:SourceVpc': 'true' } }, { 'aws:SourceVpc': undefined as never }).allowed).toBe(true);
  });
});
