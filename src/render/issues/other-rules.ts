import { by } from '../../aws/evidence.js';
import { type IssueRule, type PlainIssueCode, RESULT_RULES } from './rules.js';

/** Stable codes of what can be wrong with a result. */
export type ResultIssueCode = PlainIssueCode | OtherIssueCode;

/** Stable codes of what a plain result can't cause. */
export type OtherIssueCode = keyof typeof OTHER_RULES;

/**
 * What only a stream, a payload, a WebSocket API, a handler, CORS or gateway responses can cause. A bundle has this table only with the code
 * for one of them, which reports with `reportOther`.
 */
export const OTHER_RULES = {
  'payload-not-json': ['error', 'assumed'],
  'stream-without-prelude': ['error', by('documented', 'assumed', 'assumed', 'reported')], // [url-stream-metadata-type-only]
  'prelude-not-json': ['error', by('documented', 'assumed', 'assumed', 'assumed')],
  'stream-unsupported': ['error', 'assumed'],
  'stream-failed': ['error', 'assumed'],
  'message-too-large': ['error', 'documented'],
  'duplicate-key': ['warning', 'assumed'],
  'stream-buffered': ['warning', by('documented', 'assumed', 'assumed', 'assumed')],
  'content-length-wrong': ['warning', 'assumed'],
  'message-not-sent': ['warning', 'documented'],
  'message-in-frames': ['info', 'documented'],
  'not-visible': ['warning', 'reported'], // [ws-iss-status-not-visible]
  'preflight-invoked': ['warning', 'reported'], // [http2-preflight-any-route-invoked]
  // documented: the runtime of Node.js 24 has no callbacks.
  'callback-handler': ['warning', 'documented'],
  'result-fits-other': ['warning', 'documented'],
  'handler-fits-other': ['warning', 'documented'],
  'gateway-response-assumed': ['warning', 'assumed'],
  'variable-without-value': ['warning', 'assumed'],
} as const satisfies Readonly<Record<string, IssueRule>>;

/** The rules of all of them. */
export const ALL_RESULT_RULES: Readonly<Record<ResultIssueCode, IssueRule>> = { ...RESULT_RULES, ...OTHER_RULES };
