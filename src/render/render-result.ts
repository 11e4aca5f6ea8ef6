import type { Gateway } from '../gateway/gateway.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import type { BoundResult } from './bind.js';
import { bodyBytes } from './body.js';
import { allowsBody, compose } from './compose.js';
import { codingOf } from './compression.js';
import { defaultContentType } from './content-type.js';
import { corsFields, corsOf } from './cors.js';
import { DIALECTS } from './dialect.js';
import { answerTo } from './failures.js';
import { answerFailure, preflight } from './gateway-answer.js';
import { type Issue, type IssueCode, reporterTo } from './issues.js';
import { mergeHeaders } from './merge-headers.js';
import { type FailureType, isFailure } from './outcome.js';
import { readResult } from './read-result.js';
import type { Rendering } from './rendering.js';
import { sentFields } from './sent-fields.js';
import type { RenderedResponse, RenderOptions, RenderTarget } from './types.js';

/** The request of a client that says nothing of itself. */
const PLAIN_GET: HttpRequest = { method: 'GET', target: '/', headers: [] };

/** documented: the limit of all headers of a response, in bytes. */
const MAX_HEADERS = 10_240;

/** Refusals that are another failure than a malformed result. */
const FAILURE_OF: ReadonlyMap<IssueCode, FailureType> = new Map([
  ['unserialisable-result', 'function-error'],
  ['response-too-large', 'response-too-large'],
  ['base64-invalid', 'api-configuration'],
]);

/**
 * What the client receives for a function's result. Never throws on a result: what the gateway refuses becomes its 502 or 500, and an
 * issue says why.
 *
 * @param result what the function returned, before the runtime serialises it; or `payload(text)`, the serialised form; or a
 * `failure(type)` such as `functionError()`.
 * @param gateway the settings of the gateway.
 * @param request the request that is answered: method, Accept, Accept-Encoding and Origin matter. Default: a GET without headers.
 * @param options what rendering cannot do by itself.
 */
export function renderResult(
  result: unknown,
  gateway: Gateway<RenderTarget>,
  request: HttpRequest = PLAIN_GET,
  options: RenderOptions = {},
): RenderedResponse {
  const issues: Issue[] = [];
  const rendering: Rendering = {
    gateway,
    dialect: DIALECTS[gateway.target],
    request,
    options,
    issues,
    report: reporterTo(issues, gateway.target),
  };
  const { status, statusText, headers, body } = answeredPreflight(rendering) ?? answered(result, rendering);
  return { status, statusText, headers, body, ok: !issues.some(isError), issues };
}

/** The issues of a result alone; the arguments are those of {@link renderResult}. */
export function checkResult(result: unknown, gateway: Gateway<RenderTarget>, request?: HttpRequest): readonly Issue[] {
  return renderResult(result, gateway, request).issues;
}

function answeredPreflight({ gateway, request, report }: Rendering): HttpResponse | undefined {
  const answer = preflight(request, gateway);
  if (answer !== undefined) report('preflight-answered', []);
  return answer;
}

function answered(result: unknown, rendering: Rendering): HttpResponse {
  if (isFailure(result)) {
    rendering.report(result.type, []);
    return refused(result.type, rendering);
  }
  const bound = readResult(result, rendering);
  const body = bound && bodyBytes(bound, rendering);
  const isRefused = rendering.issues.some(isError);
  return bound === undefined || body === undefined || isRefused
    ? refused(failureOf(rendering), rendering)
    : accepted(bound, body, rendering);
}

function failureOf({ issues }: Rendering): FailureType {
  const special = issues.find(({ code }) => FAILURE_OF.has(code));
  return (special && FAILURE_OF.get(special.code)) ?? 'malformed-result';
}

function refused(type: FailureType, { gateway, request, report }: Rendering): HttpResponse {
  const { status, body, evidence } = answerTo(type, gateway.target);
  if (evidence === 'assumed') report('answer-assumed', [], `${status} with ${body}`);
  return answerFailure(type, gateway, request);
}

function accepted(bound: BoundResult, body: Uint8Array, rendering: Rendering): HttpResponse {
  const { gateway, dialect, request, options, report } = rendering;
  const { status } = bound;
  const sent = sentFields(mergeHeaders(bound, dialect, report), rendering);
  const type = sent.type ?? defaultContentType(bound, body.length === 0, rendering);
  const coding = sent.isEncoded ? undefined : codingOf(body.length, rendering);
  const compressed = coding && options.compress?.(coding, body);
  const cors = corsOf(gateway);
  const fields: HttpField[] = [...sent.fields];
  if (coding !== undefined && compressed !== undefined) fields.push(['Content-Encoding', coding]);
  if (cors !== undefined) fields.push(...corsFields(cors, request));
  if (body.length > 0 && !allowsBody(status)) report('body-dropped', ['body'], `${status}`);
  const size = sizeOf(type) + sizeOf(fields);
  if (size > MAX_HEADERS) report('headers-too-large', ['headers'], `${size}`);
  return compose({ status, type, fields, body: compressed ?? body, isResult: true }, gateway, request);
}

function sizeOf(fields: readonly HttpField[]): number {
  return fields.reduce((size, [name, value]) => size + name.length + value.length, 0);
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
