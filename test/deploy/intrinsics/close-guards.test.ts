import { describe, expect, test } from 'vitest';
import { closeGuards } from '../../../src/deploy/intrinsics/close-guards.js';

const CLOSED = { $unresolved: `\${Fn::If}` };

/** Every setting that guards access, in SAM, CloudFormation and OpenAPI. */
const GUARDS = [
  ...['Auth', 'Authorizer', 'DefaultAuthorizer', 'AuthType', 'AuthorizationType', 'AuthorizerId', 'AuthorizationScopes', 'ApiKeyRequired'],
  ...['security', 'x-amazon-apigateway-auth'],
];

/** Values that guard nothing. */
const OPEN: readonly unknown[] = [undefined, null, false, '', 'NONE', 'none', 'None', 'false', []];
/** Values that guard something, or could. */
const GUARDED: readonly unknown[] = ['AWS_IAM', true, 'true', 0, ['read'], [[]], { a: 1 }, {}, { $unresolved: 'x' }, 'NONE2', 'xfalse'];

const PATH = ['Resources', 'Api', 'Properties'];

describe.each(GUARDS)('a choice that only AWS can make, about %s', (guard) => {
  test('keeps the route closed, if the first branch is open and the other is not', () => {
    for (const open of OPEN) {
      for (const guarded of GUARDED) {
        expect(closeGuards({ [guard]: open, Name: 'a' }, { [guard]: guarded }, PATH)).toEqual({ [guard]: CLOSED, Name: 'a' });
        expect(closeGuards({ a: { [guard]: open } }, { a: { [guard]: guarded } }, PATH)).toEqual({ a: { [guard]: CLOSED } });
        expect(closeGuards(open, guarded, [...PATH, guard])).toEqual(CLOSED);
        expect(closeGuards(open, guarded, [...PATH, guard, 'inside'])).toEqual(CLOSED);
        expect(closeGuards({ a: open }, { a: guarded }, [...PATH, guard])).toEqual({ a: CLOSED });
        expect(closeGuards({ [guard]: { a: open } }, { [guard]: { a: guarded } }, PATH)).toEqual({ [guard]: { a: CLOSED } });
      }
    }
  });

  test('takes the first branch, if that one guards, or neither does', () => {
    for (const first of GUARDED)
      for (const other of OPEN) expect(closeGuards({ [guard]: first }, { [guard]: other }, PATH)).toEqual({ [guard]: first });
    for (const first of GUARDED) expect(closeGuards(first, 'AWS_IAM', [...PATH, guard])).toEqual(first);
    for (const first of OPEN.slice(1)) expect(closeGuards({ [guard]: first }, { [guard]: false }, PATH)).toEqual({ [guard]: first });
  });
});

describe('a choice about anything else', () => {
  test('takes the first branch', () => {
    expect(closeGuards('a', 'b', PATH)).toBe('a');
    expect(closeGuards({ Name: 'a' }, { Name: 'b', Other: 'c' }, PATH)).toEqual({ Name: 'a' });
    expect(Object.keys(closeGuards({ Name: 'a' }, { Name: 'b', Other: 'c' }, PATH) as object)).toEqual(['Name']);
    expect(closeGuards({ Name: false }, { Name: 'b' }, PATH)).toEqual({ Name: false });
    expect(closeGuards({ Name: {} }, { Name: { Other: 'b' } }, PATH)).toEqual({ Name: {} });
    expect(closeGuards(undefined, { Auth: 'x' }, PATH)).toBeUndefined();
    expect(closeGuards({ $unresolved: 'x' }, { Auth: 'x' }, PATH)).toEqual({ $unresolved: 'x' });
  });
});
