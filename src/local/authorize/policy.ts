import { matchesGlob } from '../../arn/glob.js';
import type { PolicyDocument, Statement } from '../../types/authorizer-result.js';

/** The action of a client that calls a method, in lower case. */
const ACTION = 'execute-api:invoke';

/** The versions of the policy language. */
const VERSIONS: readonly string[] = ['2012-10-17', '2008-10-17'];

/**
 * Checks whether a policy lets a client call a method: a statement allows it and none denies it. Conditions are not evaluated; they count
 * as true. assumed: a policy that IAM would reject allows nothing.
 *
 * @param arn The method's ARN, `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function allows({ Version, Statement: statements }: PolicyDocument, arn: string): boolean {
  if (!VERSIONS.includes(Version) || statements.some(isAmbiguous)) return false;
  const effects = statements.filter((statement) => covers(statement, arn)).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

/** Checks for a statement that IAM rejects, such as one with both `Action` and `NotAction`. */
function isAmbiguous(statement: Statement): boolean {
  return ('Action' in statement && 'NotAction' in statement) || ('Resource' in statement && 'NotResource' in statement);
}

/** Checks whether a statement applies to a method. */
function covers(statement: Statement, arn: string): boolean {
  const isAction = 'Action' in statement ? matchesAction(statement.Action) : !matchesAction(statement.NotAction);
  const isResource = 'Resource' in statement ? matchesAny(statement.Resource, arn) : !matchesAny(statement.NotResource, arn);
  return isAction && isResource;
}

// documented: the case of an action does not matter.
function matchesAction(patterns: string | readonly string[]): boolean {
  return [patterns].flat().some((pattern) => matchesGlob(pattern.toLowerCase(), ACTION));
}

function matchesAny(patterns: string | readonly string[], arn: string): boolean {
  return [patterns].flat().some((pattern) => matchesGlob(pattern, arn));
}
