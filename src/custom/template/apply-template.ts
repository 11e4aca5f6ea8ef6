import { type CustomIssue, customIssue, isRefused } from '../integration/custom-issue.js';
import { getText, isObject } from '../java/value.js';
import { type OverrideName, repeatedOverrides } from '../variables/overrides.js';
import type { RequestVariables } from '../variables/request-variables.js';
import type { ChosenTemplate } from './choose-template.js';
import { type Content, templateText } from './content.js';
import { runTemplate } from './run-template.js';

/**
 * Runs a template over a body. `undefined` if an issue stops it.
 *
 * @param overrides the override that the template is for: setting one of its parameters twice is an error.
 */
export function applyTemplate(
  template: ChosenTemplate,
  content: Content,
  variables: RequestVariables,
  path: CustomIssue['path'],
  issues: CustomIssue[],
): Content | undefined {
  const body = templateText(content);
  if (body === undefined) {
    issues.push(customIssue('binary-with-template', path));
    return undefined;
  }
  const { stageVariables } = variables;
  const context = variables.context();
  const output = runTemplate(template.text, { body, parameters: variables.parts().parameters, context, stageVariables }, path);
  for (const issue of output.issues) issues.push(issue);
  for (const name of OVERRIDES) {
    const override = getText(context, name);
    const repeated = isObject(override) && override.kind === 'map' ? repeatedOverrides(name, override) : [];
    for (const parameter of repeated) issues.push(customIssue('override-repeated', path, parameter));
  }
  return output.text === undefined || isRefused(issues) ? undefined : { kind: 'text', text: output.text };
}

const OVERRIDES: readonly OverrideName[] = ['requestOverride', 'responseOverride'];
