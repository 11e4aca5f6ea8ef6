import type { Gateway } from '../gateway/gateway.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';
import { allowsBody } from './allows-body.js';
import type { BoundResult } from './bind.js';
import { bodyBytes } from './body.js';
import { compose } from './compose.js';
import { codingOf } from './compression.js';
import { answerFailure, answerPreflight } from './gateway-answer.js';
import { headOf, reportLength } from './head.js';
import type { Issue, IssueCode } from './issues.js';
import { type FailureType, isFailure, payload } from './outcome.js';
import { readResult } from './read-result.js';
import { renderHandshake } from './render-handshake.js';
import { isRefused, PLAIN_GET, type Rendering, renderingOf } from './rendering.js';
import { isStreamedResult, type StreamedResult } from './streamed-result.js';
import { composeStreamed, headOfStream, isStreaming } from './streaming.js';
import type { ConnectGateway, RenderedResponse, RenderOptions, RenderTarget } from './types.js';
import { answerUnstreamed } from './unstreamed.js';

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
 * @param gateway the settings of the gateway. Of a WebSocket API, only `$connect` is answered by a response; see `renderMessage`.
 * @param request the request that is answered: method, Accept, Accept-Encoding and Origin matter. Default: a GET without headers.
 * @param options what rendering cannot do by itself.
 * @throws GatewayError when the settings name a target that there is not, or a WebSocket route whose answer is no response.
 * @throws GatewayResponseError when a gateway response in force needs what this library does not do.
 */
export function renderResult(
  result: unknown,
  gateway: Gateway<RenderTarget> | ConnectGateway,
  request: HttpRequest = PLAIN_GET,
  options: RenderOptions = {},
): RenderedResponse {
  if (gateway.target === 'websocket') return renderHandshake(result, gateway);
  const rendering = renderingOf(gateway, request, options);
  const { status, statusText, headers, body } = answerPreflight(rendering) ?? answered(result, rendering);
  return { status, statusText, headers, body, ok: !isRefused(rendering), issues: rendering.issues };
}

/** The issues of a result alone; the arguments are those of {@link renderResult}. */
export function checkResult(result: unknown, gateway: Gateway<RenderTarget> | ConnectGateway, request?: HttpRequest): readonly Issue[] {
  return renderResult(result, gateway, request).issues;
}

function answered(result: unknown, rendering: Rendering): HttpResponse {
  if (isFailure(result)) {
    rendering.report(result.type, []);
    return answerFailure(result.type, rendering, { challenge: result.challenge });
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
  const { gateway, request, options, report } = rendering;
  const { status } = bound;
  const { type, fields, isEncoded } = headOf(bound, body.length === 0, rendering);
  const coding = isEncoded ? undefined : codingOf(body.length, rendering);
  const compressed = coding && options.compress?.(coding, body);
  const encoding: readonly HttpField[] = coding !== undefined && compressed !== undefined ? [['Content-Encoding', coding]] : [];
  if (body.length > 0 && !allowsBody(status)) report('body-dropped', ['body'], `${status}`);
  reportLength(status, request, rendering);
  return compose({ status, type, fields: [...fields, ...encoding], body: compressed ?? body, isResult: true }, gateway, request);
}
