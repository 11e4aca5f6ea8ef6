import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { statusTextOf } from '../http/status-text.js';
import { encodeText } from '../http/text.js';
import { answer } from './answer.js';
import { compose } from './compose.js';
import { isRejected, isWebsocket, PLAIN_GET, startRendering } from './rendering.js';
import type { RenderedResponse, RenderOptions, RenderTarget } from './types.js';
import { renderHandshake } from './websocket/render-handshake.js';
import { renderMessage } from './websocket/render-message.js';

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
  const { status, statusText, headers, body } = compose(answer(result, rendering), rendering);
  return { status, statusText, headers, body, ok: !isRejected(rendering), issues: rendering.issues };
}

function renderWebsocket(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  if (gateway.route === '$connect') return renderHandshake(result, gateway);
  const { frame = '', ok, issues } = renderMessage(result, gateway);
  const status = ok ? 200 : 500;
  return { status, statusText: statusTextOf(status), headers: [], body: encodeText(frame), ok, issues };
}
