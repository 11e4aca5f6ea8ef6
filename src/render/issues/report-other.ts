import type { Issue, Known, Report } from './issue.js';
import { OTHER_RULES, type OtherIssueCode } from './other-rules.js';

/** Reports what a plain result can't cause. Whoever calls this brings the table of its rules into a bundle. */
export function reportOther(report: Report, code: OtherIssueCode, path: Issue['path'], found?: string, known?: Known): void {
  report(code, path, found, { ...known, rule: OTHER_RULES[code] });
}
