import type { Evidence } from '../../aws/evidence.js';
import type { Target } from '../../aws/target.js';
import { FAILURE_ISSUES } from './failure-issues.js';
import type { IssueRule } from './issue-rule.js';
import { RESULT_ISSUES } from './result-issues.js';

/** Stable codes of {@link Issue}: what is wrong with a result, and every type of failure. */
export type IssueCode = keyof typeof ISSUES;

/** One finding about a result. */
export interface Issue {
  /** What was found, as a stable code. */
  code: IssueCode;
  /** `error`: the gateway answers in place of the function. `warning`: it works, but perhaps not as its author expects. */
  severity: 'error' | 'warning';
  /** Where: keys from the result inwards, for example `['headers', 'X-Id']`. Empty: the result as a whole. */
  path: readonly (string | number)[];
  /** The cause, in a sentence. */
  message: string;
  /** What to do about it, in a sentence. */
  cure: string;
  /** How well the gateway's behaviour is known. */
  evidence: Evidence;
}

const ISSUES = { ...RESULT_ISSUES, ...FAILURE_ISSUES } satisfies Readonly<Record<string, IssueRule>>;

/** All codes, in the order of the tables. */
export const ISSUE_CODES: readonly IssueCode[] = Object.keys(ISSUES) as IssueCode[]; // the keys of ISSUES are its codes

const GATEWAY: Readonly<Record<Target, string>> = {
  rest: 'a REST API',
  'http-1.0': 'an HTTP API with payload 1.0',
  'http-2.0': 'an HTTP API with payload 2.0',
  'function-url': 'a function URL',
  websocket: 'a WebSocket API',
};

/** Notes an issue: its code, where, what was found there, and better or worse evidence than the table's. */
export type Report = (code: IssueCode, path: Issue['path'], found?: string, evidence?: Evidence) => void;

/** A reporter that appends to a list. */
export function reporterTo(issues: Issue[], target: Target): Report {
  return (code, path, found = '', evidence) => {
    const rule: IssueRule = ISSUES[code];
    issues.push({
      code,
      severity: rule.severity,
      path,
      message: sentence(rule.message(found, GATEWAY[target])),
      cure: rule.cure,
      evidence: evidence ?? (typeof rule.evidence === 'string' ? rule.evidence : rule.evidence[target]),
    });
  };
}

/** What is said of a value in a message: itself if it is short, its kind otherwise. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
