import type { Target } from '../aws/target.js';
import type { GatewayAuthorizer } from '../gateway/authorizer.js';
import { pairsOf } from './gateway-options.js';
import { UsageError } from './usage-error.js';

/** The options for what an authorizer found out about the caller. */
export const CALLER_OPTIONS = {
  claim: { type: 'string', multiple: true },
  context: { type: 'string', multiple: true },
  identity: { type: 'string' },
} as const;

/** Values of {@link CALLER_OPTIONS}. */
export interface CallerValues {
  readonly claim?: readonly string[] | undefined;
  readonly context?: readonly string[] | undefined;
  readonly identity?: string | undefined;
}

/** Which option each target has, and where it goes. */
const CLAIMS: Readonly<Record<Target, 'cognito' | 'jwt' | undefined>> = {
  rest: 'cognito',
  'http-1.0': 'jwt',
  'http-2.0': 'jwt',
  websocket: undefined,
  'function-url': undefined,
};

/**
 * Returns what an authorizer left in the event, or `undefined` without such an option.
 *
 * @param before what the captured event has. Claims are added to its claims.
 * @throws UsageError for two kinds of callers, or one that the target does not have.
 */
export function callerOf(
  { claim, context, identity }: CallerValues,
  target: Target,
  before?: GatewayAuthorizer,
): GatewayAuthorizer | undefined {
  const given = Object.entries({ claim, context, identity }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    const names = given.map(([name]) => `--${name}`).join(' and ');
    throw new UsageError(`${names} are the callers of different authorizers.`, 'Keep one of them.');
  }
  if (claim !== undefined) return claimsOf(Object.fromEntries(pairsOf(claim, '--claim')), target, before);
  if (context !== undefined) {
    if (target === 'function-url') throw new UsageError('A function URL has no Lambda authorizer.', 'Remove --context.');
    return { lambda: { context: Object.fromEntries(pairsOf(context, '--context')) } };
  }
  return identity === undefined ? undefined : { iam: { userArn: identity, ...accountOf(identity) } };
}

function claimsOf(claims: Record<string, string>, target: Target, before: GatewayAuthorizer | undefined): GatewayAuthorizer {
  const kind = CLAIMS[target];
  if (kind === undefined) throw new UsageError(`The target ${target} has no tokens with claims.`, 'Remove --claim.');
  if (kind === 'cognito') return { cognito: { claims: { ...(before && 'cognito' in before && before.cognito.claims), ...claims } } };
  const jwt = before && 'jwt' in before ? before.jwt : undefined;
  return { jwt: { ...jwt, claims: { ...jwt?.claims, ...claims } } };
}

/** `arn:aws:iam::123456789012:user/me`. */
function accountOf(arn: string): { accountId?: string } {
  const account = arn.split(':')[4];
  return account === undefined || account === '' ? {} : { accountId: account };
}
