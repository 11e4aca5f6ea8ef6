import { checkNames, invalidOption } from '../gateway/check-shape.js';
import { closestName } from '../gateway/did-you-mean.js';
import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import { describeValue } from '../http/describe-value.js';
import { isObject } from '../http/is-object.js';
import type { HttpRequest } from '../http/request.js';
import { checkResult } from './check-result.js';
import { ISSUE_CODES } from './issue-codes.js';
import type { Issue, IssueCode } from './issues/issue.js';
import { isAtLeast, SEVERITIES, type Severity } from './issues/severity.js';
import { ResultIssuesError } from './result-issues-error.js';

/** Which issues fail an assertion. */
export interface AssertOptions {
  /**
   * The lowest severity that fails. `'info'` fails for every issue, `'error'` only for a result that the gateway rejects. Default:
   * `'warning'`.
   */
  readonly severity?: Severity;
  /** Codes of issues to ignore. Default: none. */
  readonly ignore?: readonly IssueCode[];
}

/**
 * Asserts that the gateway accepts a result and treats it as you would expect. Use it in a test, with any framework. Issues with the
 * severity `info` pass.
 *
 * @param result as for `renderResult`.
 * @param gateway the settings of the gateway.
 * @param request the request that is answered. Default: a GET without headers.
 * @param options which issues fail.
 * @throws ResultIssuesError whose message has two lines for every issue: what is wrong and where, and what to do about it.
 * @throws GatewayError if an option is invalid; otherwise as `renderResult`.
 * @example
 * ```ts
 * import { assertNoIssues } from 'apigw-proxy';
 *
 * assertNoIssues({ statusCode: 200, body: 'hello', headers: { 'content-type': 'text/plain' } }, { target: 'rest' });
 * ```
 */
export function assertNoIssues(result: unknown, gateway: Gateway, request?: HttpRequest, options: AssertOptions = {}): void {
  const checked = checkOptions(options);
  const issues = checkResult(result, gateway, request).filter((issue) => isCounted(issue, checked));
  if (issues.length > 0) throw new ResultIssuesError(issues);
}

/** Returns whether an issue fails an assertion. */
export function isCounted(issue: Issue, { severity, ignore }: Required<AssertOptions>): boolean {
  return isAtLeast(issue.severity, severity) && !ignore.includes(issue.code);
}

/**
 * Checks the options of an assertion and fills in the defaults.
 *
 * @throws GatewayError if an option is invalid.
 */
export function checkOptions(options: AssertOptions): Required<AssertOptions> {
  const given: unknown = options;
  if (!isObject(given)) throw invalidOption(['options'], 'an object', given, "Pass an object such as { severity: 'error' }.");
  checkNames(options, ['severity', 'ignore'], []);
  const { severity = 'warning', ignore = [] } = options;
  if (!SEVERITIES.includes(severity)) throw invalidOption(['severity'], "'info', 'warning' or 'error'", severity, "Pass 'warning'.");
  if (!Array.isArray(ignore)) throw invalidOption(['ignore'], 'an array of codes', ignore, "Pass an array such as ['body-dropped'].");
  for (const [index, code] of ignore.entries()) checkCode(code, ['ignore', index]);
  return { severity, ignore };
}

/**
 * Checks the code of an issue.
 *
 * @throws GatewayError `invalid-option`, whose fix guesses the code that was meant.
 */
export function checkCode(code: unknown, path: readonly (string | number)[]): void {
  if (ISSUE_CODES.some((known) => known === code)) return;
  const meant = closestName(code, ISSUE_CODES);
  const fix = meant === undefined ? 'Pass the code of an issue.' : `Did you mean \`${meant}\`?`;
  throw new GatewayError('invalid-option', path, `Unknown issue code ${describeValue(code)}.`, fix);
}
