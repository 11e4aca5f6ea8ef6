import type { CustomIntegration, IntegrationResponse, TemplateIntegration } from '../integration/custom-integration.js';
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
 * Selects the integration response for the end of a function. recorded [select-405, select-success-ignores-patterns]: patterns are compared
 * with the message of its error.
 *
 * @param message the message of the function's error. `undefined` if the function succeeded: in this case, patterns see an empty string.
 */
export function selectResponse(integration: CustomIntegration, message: string | undefined, issues: CustomIssue[]): Selected | undefined {
  const found = selectByText(integration, message ?? '', issues);
  if (found !== undefined && isDefault(found) && message !== undefined) issues.push(customIssue('error-as-success', found.path));
  return found;
}

/** Selects the first integration response whose pattern matches a text, else the default. Adds an issue if there is none. */
export function selectByText(
  { responses }: Pick<TemplateIntegration, 'responses'>,
  text: string,
  issues: CustomIssue[],
): Selected | undefined {
  const candidates = responses.map((response, index): Selected => ({ response, path: ['responses', index] }));
  const matching = candidates.find((candidate) => !isDefault(candidate) && matches(candidate, text, issues));
  const found = matching ?? candidates.find(isDefault);
  if (found === undefined) issues.push(customIssue('no-response', ['responses']));
  return found;
}

function isDefault({ response }: Selected): boolean {
  return (response.selectionPattern ?? '') === '';
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
    const code = error instanceof PatternError ? 'pattern-not-readable' : 'pattern-too-expensive';
    issues.push(customIssue(code, [...path, 'selectionPattern'], error.message));
    return false;
  }
}
