import { explainIssue } from '../render/issues/explain-issue.js';
import type { Issue } from '../render/issues/issue.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

const COLOURS = { error: 'red', warning: 'yellow', info: 'dim' } as const;

/** Returns two lines for each issue: what is wrong and where, then what to do about it. */
export function issueLines(issues: readonly Issue[], isColoured: boolean): string[] {
  return findingLines(issues.map(explainIssue), isColoured);
}

/** A finding with its sentences. */
type Finding = Pick<ReturnType<typeof explainIssue>, 'severity' | 'path' | 'message' | 'fix'> & { readonly code: string };

/** The same for findings that have their sentences already. */
export function findingLines(findings: readonly Finding[], isColoured: boolean): string[] {
  return findings.flatMap(({ severity, code, path, message, fix }) => {
    const place = path.length === 0 ? '' : ` at ${path.join('.')}`;
    const mark = paint(severity, COLOURS[severity], isColoured);
    return [`  ${mark} ${code}${printable(`${place}: ${message}`)}`, `    ${printable(fix)}`];
  });
}
