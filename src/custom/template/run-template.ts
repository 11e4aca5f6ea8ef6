import { encodeText } from '../../http/text.js';
import { type CustomIssue, type CustomIssueCode, customIssue, type TemplatePlace } from '../integration/custom-issue.js';
import { TEMPLATE_FAILURES } from '../integration/failure-codes.js';
import type { JavaMap, Value } from '../java/value.js';
import { startMeter, TemplateFailure } from '../meter.js';
import { createInput, type InputSource, mapOf } from '../variables/input.js';
import { createUtil } from '../variables/util.js';
import { parseTemplate, type Template } from '../vtl/parse-template.js';
import { startRun } from '../vtl/render-template.js';
import { TemplateSyntaxError } from '../vtl/template-syntax-error.js';

/** What a template runs with. */
export interface TemplateVariables extends InputSource {
  /** `$context`. The template may change it. */
  readonly context: JavaMap;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/** The result of a template. */
export interface TemplateOutput {
  /** What it prints. `undefined` if an issue stopped it. */
  readonly text: string | undefined;
  readonly issues: readonly CustomIssue[];
}

/**
 * Runs a mapping template. Mistakes of the template are issues.
 *
 * @param path where the template is, for the issues.
 */
export function runTemplate(text: string, variables: TemplateVariables, path: CustomIssue['path']): TemplateOutput {
  const issues = createIssues(text, path);
  if (text.length > MAX_BYTES || encodeText(text).length > MAX_BYTES)
    return { text: undefined, issues: [customIssue('template-too-large', path)] };
  const template = parse(text, issues);
  if (template === undefined) return { text: undefined, issues: issues.list };
  const meter = startMeter((code, detail) => issues.add(code, run.place(), detail));
  const initial: Readonly<Record<string, Value>> = {
    input: createInput(variables, meter),
    util: createUtil(meter),
    context: variables.context,
    stageVariables: mapOf(variables.stageVariables),
  };
  const run = startRun(template, initial, meter);
  try {
    return { text: run.render(), issues: issues.list };
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    issues.stop(TEMPLATE_FAILURES[error.reason], run.place(), error.message);
    return { text: undefined, issues: issues.list };
  }
}

interface Issues {
  readonly list: CustomIssue[];
  /** Adds what was found on the way. */
  add(code: CustomIssueCode, offset: number, detail: string): void;
  /** Adds what stops the template. */
  stop(code: CustomIssueCode, offset: number, detail: string): void;
}

/** documented: the largest template that AWS accepts. */
const MAX_BYTES = 300 * 1024;

/** Details may come from the body, and be long. */
const MAX_DETAIL = 200;

/** A template of 300 KB can have very many mistakes. */
const MAX_ISSUES = 100;

/** Collects issues, each kind once for each place: a loop may find the same a thousand times. */
function createIssues(template: string, path: CustomIssue['path']): Issues {
  const list: CustomIssue[] = [];
  const known = new Set<string>();
  return {
    list,
    add(code, offset, detail) {
      const key = `${code} ${offset}`;
      if (known.has(key) || known.size >= MAX_ISSUES) return;
      known.add(key);
      stop(code, offset, detail);
    },
    stop,
  };

  function stop(code: CustomIssueCode, offset: number, detail: string): void {
    const short = detail.length > MAX_DETAIL ? `${detail.slice(0, MAX_DETAIL)}…` : detail;
    list.push(customIssue(code, path, short, placeAt(template, offset)));
  }
}

function parse(text: string, issues: Issues): Template | undefined {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    issues.stop('template-syntax', error.offset, error.message);
    return undefined;
  }
}

function placeAt(template: string, offset: number): TemplatePlace {
  const lines = template.slice(0, offset).split(/\r\n|[\n\r]/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
