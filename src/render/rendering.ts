import type { Target } from '../aws/target.js';
import { checkTarget } from '../gateway/check-gateway.js';
import { checkHeaders } from '../gateway/check-headers.js';
import { invalidOption } from '../gateway/check-shape.js';
import { customizationOf } from '../gateway/customization.js';
import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import { isObject } from '../http/is-object.js';
import type { HttpRequest } from '../http/request.js';
import { type Cors, corsCodeOf } from './cors.js';
import type { AssumedTopic } from './issues/assumed-topic.js';
import { createReport, type Issue, isError, type Known, type Report } from './issues/issue.js';
import type { SentenceTable } from './issues/sentences.js';
import { type Outcome, readOutcome, SENTENCES } from './outcome/outcome.js';
import { DIALECTS, type Dialect } from './targets/dialect.js';
import type { FailureRules } from './targets/own-failures.js';
import type { RenderOptions, RenderTarget } from './types.js';

/** The data that the steps of rendering a result share. */
export interface Rendering extends Reading {
  readonly gateway: Gateway<RenderTarget>;
  readonly request: HttpRequest;
  readonly options: RenderOptions;
  /** What the CORS configuration does; `undefined` without one. */
  readonly cors: Cors | undefined;
}

/** The parts of a rendering that are needed to read a result. */
export interface Reading {
  readonly target: Target;
  readonly dialect: Dialect;
  /** What was found so far. */
  readonly issues: Issue[];
  readonly report: Report;
  /** Sentences of issues that a plain result can't have. They travel with the settings and the outcome that cause them. */
  readonly explanations: (SentenceTable | undefined)[];
}

/** What was found in a result, and the sentences that a plain result doesn't need. */
export type Findings = Pick<Reading, 'issues' | 'explanations'>;

/** The request of a client that sends no headers. */
export const PLAIN_GET: HttpRequest = { method: 'GET', target: '/', headers: [] };

/**
 * Starts to render a result.
 *
 * @throws GatewayError if the settings, the request or the options are invalid.
 * @throws GatewayResponseError if a gateway response in the settings is invalid.
 */
export function startRendering(gateway: Gateway<RenderTarget>, request: HttpRequest, options: RenderOptions = {}): Rendering {
  checkRenderTarget(gateway);
  if (request !== PLAIN_GET) checkRequest(request);
  const customization = customizationOf(gateway);
  customization?.check(gateway);
  if (!isObject(options)) throw invalidOption(['options'], 'an object', options, 'Pass an object, or leave it out.');
  return createRendering(gateway, request, options, customization?.sentences as SentenceTable | undefined); // customizeResponses() put it there
}

/** The same for arguments that are valid. */
export function createRendering(
  gateway: Gateway<RenderTarget>,
  request: HttpRequest,
  options: RenderOptions = {},
  sentences?: SentenceTable,
): Rendering {
  const { target } = gateway;
  const issues: Issue[] = [];
  const report = createReport(issues, target);
  const corsCode = corsCodeOf(gateway);
  const cors = corsCode?.start(request, gateway);
  const explanations = [sentences, corsCode?.sentences];
  return { target, dialect: DIALECTS[target], issues, report, gateway, request, options, cors, explanations };
}

/**
 * Checks that settings are those of an API whose results become responses.
 *
 * @throws GatewayError `invalid-option`, `unknown-target` or `wrong-target`.
 */
function checkRenderTarget(gateway: Gateway): asserts gateway is Gateway<RenderTarget> {
  checkSettings(gateway);
  const { target } = gateway;
  if (Object.hasOwn(DIALECTS, target)) return;
  const reason = `The target \`${target}\` has no responses.`;
  throw new GatewayError('wrong-target', ['target'], reason, `Use one of ${Object.keys(DIALECTS).join(', ')}.`);
}

/** Returns whether settings are those of a WebSocket API. */
export function isWebsocket(gateway: Gateway | undefined): gateway is Gateway<'websocket'> {
  return gateway?.target === 'websocket';
}

/** Starts to read a result. */
export function startReading(dialect: Dialect, { target }: Gateway): Reading {
  const issues: Issue[] = [];
  return { target, dialect, issues, report: createReport(issues, target), explanations: [] };
}

/**
 * Checks that settings are an object with a target.
 *
 * @throws GatewayError `invalid-option` or `unknown-target`.
 */
export function checkSettings(gateway: Gateway): void {
  if (!isObject(gateway)) throw invalidOption(['gateway'], 'an object', gateway, "Pass settings such as { target: 'rest' }.");
  checkTarget(gateway.target);
}

/** Reads an outcome, or returns `undefined` for an ordinary result. Keeps the sentences that the outcome brings along. */
export function startOutcome(result: unknown, { explanations }: Reading): Outcome | undefined {
  const outcome = readOutcome(result);
  if (outcome !== undefined) explanations.push(outcome[SENTENCES] as SentenceTable | undefined); // what the maker of the outcome put there
  return outcome;
}

/** Returns whether something was found that makes the gateway answer in place of the function. */
export function isRejected({ issues }: { readonly issues: readonly Issue[] }): boolean {
  return issues.some(isError);
}

/** Reports a failure. */
export function reportFailure({ type, evidence }: Pick<FailureRules, 'type' | 'evidence'>, { issues, target }: Reading): void {
  issues.push({ code: type, severity: 'error', path: [], evidence: typeof evidence === 'string' ? evidence : evidence[target], target });
}

/** Reports that the response relies on unknown behavior. */
export function assume({ report }: Pick<Reading, 'report'>, topic: AssumedTopic, path: Issue['path'] = [], known: Known = {}): void {
  report('behaviour-assumed', path, topic, known);
}

function checkRequest(request: HttpRequest): void {
  if (!isObject(request)) throw invalidOption(['request'], 'an object', request, "Pass { method: 'GET', target: '/', headers: [] }.");
  const { method, target, headers } = request;
  if (typeof method !== 'string') throw invalidOption(['method'], 'a string', method, "Pass a method such as 'GET'.");
  if (typeof target !== 'string') throw invalidOption(['target'], 'a string', target, "Pass a path such as '/users/1'.");
  checkHeaders(headers);
}
