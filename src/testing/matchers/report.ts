import type { Target } from '../../aws/target.js';
import { formatNameOf } from '../../render/issues/explain.js';
import type { ExplainedIssue } from '../../render/issues/issue.js';
import { formatIssue } from '../../render/result-issues-error.js';

/** Joins the paragraphs of a message. Empty ones are left out. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** Lists issues, each with its cause and its fix. Returns an empty string if there are none. */
export function listIssues(issues: readonly ExplainedIssue[], title = issues.length === 1 ? 'The issue:' : 'The issues:'): string {
  return issues.length === 0 ? '' : [title, ...issues.map(formatIssue)].join('\n');
}

/** Begins a sentence with the gateway that sends a response: `The response of a REST API`. */
export function responseOf(target: Target | undefined): string {
  return target === undefined ? 'The response' : `The response of ${formatNameOf(target)}`;
}

/** Puts a mark in front of each line. */
export function mark(sign: '-' | '+' | ' ', text: string): string {
  return text
    .split('\n')
    .map((line) => `${sign} ${line}`)
    .join('\n');
}
