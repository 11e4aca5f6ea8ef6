import { type CustomIssue, customIssue, isRefused } from '../integration/custom-issue.js';
import { getText, isObject } from '../java/value.js';
import { OVERRIDE_NAMES, overrideMaps, repeatedOverrides, replacedOverrides } from '../variables/overrides.js';
import type { RequestVariables } from '../variables/request-variables.js';
import type { ChosenTemplate } from './choose-template.js';
import { type Content, templateText } from './content.js';
import { runTemplate } from './run-template.js';

/** Runs a template over a body. `undefined` if an issue stops it. */
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
  const before = overrideMaps(context);
  const output = runTemplate(template.text, { body, parameters: variables.parts().parameters, context, stageVariables }, path);
  for (const issue of output.issues) issues.push(issue);
  for (const map of replacedOverrides(before, context)) issues.push(customIssue('override-replaced', path, `$context.${map}`));
  for (const name of OVERRIDE_NAMES) {
    const override = getText(context, name);
    const repeated = isObject(override) && override.kind === 'map' ? repeatedOverrides(name, override) : [];
    for (const parameter of repeated) issues.push(customIssue('override-repeated', path, parameter));
  }
  return output.text === undefined || isRefused(issues) ? undefined : { kind: 'text', text: output.text };
}
