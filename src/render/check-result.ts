import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { explainIssue } from './issues/explain-issue.js';
import type { ExplainedIssue } from './issues/issue.js';
import { findIssues } from './render-result.js';

/**
 * Checks a function's result: returns everything that makes the gateway reject it, or treat it in a way that you may not expect.
 * Every issue explains the cause and the fix.
 *
 * @param result as for `renderResult`.
 * @param gateway the settings of the gateway.
 * @param request the request that is answered. Default: a GET without headers.
 * @throws as `renderResult`.
 */
export function checkResult(result: unknown, gateway: Gateway, request?: HttpRequest): readonly ExplainedIssue[] {
  const issues = findIssues(result, gateway, request);
  return issues.length === 0 ? [] : issues.map(explainIssue);
}
