import { argumentError, requireObject, requireString } from '../http/argument-error.js';
import { accountOf, regionOf } from './arn-fields.js';
import { type ConditionContext, type KnownKeys, keysOf, keysOfService } from './condition-keys.js';
import type { ConditionKeys } from './conditions.js';
import { denialOf, doubtsOf, type InvokeFailure, missesOf } from './findings.js';
import type { FunctionPolicy } from './function-policy.js';
import { type FunctionUrlAuthType, isService, requireAuthType, URL_ACTIONS } from './function-url-permission.js';
import { decide, type Judged } from './judge-statement.js';
import { arnOf, type Caller, namesAccountOnly } from './principal.js';

/** A call to a function URL. */
export interface FunctionUrlCall {
  /** ARN of the function, with the alias if the URL belongs to one. */
  readonly functionArn: string;
  /** The URL's `AuthType`. */
  readonly authType: FunctionUrlAuthType;
  /** With `AWS_IAM`, who signed the request: the ARN of a user, a role or its session, or a service such as `cloudfront.amazonaws.com`. */
  readonly principal?: string;
  /**
   * Whether the caller's own policies allow both actions. If they do, a caller in the function's account needs no statement in the function's
   * policy; a caller in another account still does. If they don't, a statement must name the caller, not only its account. Default: only the
   * function's policy is checked.
   */
  readonly allowedByCaller?: boolean;
  /** Other condition keys of the request, such as `{ 'aws:SourceArn': '…' }` for a service. `null` means that there is no such key. */
  readonly context?: ConditionContext;
}

/** Whether a policy allows a call to a function URL, and if not, why. */
export interface FunctionUrlCheck {
  /** Whether the policy allows both actions. If it does not, the client gets a 403. */
  readonly allowed: boolean;
  /** Why it is not allowed. Empty if it is. */
  readonly failures: readonly FunctionUrlFailure[];
  /** Conditions that matter for the result but can't be evaluated here. */
  readonly warnings: readonly FunctionUrlFailure[];
}

/** One reason why an action is not allowed. */
export interface FunctionUrlFailure extends Omit<InvokeFailure, 'statement' | 'code'> {
  /** The action that is not allowed. */
  readonly action: (typeof URL_ACTIONS)[number];
  /** The statement: its Sid, or its index in the policy. Absent for `no-statement` and `caller-not-allowed`. */
  readonly statement?: string | number;
  /**
   * `no-statement` if no Allow statement has the action; `caller-not-allowed` if the caller's own policies don't allow it; otherwise a code
   * of `checkInvoke`.
   */
  readonly code: InvokeFailure['code'] | 'no-statement' | 'caller-not-allowed';
}

/**
 * Explains why a function URL answers 403: returns whether the function's policy allows a call, and if not, which action lacks a statement
 * or which part of a statement does not match. A caller needs both `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`.
 *
 * Evaluates conditions as `checkInvoke` does.
 *
 * @param policy the function's resource-based policy, as `GetPolicy` returns it, parsed.
 * @param call the function, its `AuthType`, and the caller.
 * @throws TypeError if the policy is not an object with statements; if a statement's `Effect` is not `Allow` or `Deny`; if `functionArn`,
 *   `authType` or a value of `context` is invalid; or if `principal` is missing with `AWS_IAM`.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 * @example
 * ```ts
 * import { checkFunctionUrl, functionPolicy, functionUrlStatements } from 'apigw-proxy';
 *
 * const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
 * const [invokeUrl] = functionUrlStatements({ functionArn, authType: 'NONE' });
 * const { failures } = checkFunctionUrl(functionPolicy(invokeUrl), { functionArn, authType: 'NONE' });
 * console.log(failures[0]?.message); // => No statement allows `lambda:InvokeFunction`, which a function URL needs since October 2025.
 * ```
 */
export function checkFunctionUrl(policy: FunctionPolicy, call: FunctionUrlCall): FunctionUrlCheck {
  requireObject(['call'], call);
  requireString(['call', 'functionArn'], call.functionArn);
  const caller = callerOf(call);
  const checks = URL_ACTIONS.map((action) => checkAction(policy, call, caller, action));
  const failures = checks.flatMap((check) => check.failures);
  return { allowed: failures.length === 0, failures, warnings: checks.flatMap((check) => check.warnings) };
}

function callerOf({ authType, principal }: FunctionUrlCall): Caller {
  if (requireAuthType(['call', 'authType'], authType) === 'NONE') return 'anonymous';
  const name = requireString(['call', 'principal'], principal, 'Pass the ARN of the role or user that signs the request, or a service.');
  if (isService(name)) return { service: name };
  if (name.startsWith('arn:')) return { arn: name };
  throw argumentError(['call', 'principal'], 'an ARN or the name of a service', name);
}

type Action = FunctionUrlFailure['action'];

function checkAction(policy: FunctionPolicy, call: FunctionUrlCall, caller: Caller, action: Action): Omit<FunctionUrlCheck, 'allowed'> {
  const { functionArn, allowedByCaller } = call;
  const { denial, allowing, grants } = decide(policy, { caller, action, resource: functionArn, known: knownOf(call, caller, action) });
  const withAction = (found: readonly InvokeFailure[]): FunctionUrlFailure[] => found.map((failure) => ({ ...failure, action }));
  if (denial !== undefined) return { failures: withAction([denialOf(denial)]), warnings: withAction(doubtsOf(denial)) };
  const arn = arnOf(caller);
  const isOwnAccount = hasAccount(arn, accountOf(functionArn));
  if (allowedByCaller === true && isOwnAccount) return { failures: [], warnings: [] };
  if (grants.length > 0) {
    const lacksOwn = allowedByCaller === false && needsOwnPolicy(arn, isOwnAccount, grants);
    return { failures: lacksOwn ? [callerFailure(action, isOwnAccount)] : [], warnings: [] };
  }
  const close = allowing.filter(hasAction);
  return {
    failures: close.length === 0 ? [missingStatement(action)] : withAction(close.flatMap(missesOf)),
    warnings: withAction(close.flatMap(doubtsOf)),
  };
}

/** documented: a caller in another account needs its own policy, too. A service and an anonymous caller have no ARN and no policy. */
function needsOwnPolicy(arn: string | undefined, isOwnAccount: boolean, grants: readonly Judged[]): boolean {
  return arn !== undefined && (!isOwnAccount || grants.every(({ parts }) => namesAccountOnly(parts, arn)));
}

function hasAccount(arn: string | undefined, account: string | undefined): boolean {
  return arn !== undefined && account !== undefined && accountOf(arn) === account;
}

function hasAction({ parts }: Judged): boolean {
  return parts.some(({ path, holds }) => path[0]?.endsWith('Action') === true && holds === true);
}

/**
 * documented: each action has one key about the URL. A URL requires TLS. A request without credentials has no principal and no
 * organization.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
function knownOf({ functionArn, authType, context }: FunctionUrlCall, caller: Caller, action: Action): ConditionKeys {
  const isOfUrl = action === 'lambda:InvokeFunctionUrl';
  const known: KnownKeys = {
    ...keysOfCaller(caller),
    'aws:SecureTransport': true,
    'aws:RequestedRegion': regionOf(functionArn),
    'lambda:FunctionUrlAuthType': isOfUrl ? authType : null,
    'lambda:InvokedViaFunctionUrl': isOfUrl ? null : true,
  };
  return keysOf(known, context);
}

function keysOfCaller(caller: Caller): KnownKeys {
  if (caller === 'anonymous') return { 'aws:PrincipalIsAWSService': false, 'aws:PrincipalOrgID': null, 'aws:PrincipalArn': null };
  if ('service' in caller) return keysOfService(caller.service);
  return { 'aws:PrincipalIsAWSService': false, 'aws:PrincipalAccount': accountOf(caller.arn) };
}

function missingStatement(action: Action): FunctionUrlFailure {
  return {
    action,
    path: ['Statement'],
    code: 'no-statement',
    message: `No statement allows \`${action}\`, which a function URL needs${action === 'lambda:InvokeFunction' ? ' since October 2025' : ''}.`,
    fix: 'Add both statements that `functionUrlStatements` returns to the policy.',
  };
}

function callerFailure(action: Action, isOwnAccount: boolean): FunctionUrlFailure {
  const why = isOwnAccount ? 'the statement names only the account' : 'a caller in another account needs that, too';
  return {
    action,
    path: [],
    code: 'caller-not-allowed',
    message: `The caller's own policies don't allow \`${action}\`, and ${why}.`,
    fix: `Allow \`${action}\` in the policy of the caller's role or user.`,
  };
}
