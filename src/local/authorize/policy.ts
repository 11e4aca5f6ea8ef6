import { keysOf } from '../../arn/condition-keys.js';
import { doubtsOf, type InvokeFailure } from '../../arn/findings.js';
import { matchesGlob } from '../../arn/glob.js';
import { decide } from '../../arn/judge-statement.js';
import type { HttpRequest } from '../../http/request.js';
import type { PolicyDocument, Statement } from '../../types/authorizer-result.js';

/** The action of a client that calls a method. */
const ACTION = 'execute-api:Invoke';

/** The versions of the policy language. */
const VERSIONS: readonly string[] = ['2012-10-17', '2008-10-17'];

/** Whether a policy lets a client call a method. */
export interface PolicyVerdict {
  readonly allowed: boolean;
  /** Conditions that matter for the result but can't be evaluated here. */
  readonly warnings: readonly InvokeFailure[];
}

/**
 * Checks whether a policy lets a client call a method: a statement allows it and none denies it. If a condition can't be evaluated, a Deny
 * counts and an Allow does not. assumed: a policy that IAM would reject allows nothing.
 *
 * @param arn The method's ARN, `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function checkPolicy(policy: PolicyDocument, arn: string, { sourceIp }: Pick<HttpRequest, 'sourceIp'>): PolicyVerdict {
  if (!VERSIONS.includes(policy.Version) || policy.Statement.some(isAmbiguous)) return { allowed: false, warnings: [] };
  // documented: every API requires TLS.
  const known = keysOf({ 'aws:SecureTransport': true, ...(sourceIp !== undefined && { 'aws:SourceIp': sourceIp }) });
  const { denial, allowing, grants } = decide(policy, { action: ACTION, resource: arn, known, matchesResource: matchesGlob });
  const doubts = denial === undefined ? (grants.length > 0 ? [] : allowing.flatMap(doubtsOf)) : doubtsOf(denial);
  return { allowed: denial === undefined && grants.length > 0, warnings: doubts.map((doubt) => ({ ...doubt, fix: FIX })) };
}

const FIX = 'Use a String, Arn, Bool or Null operator with `aws:SourceIp` or `aws:SecureTransport`, or test this condition on AWS.';

/** Checks for a statement that IAM rejects, such as one with both `Action` and `NotAction`. */
function isAmbiguous(statement: Statement): boolean {
  return ('Action' in statement && 'NotAction' in statement) || ('Resource' in statement && 'NotResource' in statement);
}
