import { headerPairs } from '../accessors/header.js';
import { STREAMING } from '../aws/streaming-mark.js';
import type { Target } from '../aws/target.js';
import { invalidOption } from '../gateway/check-shape.js';
import type { Gateway } from '../gateway/gateway.js';
import { isObject } from '../http/is-object.js';
import type { HttpRequest } from '../http/request.js';
import { checkResult } from './check-result.js';
import type { ExplainedIssue, IssueCode } from './issues/issue.js';
import { isAtLeast, SEVERITIES, type Severity } from './issues/severity.js';
import { formatIssue, ResultIssuesError } from './result-issues-error.js';

/** A handler that returns its result, or a promise of it. */
export type CheckedHandler = (event: never, context: never) => unknown;

/** Options of {@link checked}. */
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
 * Returns the same handler with a check of every result: if the gateway would reject the result, or treat it in a way that you may not expect,
 * you find the cause and the fix in the log of the function. The result is returned unchanged.
 *
 * The check runs after each call of the handler. If the handler throws, nothing is checked.
 *
 * @param handler a handler that returns its result. For WebSocket APIs, the route is taken from the event.
 * @param target the target that gets the results, or all settings of the gateway, such as `binaryMediaTypes`.
 * @param options which issues count, and what to do about them. Default: warnings and errors are logged.
 * @throws GatewayError if the target, a setting or an option is invalid, or if the handler streams or has a callback.
 * @example
 * ```ts
 * import { type APIGatewayProxyEvent, buildRestEvent } from 'apigw-proxy';
 * import { checked } from 'apigw-proxy/render';
 *
 * const getUser = async (_event: APIGatewayProxyEvent) => ({ statusCode: 200, body: { name: 'Ada' } });
 * export const handler = checked(getUser, 'rest', { onIssue: ({ code, message }) => console.log(code, message) });
 *
 * await handler(buildRestEvent());
 * // => body-not-text `body` is an object, but a REST API only accepts a string. The client gets a 502.
 * ```
 */
export function checked<THandler extends CheckedHandler>(
  handler: THandler,
  target: Target | Gateway,
  options: CheckedOptions = {},
): THandler {
  checkHandler(handler);
  const report = reporterOf(options);
  const gateway: Gateway = typeof target === 'string' ? { target } : target;
  // Invalid settings throw now, and not with the first request.
  checkResult({ statusCode: 200 }, gateway);
  const check = (result: unknown, event: unknown): unknown => {
    report(checkResult(result, withRoute(gateway, event), requestOf(event)), event);
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

/** Returns the settings for an event. A WebSocket API treats the result of each route differently. */
function withRoute(gateway: Gateway, event: unknown): Gateway {
  if (gateway.target !== 'websocket' || gateway.route !== undefined) return gateway;
  const { routeKey } = contextOf(event);
  return typeof routeKey === 'string' ? { ...gateway, route: routeKey } : gateway;
}

/** Returns the request of an event, as far as the response depends on it; `undefined` if there is none. */
function requestOf(event: unknown): HttpRequest | undefined {
  if (!isObject(event)) return undefined;
  const { http } = contextOf(event);
  const method = isObject(http) ? http['method'] : event['httpMethod'];
  return typeof method === 'string' ? { method, target: '/', headers: headerPairs(event) } : undefined;
}

function contextOf(event: unknown): Readonly<Record<string, unknown>> {
  const context = isObject(event) ? event['requestContext'] : undefined;
  return isObject(context) ? context : {};
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
