import type { Gateway } from '../gateway/gateway.js';
import { allowsBody } from '../http/allows-body.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { statusTextOf } from '../http/status-text.js';
import { encodeText } from '../http/text.js';
import { answerFailure, answerPreflight } from './answers/gateway-answer.js';
import { bodyBytes } from './body/body.js';
import { compressed } from './body/compression.js';
import { compose } from './compose.js';
import { headOf, reportLength } from './headers/head.js';
import type { Issue, IssueCode } from './issues/issues.js';
import { type FailureType, isFailure, payload } from './outcome/outcome.js';
import { isStreamedResult, type StreamedResult } from './outcome/streamed-result.js';
import type { BoundResult } from './read/bind.js';
import { readResult } from './read/read-result.js';
import { isRefused, PLAIN_GET, type Rendering, renderingOf } from './rendering.js';
import { composeStreamed, headOfStream, isStreaming } from './stream/streaming.js';
import { answerUnstreamed } from './stream/unstreamed.js';
import { knownFailure } from './targets/failures.js';
import type { RenderedResponse, RenderOptions, RenderTarget } from './types.js';
import { renderHandshake } from './websocket/render-handshake.js';
import { renderMessage } from './websocket/render-message.js';

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
 * @param result what the function returned, before the runtime serialises it; or `payload(text)`, the serialised form; or
 * `streamedResult(metadata, body)`, what it streamed; or a `failure(type)` such as `functionError()`.
 * @param gateway the settings of the gateway. A WebSocket API answers `$connect` by a response. The result of any other route becomes a
 * message, which has neither status nor headers: `body` is the message, empty where none is sent, and `status` only says 200 or, where the
 * gateway refuses the result, 500; see `renderMessage`.
 * @param request the request that is answered: method, Accept, Accept-Encoding and Origin matter. Default: a GET without headers.
 * @param options what rendering cannot do by itself.
 * @throws GatewayError when the settings name a target that there is not.
 * @throws GatewayResponseError when a gateway response in force needs what this library does not do.
 */
export function renderResult(
  result: unknown,
  gateway: Gateway,
  request: HttpRequest = PLAIN_GET,
  options: RenderOptions = {},
): RenderedResponse {
  if (isWebsocket(gateway)) return gateway.route === '$connect' ? renderHandshake(result, gateway) : messageAsResponse(result, gateway);
  const rendering = renderingOf(gateway as Gateway<RenderTarget>, request, options); // of the targets, one is for WebSocket APIs
  const { status, statusText, headers, body } = answerPreflight(rendering) ?? answered(result, rendering);
  return { status, statusText, headers, body, ok: !isRefused(rendering), issues: rendering.issues };
}

function isWebsocket(gateway: Gateway): gateway is Gateway<'websocket'> {
  return gateway.target === 'websocket';
}

function messageAsResponse(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  const { frame = '', ok, issues } = renderMessage(result, gateway);
  const status = ok ? 200 : 500;
  return { status, statusText: statusTextOf(status), headers: [], body: encodeText(frame), ok, issues };
}

/** The issues of a result alone; the arguments are those of {@link renderResult}. */
export function checkResult(result: unknown, gateway: Gateway, request?: HttpRequest): readonly Issue[] {
  return renderResult(result, gateway, request).issues;
}

function answered(result: unknown, rendering: Rendering): HttpResponse {
  if (isFailure(result)) {
    const type = knownFailure(result.type);
    rendering.report(type, []);
    return answerFailure(type, rendering, { challenge: result.challenge });
  }
  if (isStreamedResult(result)) return answeredStream(result, rendering);
  if (isStreaming(rendering.gateway)) return answerUnstreamed(result, rendering);
  const bound = readResult(result, rendering);
  const body = bound && bodyBytes(bound, rendering);
  return bound === undefined || body === undefined || isRefused(rendering)
    ? answerFailure(failureOf(rendering), rendering)
    : accepted(bound, body, rendering);
}

function answeredStream({ bytes, contentType }: StreamedResult, rendering: Rendering): HttpResponse {
  const head = headOfStream(bytes, contentType, rendering);
  // Without streaming, Lambda collects what the function wrote; without metadata in front, that is an ordinary payload.
  if (head === 'payload') return answered(payload(new TextDecoder().decode(bytes)), rendering);
  return 'failure' in head
    ? answerFailure(head.failure, rendering, head)
    : composeStreamed(head, bytes.subarray(head.bodyStart), rendering);
}

function failureOf({ issues }: Rendering): FailureType {
  const special = issues.find(({ code }) => FAILURE_OF.has(code));
  return (special && FAILURE_OF.get(special.code)) ?? 'malformed-result';
}

function accepted(bound: BoundResult, body: Uint8Array, rendering: Rendering): HttpResponse {
  const { gateway, request, report } = rendering;
  const { status } = bound;
  const { type, fields, isEncoded } = headOf(bound, body.length === 0, rendering);
  const encoded = isEncoded ? undefined : compressed(body, rendering);
  const encoding: readonly HttpField[] = encoded === undefined ? [] : [['Content-Encoding', encoded.coding]];
  if (body.length > 0 && !allowsBody(status)) report('body-dropped', ['body'], `${status}`);
  reportLength(status, request, rendering);
  return compose({ status, type, fields: [...fields, ...encoding], body: encoded?.bytes ?? body, isResult: true }, gateway, request);
}
