import { type AssertOptions, checkCode, checkOptions, isCounted } from '../../render/assert-no-issues.js';
import type { ExplainedIssue, IssueCode } from '../../render/issues/issue.js';
import { listIssues, paragraphs } from './report.js';
import type { MatcherOutcome } from './types.js';

/** Looks for an issue with a code. The issues are read after the code is checked. */
export function haveIssue(code: IssueCode, readIssues: () => readonly ExplainedIssue[]): MatcherOutcome {
  checkCode(code, ['code']);
  const issues = readIssues();
  const found = issues.filter((issue) => issue.code === code);
  const pass = found.length > 0;
  return {
    pass,
    message: () =>
      pass
        ? paragraphs(`Expected no issue \`${code}\`.`, listIssues(found))
        : paragraphs(`Expected the issue \`${code}\`${issues.length === 0 ? ', but there are no issues' : ''}.`, listIssues(issues)),
  };
}

/** Looks for any issue that the options don't exclude. */
export function haveNoIssues(options: AssertOptions, readIssues: () => readonly ExplainedIssue[]): MatcherOutcome {
  const checked = checkOptions(options);
  const issues = readIssues().filter((issue) => isCounted(issue, checked));
  return {
    pass: issues.length === 0,
    message: () =>
      issues.length === 0
        ? `Expected an issue with the severity \`${checked.severity}\` or higher, but there is none.`
        : paragraphs('Expected no issues.', listIssues(issues)),
  };
}
