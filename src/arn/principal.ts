import type { Part } from './conditions.js';
import { stringsOf } from './policy-values.js';

/** Who calls: a service, a user or role by its ARN, or somebody without credentials. */
export type Caller = { readonly service: string } | { readonly arn: string } | 'anonymous';

/** Account and name of a role, in the ARN of a session. */
const SESSION = /^arn:[^:]+:sts::(\d+):assumed-role\/([^/]+)\//;

/** Compares the principals of a statement with a caller. A `NotPrincipal` matches everybody else. */
export function principalPart(name: 'Principal' | 'NotPrincipal', element: unknown, caller: Caller): Part {
  const principals = principalsIn(element);
  const matches = principals.some(([kind, principal]) => matchesPrincipal(kind, principal, caller));
  return {
    path: [name],
    expected: principals.map(([, principal]) => principal),
    given: [nameOf(caller)],
    holds: matches === (name === 'Principal'),
  };
}

/** Returns a caller's name in messages. */
function nameOf(caller: Caller): string {
  if (caller === 'anonymous') return 'no credentials';
  return 'service' in caller ? caller.service : caller.arn;
}

/** Returns the account of a caller, or `undefined` for a service and for somebody without credentials. */
export function accountOf(caller: Caller): string | undefined {
  return caller !== 'anonymous' && 'arn' in caller ? caller.arn.split(':', 5)[4] : undefined;
}

function principalsIn(element: unknown): (readonly [kind: string, principal: string])[] {
  if (typeof element === 'string') return [['*', element]];
  return Object.entries(element ?? {}).flatMap(([kind, names]) => stringsOf(names).map((name) => [kind, name] as const));
}

/** documented: `"*"` and `{ "AWS": "*" }` mean everybody; an account is written as its id or as the ARN of its root. */
function matchesPrincipal(kind: string, principal: string, caller: Caller): boolean {
  if (principal === '*') return kind === '*' || kind === 'AWS';
  if (caller === 'anonymous') return false;
  if ('service' in caller) return (kind === 'Service' || kind === '*') && principal === caller.service;
  if (kind !== 'AWS') return false;
  return isAccount(principal, accountOf(caller)) || isIdentity(principal, caller.arn);
}

/** An account is written as its id or as the ARN of its root. */
function isAccount(principal: string, account: string | undefined): boolean {
  if (account === undefined || account === '') return false;
  const [arn, , service, , owner, resource] = principal.split(':');
  return principal === account || (arn === 'arn' && service === 'iam' && owner === account && resource === 'root');
}

/** Whether a principal is the caller itself, or the role of its session. */
function isIdentity(principal: string, caller: string): boolean {
  if (principal === caller) return true;
  const [arn, , service, , owner, resource = ''] = principal.split(':');
  const [, account, role] = SESSION.exec(caller) ?? [];
  return arn === 'arn' && service === 'iam' && owner === account && resource.startsWith('role/') && resource.split('/').at(-1) === role;
}

/**
 * Returns whether a statement names the caller's account only. documented: such a statement leaves the decision to the account, so the caller
 * needs a policy of its own that allows the call, too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
 */
export function namesAccountOnly(parts: readonly Part[], caller: Caller): boolean {
  if (caller === 'anonymous' || !('arn' in caller)) return false;
  const principals = parts.find(({ path }) => path[0] === 'Principal')?.expected ?? ['*'];
  return !principals.some((principal) => principal === '*' || isIdentity(principal, caller.arn));
}
