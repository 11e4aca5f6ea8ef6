import { REQUEST_RULES } from '../gateway/request-issue.js';
import type { IssueCode } from './issues/issue.js';
import { ALL_RESULT_RULES } from './issues/other-rules.js';
import { FAILURES } from './targets/failures.js';

/**
 * All codes: what can be wrong with a result, what can be found in a request, then every type of failure.
 *
 * @example
 * ```ts
 * import { ISSUE_CODES } from 'apigw-proxy';
 *
 * console.log(ISSUE_CODES.includes('body-not-text')); // => true
 * ```
 */
export const ISSUE_CODES: readonly IssueCode[] = [
  ...(Object.keys(ALL_RESULT_RULES) as (keyof typeof ALL_RESULT_RULES)[]), // the keys of an object literal
  ...(Object.keys(REQUEST_RULES) as (keyof typeof REQUEST_RULES)[]), // the keys of an object literal
  ...(Object.keys(FAILURES) as (keyof typeof FAILURES)[]), // the keys of a record
];
