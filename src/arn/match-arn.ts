import { requireString } from '../http/argument-error.js';
import { formatExecuteApiArn, parseExecuteApiArn } from './execute-api-arn.js';
import { matchesGlob } from './glob.js';

/**
 * Returns whether an ARN matches a pattern, as IAM's `ArnLike` compares them.
 *
 * The six parts between colons are compared separately. `*` matches any characters, including slashes, and `?` matches one character.
 * Matching is case-sensitive. As the Lambda guide says, `ANY` as the method matches every method. Reports say that it doesn't on AWS;
 * `checkInvoke` warns about it.
 *
 * @param pattern a pattern, such as the `Resource` of a policy.
 * @param arn the ARN to compare.
 * @throws TypeError if an argument is not a string.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 * @example
 * ```ts
 * import { matchesArn } from 'apigw-proxy';
 *
 * const arn = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/users/1';
 * console.log(matchesArn('arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/*\/GET/*', arn)); // => true
 * console.log(matchesArn('arn:aws:execute-api:us-east-2:*:mnh1xmpli7/dev/*', arn)); // => false
 * ```
 */
export function matchesArn(pattern: string, arn: string): boolean {
  requireString(['pattern'], pattern);
  requireString(['arn'], arn);
  if (matchesArnLike(pattern, arn)) return true;
  const parts = parseExecuteApiArn(pattern);
  return parts?.method === 'ANY' && matchesArnLike(formatExecuteApiArn({ ...parts, method: '*' }), arn);
}

/** Compares like {@link matchesArn}, but `ANY` matches only itself. */
export function matchesArnLike(pattern: string, arn: string): boolean {
  const expected = partsOf(pattern);
  const given = partsOf(arn);
  return expected.length === given.length && expected.every((part, index) => matchesGlob(part, given[index] ?? ''));
}

/** Returns whether a pattern names the method `ANY`. */
export function hasAnyMethod(pattern: string): boolean {
  return parseExecuteApiArn(pattern)?.method === 'ANY';
}

/** Returns the parts between the first five colons. The last part may have more colons. */
function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])];
}
