import { formatPath } from '../gateway/check-shape.js';
import { instanceCheck, markError } from '../http/error-mark.js';
import type { ExplainedIssue } from './issues/issue.js';

/**
 * Thrown by `assertNoIssues` and `checked` if a result has issues.
 *
 * @example
 * ```ts
 * import { assertNoIssues, ResultIssuesError } from 'apigw-proxy';
 *
 * try {
 *   assertNoIssues({ statusCode: 200, body: {} }, { target: 'rest' });
 * } catch (error) {
 *   if (error instanceof ResultIssuesError) console.log(error.issues.map(({ code }) => code)); // => [ 'body-not-text' ]
 * }
 * ```
 */
export class ResultIssuesError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('ResultIssuesError');
  override readonly name = 'ResultIssuesError';
  /** The issues. */
  readonly issues: readonly ExplainedIssue[];

  constructor(issues: readonly ExplainedIssue[]) {
    super([`The result has ${issues.length === 1 ? 'an issue' : `${issues.length} issues`}:`, ...issues.map(formatIssue)].join('\n'));
    markError(this, 'ResultIssuesError');
    this.issues = issues;
  }
}

/** Returns an issue in two lines: what is wrong and where, and what to do about it. */
export function formatIssue({ code, severity, path, message, fix, evidence }: ExplainedIssue): string {
  const where = path.length === 0 ? 'the result' : formatPath(path);
  return `  ${severity} ${code} at ${where} (${evidence}): ${message}\n    ${fix}`;
}
