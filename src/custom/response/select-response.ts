import type { CustomIntegration, IntegrationResponse } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import { startMeter, TemplateFailure } from '../meter.js';
import { compileRegex, matchesWhole } from '../regex/java-regex.js';
import { PatternError } from '../regex/pattern.js';

/** An integration response, and where it is. */
export interface Selected {
  readonly response: IntegrationResponse;
  /** Where it is in the integration. */
  readonly path: readonly ['responses', number];
}

/**
 * Selects the integration response. recorded [select-405, select-success-ignores-patterns]: the first whose pattern matches, else the default.
 *
 * @param message the message of the function's error. `undefined` if the function succeeded: patterns see an empty string then.
 */
export function selectResponse({ responses }: CustomIntegration, message: string | undefined, issues: CustomIssue[]): Selected | undefined {
  const candidates = responses.map((response, index): Selected => ({ response, path: ['responses', index] }));
  const isDefault = ({ response }: Selected): boolean => (response.selectionPattern ?? '') === '';
  const found = candidates.find((candidate) => !isDefault(candidate) && matches(candidate, message ?? '', issues));
  if (found !== undefined) return found;
  const fallback = candidates.find(isDefault);
  if (fallback === undefined) issues.push(customIssue('no-response', ['responses']));
  else if (message !== undefined) issues.push(customIssue('error-as-success', fallback.path));
  return fallback;
}

// reported [issue-multiline-error-not-matched]: the pattern has to match the whole message, and its dot no line end.
function matches({ response: { selectionPattern = '' }, path }: Selected, message: string, issues: CustomIssue[]): boolean {
  try {
    return matchesWhole(
      compileRegex(selectionPattern),
      message,
      startMeter(() => undefined),
    );
  } catch (error) {
    if (!(error instanceof PatternError || error instanceof TemplateFailure)) throw error;
    issues.push(customIssue('pattern-not-readable', [...path, 'selectionPattern'], error.message));
    return false;
  }
}
