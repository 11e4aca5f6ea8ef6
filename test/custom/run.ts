import { emptyMap, putText, type Value } from '../../src/custom/java/value.js';
import { type Budget, startMeter, TemplateFailure } from '../../src/custom/meter.js';
import { createInput, mapOf } from '../../src/custom/variables/input.js';
import { createUtil } from '../../src/custom/variables/util.js';
import { parseTemplate, type Template } from '../../src/custom/vtl/parse-template.js';
import { startRun } from '../../src/custom/vtl/render-template.js';
import { TemplateSyntaxError } from '../../src/custom/vtl/template-syntax-error.js';

/** A template and what it reads, in the form that the Java program reads, too. */
export interface Question {
  readonly template: string;
  readonly body: string;
  readonly params?: Readonly<Record<'path' | 'querystring' | 'header', Readonly<Record<string, string>>>>;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly stageVariables?: Readonly<Record<string, string>>;
  readonly budget?: Budget;
}

/** What a template prints, or why it stops. */
export type Printed = { readonly text: string } | { readonly stops: 'syntax' | TemplateFailure['reason']; readonly message: string };

/**
 * Runs a template without an integration around it. Only documented failures are caught.
 *
 * @param parsed the template, if it is parsed already.
 */
export function run({ template, body, params, context = {}, stageVariables = {}, budget }: Question, parsed?: Template): Printed {
  const meter = startMeter(() => undefined, budget);
  const { path = {}, querystring = {}, header = {} } = params ?? {};
  const variables = {
    input: createInput({ body, parameters: { path, querystring, header } }, meter),
    util: createUtil(meter),
    context: quiet(context),
    stageVariables: mapOf(stageVariables),
  };
  try {
    return { text: startRun(parsed ?? parseTemplate(template), variables, meter).render() };
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return { stops: 'syntax', message: error.message };
    if (error instanceof TemplateFailure) return { stops: error.reason, message: error.message };
    throw error;
  }
}

function quiet(value: unknown): Value {
  if (typeof value !== 'object' || value === null) return String(value);
  const map = emptyMap('nothing');
  for (const [name, inner] of Object.entries(value)) putText(map, name, quiet(inner));
  return map;
}
