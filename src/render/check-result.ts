import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { findIssues } from './find-issues.js';
import { explain } from './issues/explain.js';
import type { ExplainedIssue, IssueCode } from './issues/issue.js';
import { OWN_FAILURE_SENTENCES } from './issues/own-failure-sentences.js';
import { RESULT_SENTENCES } from './issues/result-sentences.js';
import type { Sentences, SentenceTable } from './issues/sentences.js';
import type { Reading } from './rendering.js';

/**
 * Checks a function's result: returns everything that makes the gateway reject it, or treat it in a way that you may not expect.
 * Every issue explains the cause and the fix.
 *
 * @param result as for `renderResult`.
 * @param gateway the settings of the gateway.
 * @param request the request that is answered. Default: a GET without headers.
 * @throws as `renderResult`.
 * @example
 * ```ts
 * import { checkResult } from 'apigw-proxy';
 *
 * const [issue] = checkResult({ statusCode: 200, body: { id: 1 } }, { target: 'rest' });
 * console.log(issue?.code, issue?.fix); // => body-not-text Return `JSON.stringify(...)` as `body`.
 * ```
 */
export function checkResult(result: unknown, gateway: Gateway, request?: HttpRequest): readonly ExplainedIssue[] {
  const { issues, explanations } = findIssues(result, gateway, request);
  return issues.length === 0 ? [] : issues.map((issue) => explain(issue, sentencesOf(issue.code, explanations)));
}

/** Returns the sentences of a code. A plain result can't cause most failures; whatever else causes an issue brings its sentences along. */
function sentencesOf(code: IssueCode, explanations: Reading['explanations']): Sentences {
  const table = explanations.find((sentences) => sentences?.[code] !== undefined) ?? OWN_SENTENCES;
  return table[code] as Sentences; // the types of the tables cover all codes that a renderer reports
}

const OWN_SENTENCES: SentenceTable = { ...RESULT_SENTENCES, ...OWN_FAILURE_SENTENCES };
