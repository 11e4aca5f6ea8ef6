import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import type { Issue, IssueCode } from './issues/issues.js';
import { checkResult } from './render-result.js';

/** Issues of the request and the settings, which no other result would avoid. */
const UNAVOIDABLE: ReadonlySet<IssueCode> = new Set(['preflight-answered', 'message-in-frames', 'compression-not-applied']);

/** A result with issues, as {@link assertNoIssues} finds it. */
export class ResultIssuesError extends Error {
  override readonly name = 'ResultIssuesError';
  /** What was found. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super([`The result has ${issues.length === 1 ? 'an issue' : `${issues.length} issues`}:`, ...issues.map(lineOf)].join('\n'));
    this.issues = issues;
  }
}

/**
 * Passes for a result that its gateway takes and treats as its author expects; for a test, in any framework. What the result cannot help,
 * as that a preflight request does not reach the function, is let pass.
 *
 * @param result as for `renderResult`.
 * @param gateway the settings of the gateway.
 * @param request the request that is answered. Default: a GET without headers.
 * @throws ResultIssuesError whose message has a line for every issue: code, path, cause and cure.
 * @example
 * ```ts
 * import { assertNoIssues } from 'apigw-proxy';
 *
 * assertNoIssues({ statusCode: 200, body: 'hello', headers: { 'content-type': 'text/plain' } }, { target: 'rest' });
 * ```
 */
export function assertNoIssues(result: unknown, gateway: Gateway, request?: HttpRequest): void {
  const issues = checkResult(result, gateway, request).filter((issue) => !isUnavoidable(issue));
  if (issues.length > 0) throw new ResultIssuesError(issues);
}

function isUnavoidable({ code, path }: Issue): boolean {
  // An assumption that is about no part of the result is about the request.
  return UNAVOIDABLE.has(code) || (code === 'behaviour-assumed' && path.length === 0);
}

function lineOf({ code, severity, path, message, cure, evidence }: Issue): string {
  const where = path.length === 0 ? 'the result' : path.join('.');
  return `  ${severity} ${code} at ${where}: ${message} ${cure} (${evidence})`;
}
