import { formatExecuteApiArn, parseExecuteApiArn } from './execute-api-arn.js';
import { matchesGlob } from './glob.js';

/**
 * Whether an ARN matches a pattern as IAM's `ArnLike` does: the six parts between colons match each for itself, with `*` for any
 * characters (slashes, too) and `?` for one, the case of letters counting. As the Lambda guide says, `ANY` in a pattern's place of the
 * method stands for every method; but see `checkInvoke`.
 *
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
  return matchesArnLike(pattern, arn) || (hasAnyMethod(pattern) && matchesArnLike(withEveryMethod(pattern), arn));
}

/** The same, letter by letter: `ANY` stands for nothing but itself. */
export function matchesArnLike(pattern: string, arn: string): boolean {
  const expected = partsOf(pattern);
  const given = partsOf(arn);
  return expected.length === given.length && expected.every((part, index) => matchesGlob(part, given[index] ?? ''));
}

/** Whether a pattern names the method `ANY`. */
export function hasAnyMethod(pattern: string): boolean {
  return parseExecuteApiArn(pattern)?.method === 'ANY';
}

function withEveryMethod(pattern: string): string {
  const parts = parseExecuteApiArn(pattern);
  return parts === undefined ? pattern : formatExecuteApiArn({ ...parts, method: '*' });
}

/** The parts between the first five colons; the last part may have more of them. */
function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])];
}
