import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { answer } from './answer.js';
import { compose } from './compose.js';
import { isRejected, isWebsocket, PLAIN_GET, startRendering } from './rendering.js';
import type { RenderedResponse, RenderOptions, RenderTarget } from './types.js';
import { findWebsocketCode } from './websocket-code.js';

/**
 * Renders the HTTP response that the client receives for a function's result. Never throws for a result: if the gateway rejects it, the
 * response is the gateway's 502 or 500, and an issue says why.
 *
 * @param result what the function returned, before the runtime serializes it. Or an outcome: `payload(text)`, the serialized result;
 * `streamedResult(metadata, body)`, what it streamed; `failure(type)`, such as `functionError()`.
 * @param gateway the settings of the gateway. A WebSocket API answers `$connect` with a response. The result of any other route becomes a
 * message, which has neither a status nor headers: `body` is the message, empty if none is sent, and `status` is 200 or, if the gateway
 * rejects the result, 500; see `renderMessage`. A bundle has the code for this only if it uses `renderHandshake`, too.
 * @param request the request that is answered: its method, Accept, Accept-Encoding and Origin matter. Default: a GET without headers.
 * @param options options of rendering, such as a function that compresses.
 * @throws GatewayError if the settings, the request or the options are invalid.
 * @throws GatewayResponseError if a gateway response in the settings is invalid, even if the result doesn't need it.
 * @example
 * ```ts
 * import { renderResult } from 'apigw-proxy';
 *
 * const response = renderResult({ statusCode: 200, body: { id: 1 } }, { target: 'rest' });
 * console.log(response.status, response.ok, response.issues[0]?.code); // => 502 false body-not-text
 * ```
 */
export function renderResult(
  result: unknown,
  gateway: Gateway,
  request: HttpRequest = PLAIN_GET,
  options: RenderOptions = {},
): RenderedResponse {
  if (isWebsocket(gateway)) return findWebsocketCode().render(result, gateway);
  const rendering = startRendering(gateway as Gateway<RenderTarget>, request, options); // the other targets are RenderTargets
  const { status, statusText, headers, body } = compose(answer(result, rendering), rendering);
  return { status, statusText, headers, body, ok: !isRejected(rendering), issues: rendering.issues };
}
