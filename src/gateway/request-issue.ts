import type { Evidence } from '../aws/evidence.js';
import type { Target } from '../aws/target.js';
import type { RefusalCode } from './error.js';

/** What can be found in a request that the gateway accepts: severity and evidence of each. */
export const REQUEST_RULES = {
  /** The event has the body as text, and the text is not what the client sent. */
  'request-bytes-lost': ['warning', 'reported'], // reported [rest-multipart-without-binary-types-told]
  /** The Host header is a name that AWS gives to another kind of gateway, so the event doesn't have it. */
  'request-host-ignored': ['warning', 'assumed'],
  /** A REST API splits the query at a semicolon. */
  'request-query-split': ['warning', 'documented'],
  /** An HTTP API ends the path at an encoded question mark. */
  'request-path-cut': ['warning', 'recorded'], // recorded [http2-question-mark-cuts-path]
  /** An HTTP API decodes a slash, so that it separates two segments. */
  'request-slash-decoded': ['info', 'reported'], // reported [http2-encoded-slash-splits-segments]
  /** The request is nearly as large as the gateway allows. */
  'request-near-limit': ['warning', 'documented'],
  /** The URL doesn't start with the stage or the base path, so no API gets the request. */
  'request-prefix-missing': ['warning', 'documented'],
  /** Routes match the path, but none of them has the method. */
  'request-method-unknown': ['warning', 'documented'],
  /** No route matches the path, but one is close to it. */
  'request-route-close': ['warning', 'documented'],
  /** The authorizer of the route can't run here, so a local API refuses every request. */
  'route-closed': ['warning', 'documented'],
} as const satisfies Readonly<Record<string, readonly [RequestIssue['severity'], Evidence]>>;

/** Stable codes of {@link RequestIssue}: what can be found in a request, and why the gateway refuses it. */
export type RequestIssueCode = RefusalCode | RequestFinding;

/** Codes of what can be found in a request that the gateway accepts. */
export type RequestFinding = keyof typeof REQUEST_RULES;

/** One finding about a request. It has the form of an `Issue` about a result, and `explainIssue` explains both. */
export interface RequestIssue {
  /** What was found, as a stable code. */
  code: RequestIssueCode;
  /** `error`: the gateway refuses the request. `warning`: the function gets something else than the client sent. `info`: nothing to fix. */
  severity: 'error' | 'warning' | 'info';
  /** Where: keys from the request inwards, such as `['body']` or `['target']`. */
  path: readonly (string | number)[];
  /** What is there, in a word or two. Absent if the code and the path say everything. */
  found?: string;
  /** How well the gateway's behavior is known. */
  evidence: Evidence;
  /** The gateway that the issue is about. */
  target: Target;
}

/** A {@link RequestIssue} in sentences. */
export interface ExplainedRequestIssue extends RequestIssue {
  /** The cause, in a sentence or two. */
  message: string;
  /** What to do about it. */
  fix: string;
}
