import { STREAMING } from '../aws/streaming-mark.js';
import { invalidOption } from '../gateway/check-shape.js';
import { isObject } from '../http/is-object.js';
import { explainIssues } from './issues/explain.js';
import type { ExplainedIssue, IssueCode } from './issues/issue.js';
import { RESULT_SENTENCES } from './issues/result-sentences.js';
import { isAtLeast, SEVERITIES, type Severity } from './issues/severity.js';
import type { Findings } from './rendering.js';
import { formatIssue, ResultIssuesError } from './result-issues-error.js';

/** A handler that returns its result, or a promise of it. */
export type CheckedHandler = (event: never, context: never) => unknown;

/** Options of `checked` and `checkedWebsocket`. */
export interface CheckedOptions {
  /**
   * What to do with the issues of a result. `'log'`: log each with `console.error` or, if the client still gets the result, `console.warn`.
   * `'throw'`: throw a `ResultIssuesError`, so that the invocation fails. A function is called with each issue and the event; if it throws, the
   * invocation fails. Default: `'log'`.
   */
  readonly onIssue?: 'log' | 'throw' | ((issue: ExplainedIssue, event: unknown) => void);
  /** The lowest severity that counts. With `'error'`, only a result that the gateway rejects counts. Default: `'warning'`. */
  readonly severity?: Severity;
  /** Codes of issues to ignore. Default: none. */
  readonly ignore?: readonly IssueCode[];
}

/**
 * Returns a handler that finds the issues of each result and reports them.
 *
 * @throws GatewayError if an option is invalid, or if the handler streams or has a callback.
 */
export function withCheck<THandler extends CheckedHandler>(
  handler: THandler,
  options: CheckedOptions,
  find: (result: unknown, event: unknown) => Findings,
): THandler {
  checkHandler(handler);
  const report = reporterOf(options);
  const check = (result: unknown, event: unknown): unknown => {
    const { issues, explanations } = find(result, event);
    if (issues.length > 0) report(explainIssues(issues, [...explanations, RESULT_SENTENCES]), event);
    return result;
  };
  const call = handler as unknown as (event: unknown, context: unknown) => unknown; // the caller passes what the handler's type says
  const wrapper = (event: unknown, context: unknown): unknown => {
    const result = call(event, context);
    return isThenable(result) ? result.then((value) => check(value, event)) : check(result, event);
  };
  return wrapper as unknown as THandler; // it accepts and returns what the handler does
}

function checkHandler(handler: unknown): void {
  if (typeof handler === 'function' && !Reflect.has(handler, STREAMING) && handler.length < 3) return;
  const fix = "Pass an async handler that returns its result. Streaming handlers and handlers with a callback can't be checked.";
  throw invalidOption(['handler'], 'a handler that returns its result', handler, fix);
}

type Report = (issues: readonly ExplainedIssue[], event: unknown) => void;

/** Returns the function that gets the issues of each result. */
function reporterOf({ onIssue = 'log', severity = 'warning', ignore = [] }: CheckedOptions): Report {
  if (!SEVERITIES.includes(severity)) throw invalidOption(['severity'], "'info', 'warning' or 'error'", severity, "Pass 'warning'.");
  if (!Array.isArray(ignore)) throw invalidOption(['ignore'], 'an array of codes', ignore, "Pass an array such as ['body-dropped'].");
  const report = typeof onIssue === 'function' ? reportEach(onIssue) : REPORTS.get(onIssue);
  if (report === undefined) throw invalidOption(['onIssue'], "'log', 'throw' or a function", onIssue, "Pass 'log'.");
  return (all, event) => {
    const issues = all.filter((issue) => isAtLeast(issue.severity, severity) && !ignore.includes(issue.code));
    if (issues.length > 0) report(issues, event);
  };
}

const REPORTS: ReadonlyMap<unknown, Report> = new Map<unknown, Report>([
  ['log', reportEach((issue) => console[issue.severity === 'error' ? 'error' : 'warn'](formatIssue(issue).trim()))],
  [
    'throw',
    (issues) => {
      throw new ResultIssuesError(issues);
    },
  ],
]);

function reportEach(onIssue: (issue: ExplainedIssue, event: unknown) => void): Report {
  return (issues, event) => {
    for (const issue of issues) onIssue(issue, event);
  };
}

/** Returns the request context of an event; empty if there is none. */
export function contextOf(event: unknown): Readonly<Record<string, unknown>> {
  const context = isObject(event) ? event['requestContext'] : undefined;
  return isObject(context) ? context : {};
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function'; // no other value has it
}
