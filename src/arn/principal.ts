import type { Part } from './conditions.js';
import { stringsOf } from './policy-values.js';

/** Who calls: a service, a user or role by its ARN, or somebody without credentials. */
export type Caller = { readonly service: string } | { readonly arn: string } | 'anonymous';

/** Partition, account and name of a role, in the ARN of a session. */
const SESSION = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//;

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

/** Returns the ARN of a caller. `undefined` for a service and for somebody without credentials. */
export function arnOf(caller: Caller): string | undefined {
  return caller !== 'anonymous' && 'arn' in caller ? caller.arn : undefined;
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
  return isAccount(principal, caller.arn) || isIdentity(principal, caller.arn);
}

/** An account is written as its id or as the ARN of its root. */
function isAccount(principal: string, caller: string): boolean {
  const [, partition, , , account] = caller.split(':', 5);
  if (!account) return false;
  return principal === account || principal === `arn:${partition}:iam::${account}:root`;
}

/** Whether a principal is the caller itself, or the role of its session. A session's ARN doesn't have the path of its role. */
function isIdentity(principal: string, caller: string): boolean {
  if (principal === caller) return true;
  const session = SESSION.exec(caller);
  if (session === null) return false;
  const [, partition, account, role] = session;
  return principal.startsWith(`arn:${partition}:iam::${account}:role/`) && principal.endsWith(`/${role}`);
}

/**
 * Returns whether a statement names the caller's account only. documented: such a statement leaves the decision to the account, so the caller
 * needs a policy of its own that allows the call, too.
 *
 * @param caller its ARN.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
 */
export function namesAccountOnly(parts: readonly Part[], caller: string): boolean {
  const principals = parts.find(({ path }) => path[0] === 'Principal')?.expected ?? ['*'];
  return !principals.some((principal) => principal === '*' || isIdentity(principal, caller));
}
