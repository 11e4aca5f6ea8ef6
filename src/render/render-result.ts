import type { Gateway } from '../gateway/gateway.js';
import { allowsBody } from '../http/allows-body.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { statusTextOf } from '../http/status-text.js';
import { encodeText } from '../http/text.js';
import { answerFailure } from './answers/answer-failure.js';
import { answerPreflight, reportInvokedPreflight, reportRefusedPreflight } from './answers/preflight.js';
import { type Content, readBody } from './body/body.js';
import { compressBody } from './body/compression.js';
import { reportText } from './body/report-text.js';
import { compose, hasPlainIds } from './compose.js';
import { headOf, reportLength } from './headers/head.js';
import type { Issue, IssueCode } from './issues/issue.js';
import { ANSWER, OUTCOME, type Payload, readOutcome, type StreamedResult } from './outcome/outcome.js';
import type { BoundResult } from './read/bind.js';
import { readMarked, readResult, serialiseResult } from './read/read-result.js';
import { isRejected, PLAIN_GET, type Rendering, reportFailure, startRendering } from './rendering.js';
import { isStreaming } from './stream/streaming-mode.js';
import { answerUnstreamed } from './stream/unstreamed.js';
import { type FailureRules, OWN_FAILURES, rulesOf } from './targets/own-failures.js';
import type { RenderedResponse, RenderOptions, RenderTarget } from './types.js';
import { renderHandshake } from './websocket/render-handshake.js';
import { renderMessage } from './websocket/render-message.js';

/** Issues that lead to a different failure than a malformed result. */
const FAILURE_OF: ReadonlyMap<IssueCode, keyof typeof OWN_FAILURES> = new Map([
  ['unserialisable-result', 'function-error'],
  ['response-too-large', 'response-too-large'],
  ['base64-invalid', 'api-configuration'],
]);

/**
 * Renders the HTTP response that the client receives for a function's result. Never throws for a result: if the gateway rejects it, the
 * response is the gateway's 502 or 500, and an issue says why.
 *
 * @param result what the function returned, before the runtime serializes it. Or an outcome: `payload(text)`, the serialized result;
 * `streamedResult(metadata, body)`, what it streamed; `failure(type)`, such as `functionError()`.
 * @param gateway the settings of the gateway. A WebSocket API answers `$connect` with a response. The result of any other route becomes a
 * message, which has neither a status nor headers: `body` is the message, empty if none is sent, and `status` is 200 or, if the gateway
 * rejects the result, 500; see `renderMessage`.
 * @param request the request that is answered: its method, Accept, Accept-Encoding and Origin matter. Default: a GET without headers.
 * @param options options of rendering, such as a function that compresses.
 * @throws GatewayError if the settings, the request or the options are invalid.
 * @throws GatewayResponseError if a gateway response in the settings is invalid, even if the result doesn't need it.
 */
export function renderResult(
  result: unknown,
  gateway: Gateway,
  request: HttpRequest = PLAIN_GET,
  options: RenderOptions = {},
): RenderedResponse {
  if (isWebsocket(gateway)) return renderWebsocket(result, gateway);
  const rendering = startRendering(gateway as Gateway<RenderTarget>, request, options); // the other targets are RenderTargets
  const { status, statusText, headers, body } = answerPreflight(rendering) ?? answer(result, rendering);
  return { status, statusText, headers, body, ok: !isRejected(rendering), issues: rendering.issues };
}

/**
 * Returns only the issues that {@link renderResult} would return. Text bodies are not encoded.
 *
 * @throws as `renderResult`.
 */
export function findIssues(result: unknown, gateway: Gateway, request: HttpRequest = PLAIN_GET): readonly Issue[] {
  if (isWebsocket(gateway)) return renderWebsocket(result, gateway).issues;
  const rendering = startRendering(gateway as Gateway<RenderTarget>, request, NO_OPTIONS, false); // the other targets are RenderTargets
  if (answerPreflight(rendering) === undefined) answer(result, rendering);
  return rendering.issues;
}

const NO_OPTIONS: RenderOptions = {};

function isWebsocket(gateway: Gateway | undefined): gateway is Gateway<'websocket'> {
  return gateway?.target === 'websocket';
}

function renderWebsocket(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  if (gateway.route === '$connect') return renderHandshake(result, gateway);
  const { frame = '', ok, issues } = renderMessage(result, gateway);
  const status = ok ? 200 : 500;
  return { status, statusText: statusTextOf(status), headers: [], body: encodeText(frame), ok, issues };
}

function answer(result: unknown, rendering: Rendering): HttpResponse {
  const outcome = readOutcome(result);
  if (outcome !== undefined && 'type' in outcome) {
    const rules = rulesOf(outcome);
    reportFailure(rules, rendering);
    reportRefusedPreflight(rules, rendering);
    return answerFailure(rules, rendering, outcome);
  }
  if (outcome !== undefined && 'bytes' in outcome) return answerStreamed(outcome, rendering);
  if (isStreaming(rendering.gateway)) return answerUnstreamed(outcome?.text ?? serialiseResult(result, rendering), rendering);
  const bound = outcome === undefined ? readResult(result, rendering) : readMarked(outcome, rendering);
  const content = bound && readBody(bound, rendering);
  return bound === undefined || content === undefined || isRejected(rendering)
    ? answerFailure(failureOf(rendering), rendering)
    : answerBound(bound, content, rendering);
}

function answerStreamed(stream: StreamedResult, rendering: Rendering): HttpResponse {
  const answerStream = stream[ANSWER] as (stream: StreamedResult, rendering: Rendering) => HttpResponse | Payload; // streamedBytes() put it there
  const response = answerStream(stream, rendering);
  return OUTCOME in response ? answer(response, rendering) : response;
}

function failureOf({ issues }: Rendering): FailureRules {
  const type = issues.map(({ code }) => FAILURE_OF.get(code)).find((known) => known !== undefined);
  return OWN_FAILURES[type ?? 'malformed-result'];
}

function answerBound(bound: BoundResult, content: Content, rendering: Rendering): HttpResponse {
  const { status } = bound;
  const { type, fields, isEncoded } = headOf(bound, content.isEmpty, rendering);
  // Compression depends on the size of the body.
  const bytes = rendering.needsBody || rendering.gateway.minimumCompressionSize != null ? content.encode() : NO_BODY;
  const compressed = isEncoded ? undefined : compressBody(bytes, rendering);
  if (!content.isEmpty && !allowsBody(status)) rendering.report('body-dropped', ['body'], `${status}`);
  reportText(bound, rendering);
  reportLength(status, rendering);
  reportInvokedPreflight(status, rendering);
  if (!rendering.needsBody && hasPlainIds(rendering.gateway)) return NO_RESPONSE;
  if (compressed === undefined) return compose({ status, type, fields, body: bytes, isResult: true }, rendering);
  const encoded: readonly HttpField[] = [...fields, ['Content-Encoding', compressed.coding]];
  return compose({ status, type, fields: encoded, body: compressed.bytes, isResult: true }, rendering);
}

const NO_BODY = new Uint8Array(0);
/** Stands for a response that nobody reads. */
const NO_RESPONSE: HttpResponse = { status: 0, statusText: '', headers: [], body: NO_BODY };
