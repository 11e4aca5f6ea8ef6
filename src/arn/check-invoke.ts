import { requireObject, requireString } from '../http/argument-error.js';
import { accountOf, regionOf } from './arn-fields.js';
import { type ConditionContext, type KnownKeys, keysOf, keysOfService } from './condition-keys.js';
import type { ConditionKeys } from './conditions.js';
import { denialOf, doubtsOf, type InvokeFailure, missesOf } from './findings.js';
import { API_GATEWAY, type FunctionPolicy } from './function-policy.js';
import { decide, type Judged } from './judge-statement.js';
import { hasAnyMethod, matchesArnLike } from './match-arn.js';

/** An invocation of a function by an API. */
export interface Invocation {
  /** ARN of the function as the integration names it, with the alias or version. */
  readonly functionArn: string;
  /** Source ARN of the request, as `sourceArnOf` returns it. */
  readonly sourceArn: string;
  /** Account that owns the API. Default: the account in `sourceArn`. */
  readonly sourceAccount?: string;
  /**
   * Other condition keys of the request, such as `{ 'aws:SourceOrgID': 'o-1' }`. `null` means that the request has no such key. Default: only
   * the keys that every invocation by an API has.
   */
  readonly context?: ConditionContext;
}

/** Whether a policy allows an invocation, and why. */
export interface InvokeCheck {
  /** Whether the policy allows it. If it does not, the client gets a 500. */
  readonly allowed: boolean;
  /** The statement that decided: its Sid, or its index in the policy. Absent if no statement allows the invocation. */
  readonly decidedBy?: string | number;
  /** Why it is not allowed: the parts that do not match, for each `Allow` statement; or the `Deny` statement. Empty if it is allowed. */
  readonly failures: readonly InvokeFailure[];
  /**
   * Conditions that matter for the result but can't be evaluated here, and parts of the policy that work according to AWS's guide but
   * reportedly don't.
   */
  readonly warnings: readonly InvokeFailure[];
}

/**
 * Returns whether a function's policy allows an API to invoke the function for a request. If not, the result says which part of which
 * statement does not match.
 *
 * A `Deny` statement wins over every `Allow`. Conditions can have the String, Arn, Bool and Null operators, each but Null with `IfExists`,
 * `ForAllValues:` or `ForAnyValue:`. If a condition can't be evaluated, a `Deny` counts, an `Allow` does not, and there is a warning.
 *
 * @param policy the function's resource-based policy, as `GetPolicy` returns it, parsed.
 * @param invocation the function, and the source ARN of the request.
 * @throws TypeError if the policy is not an object with statements, for example because it is JSON text; if a statement's `Effect` is not
 *   `Allow` or `Deny`; or if an ARN or a value of `context` has the wrong type.
 * @example
 * ```ts
 * import { checkInvoke, functionPolicy, invokeStatement } from 'apigw-proxy';
 *
 * const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
 * const api = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7';
 * const policy = functionPolicy(invokeStatement({ functionArn, sourceArn: `${api}/*\/GET/users` }));
 * console.log(checkInvoke(policy, { functionArn, sourceArn: `${api}/prod/GET/users` }).allowed); // => true
 * ```
 */
export function checkInvoke(policy: FunctionPolicy, invocation: Invocation): InvokeCheck {
  requireObject(['invocation'], invocation);
  const resource = requireString(['invocation', 'functionArn'], invocation.functionArn);
  const sourceArn = requireString(['invocation', 'sourceArn'], invocation.sourceArn);
  const caller = { service: API_GATEWAY };
  const { denial, allowing, grants } = decide(policy, { caller, action: 'lambda:InvokeFunction', resource, known: knownOf(invocation) });
  if (denial !== undefined) return { allowed: false, decidedBy: denial.name, failures: [denialOf(denial)], warnings: doubtsOf(denial) };
  const [grant] = grants;
  if (grant === undefined) return { allowed: false, failures: allowing.flatMap(missesOf), warnings: allowing.flatMap(doubtsOf) };
  return { allowed: true, decidedBy: grant.name, failures: [], warnings: warningsOf(grants, sourceArn) };
}

function knownOf({ functionArn, sourceArn, sourceAccount, context }: Invocation): ConditionKeys {
  const known: KnownKeys = {
    ...keysOfService(API_GATEWAY),
    'aws:SourceArn': sourceArn,
    'aws:SourceAccount': sourceAccount ?? accountOf(sourceArn),
    'aws:RequestedRegion': regionOf(functionArn),
    'lambda:FunctionUrlAuthType': null,
    // assumed: the key is there, too, if the function is not invoked through its URL.
    'lambda:InvokedViaFunctionUrl': false,
  };
  return keysOf(known, context);
}

/**
 * documented: `ANY` matches every method. reported [rest-permission-any, rest-permission-any-star]: with such a policy the client gets a
 * 500, and `*` works.
 */
function warningsOf(grants: readonly Judged[], sourceArn: string): readonly InvokeFailure[] {
  const doubtful = grants.map(({ name, parts }) => ({ name, part: parts.find(({ expected }) => matchesByAny(expected, sourceArn)) }));
  if (doubtful.some(({ part }) => part === undefined)) return [];
  return doubtful.map(({ name, part }) => ({
    statement: name,
    path: part?.path ?? [],
    code: 'any-method',
    message: 'AWS documents that `ANY` matches every method, but people report that it matches none.',
    fix: 'Write `*` instead of `ANY`.',
  }));
}

/** Returns whether the values match only because `ANY` matches every method. */
function matchesByAny(expected: readonly string[], sourceArn: string): boolean {
  return expected.some(hasAnyMethod) && !expected.some((pattern) => matchesArnLike(pattern, sourceArn));
}
