import type { Evidence } from '../../aws/evidence.js';
import type { Target } from '../../aws/target.js';
import type { RequestIssueCode } from '../../gateway/request-issue.js';
import type { FailureType } from '../outcome/failure-type.js';
import type { OtherIssueCode, ResultIssueCode } from './other-rules.js';
import { type IssueRule, type PlainIssueCode, RESULT_RULES } from './rules.js';
import type { Severity } from './severity.js';

/** Stable codes of {@link Issue}: what can be wrong with a result or a request, and every type of failure. */
export type IssueCode = ResultIssueCode | RequestIssueCode | FailureType;

/**
 * One finding about a result. It is plain data, for programs and logs; `explainIssue` adds the sentences for people.
 */
export interface Issue {
  /** What was found, as a stable code. */
  code: IssueCode;
  /** How much it matters: {@link Severity}. */
  severity: Severity;
  /** Where: keys from the result inwards, for example `['headers', 'X-Id']`. Empty: the result as a whole. */
  path: readonly (string | number)[];
  /** The value that was found, in a word or two: a short value as JSON, otherwise its kind. Absent if the code and the path are enough. */
  found?: string;
  /** How well the gateway's behavior is known. */
  evidence: Evidence;
  /** The gateway that the issue is about. */
  target: Target;
}

/** An {@link Issue} in sentences: made by `explainIssue`. */
export interface ExplainedIssue extends Issue {
  /** The cause, in a sentence or two. */
  message: string;
  /** What to do about it. */
  fix: string;
}

/** The values of a single finding that differ from the table of rules. */
export interface Known {
  readonly evidence?: Evidence | undefined;
  readonly severity?: Severity | undefined;
}

/** The same with the rule of a code that no plain result causes. */
export interface KnownWithRule extends Known {
  readonly rule: IssueRule;
}

/** Adds an issue to the list of a rendering. */
export interface Report {
  (code: PlainIssueCode, path: Issue['path'], found?: string, known?: Known): void;
  (code: OtherIssueCode, path: Issue['path'], found: string | undefined, known: KnownWithRule): void;
}

/** Returns a function that adds issues to a list. */
export function createReport(issues: Issue[], target: Target): Report {
  return (code: ResultIssueCode, path: Issue['path'], found?: string, known?: Partial<KnownWithRule>) => {
    const [severity, evidence] = known?.rule ?? RESULT_RULES[code as PlainIssueCode]; // the others come with a rule
    issues.push({
      code,
      severity: known?.severity ?? severity,
      path,
      ...(found !== undefined && { found }),
      evidence: known?.evidence ?? (typeof evidence === 'string' ? evidence : evidence[target]),
      target,
    });
  };
}

/** Returns whether an issue makes the gateway answer in place of the function. */
export function isError({ severity }: Issue): boolean {
  return severity === 'error';
}
