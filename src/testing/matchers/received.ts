import type { Target } from '../../aws/target.js';
import { invalidOption } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { describeValue } from '../../http/describe-value.js';
import { isBytes, isObject } from '../../http/is-object.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { checkResult } from '../../render/check-result.js';
import { explainIssue } from '../../render/issues/explain-issue.js';
import type { ExplainedIssue, Issue } from '../../render/issues/issue.js';
import { renderResult } from '../../render/render-result.js';
import type { MatcherGateway } from './types.js';

/** A response, its issues, and the gateway that sends it, if it is known. */
export interface Seen {
  readonly response: HttpResponse;
  readonly issues: readonly ExplainedIssue[];
  readonly target: Target | undefined;
}

/**
 * Reads the received value as a response: what a renderer returned, an exchange of a local API, or a result that is rendered here.
 *
 * @throws GatewayError if it is a result and the gateway is missing; otherwise as `renderResult`.
 */
export function readResponse(received: unknown, gateway: MatcherGateway | undefined, request: HttpRequest | undefined): Seen {
  const response = [received, partOf(received, 'response')].find(isResponse);
  if (response !== undefined) {
    const issues = partOf(response, 'issues');
    return { response, issues: isIssues(issues) ? issues.map(explainOnce) : [], target: undefined };
  }
  const settings = requireGateway(received, gateway);
  const rendered = renderResult(received, settings, request);
  return { response: rendered, issues: rendered.issues.map(explainOnce), target: settings.target };
}

/**
 * Reads the issues of the received value: those that it has, or those of a result.
 *
 * @param given the gateway that the assertion names. The received value is then a result or a response.
 * @param fallback the gateway of all assertions, for a value without issues.
 * @throws GatewayError as {@link readResponse}.
 */
export function readIssues(
  received: unknown,
  { given, fallback }: { readonly given: MatcherGateway | undefined; readonly fallback: MatcherGateway | undefined },
  request: HttpRequest | undefined,
): readonly ExplainedIssue[] {
  const found = findIssues(received, given === undefined);
  return found === undefined ? checkResult(received, requireGateway(received, given ?? fallback), request) : found.map(explainOnce);
}

/** @param isAlone whether the assertion names no gateway, so an object with issues is not a result. */
function findIssues(received: unknown, isAlone: boolean): readonly Issue[] | undefined {
  const holder = [received, partOf(received, 'response')].find(isResponse) ?? (isAlone ? received : undefined);
  const issues = Array.isArray(holder) ? holder : partOf(holder, 'issues');
  return isIssues(issues) ? issues : undefined;
}

/**
 * Returns the settings of a gateway.
 *
 * @throws GatewayError if there is none.
 */
export function requireGateway(received: unknown, gateway: MatcherGateway | undefined): Gateway {
  if (gateway === undefined) {
    const reason = `The gateway is missing: ${describeValue(received)} is not a rendered response.`;
    throw new GatewayError('missing-option', ['gateway'], reason, "Pass its target, such as 'rest', or its settings.");
  }
  return typeof gateway === 'string' ? { target: gateway } : gateway;
}

/**
 * Rejects a promise, which no matcher waits for.
 *
 * @throws GatewayError `invalid-option`.
 */
export function refusePromise(received: unknown, matcher: string): void {
  if (typeof partOf(received, 'then') !== 'function') return;
  throw invalidOption(['received'], 'a value', received, `Wait for it: \`await expect(…).resolves.${matcher}(…)\`.`);
}

function isResponse(value: unknown): value is HttpResponse {
  return typeof partOf(value, 'status') === 'number' && Array.isArray(partOf(value, 'headers')) && isBytes(partOf(value, 'body'));
}

function isIssues(value: unknown): value is readonly Issue[] {
  return Array.isArray(value) && value.every((item) => typeof partOf(item, 'code') === 'string' && Array.isArray(partOf(item, 'path')));
}

function explainOnce(issue: Issue | ExplainedIssue): ExplainedIssue {
  return 'message' in issue && 'fix' in issue ? issue : explainIssue(issue);
}

/** Returns a property of an object. A result can have getters that throw: such a property is `undefined`. */
export function partOf(holder: unknown, name: string): unknown {
  try {
    return isObject(holder) ? holder[name] : undefined;
  } catch {
    return undefined;
  }
}
