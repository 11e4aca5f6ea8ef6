import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { findIssues } from './find-issues.js';
import { explain } from './issues/explain.js';
import { FAILURE_SENTENCES } from './issues/failure-sentences.js';
import type { ExplainedIssue, Issue } from './issues/issue.js';
import { RESULT_SENTENCES } from './issues/result-sentences.js';
import type { ResultIssueCode } from './issues/rules.js';
import type { Sentences } from './issues/sentences.js';
import type { FailureType } from './outcome/failure-type.js';

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
  return issues.length === 0 ? [] : issues.map(explainFinding);
}

function explainFinding(issue: Issue): ExplainedIssue {
  return explain(issue, SENTENCES[issue.code as Finding]); // the other codes are for requests
}

type Finding = ResultIssueCode | FailureType;

const SENTENCES: Readonly<Record<Finding, Sentences>> = { ...RESULT_SENTENCES, ...FAILURE_SENTENCES };
