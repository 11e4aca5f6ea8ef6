import type { Issue, Known, Report } from './issue.js';
import { OTHER_RULES, type OtherIssueCode } from './other-rules.js';

/** Reports one of the issues that a plain result can't cause. A bundle contains the table of their rules only if it contains this function. */
export function reportOther(report: Report, code: OtherIssueCode, path: Issue['path'], found?: string, known?: Known): void {
  report(code, path, found, { ...known, rule: OTHER_RULES[code] });
}
