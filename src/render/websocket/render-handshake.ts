import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import { compose, dateOf, type Parts } from '../compose.js';
import { isRejected, PLAIN_GET } from '../rendering.js';
import type { RenderedResponse } from '../types.js';
import { keepWebsocketCode, type RenderWebsocket } from '../websocket-code.js';
import { findWebsocketIssues } from './find-websocket-issues.js';
import { answerHandshake } from './handshake.js';
import { renderMessage } from './render-message.js';
import { startWebsocket } from './websocket.js';

/**
 * Renders the answer to a WebSocket handshake, from the result of the `$connect` route: 101 for a 2xx, otherwise the status itself and no
 * connection. `Sec-WebSocket-Accept` is not among its fields: it depends on the client's key, and your server adds it.
 *
 * @param result as for `renderResult`.
 * @param gateway the settings of the WebSocket API.
 * @throws GatewayError if the settings are invalid.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html
 * @example
 * ```ts
 * import { renderHandshake } from 'apigw-proxy';
 *
 * console.log(renderHandshake({ statusCode: 200 }, { target: 'websocket', route: '$connect' }).status); // => 101
 * ```
 */
export const renderHandshake: RenderWebsocket = /* @__PURE__ */ keepWebsocketCode(renderConnect, renderOther, findWebsocketIssues);

function renderConnect(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  const reading = startWebsocket(gateway);
  const parts = answerHandshake(result, gateway, reading);
  const response = parts.status === 101 ? openConnection(parts, gateway) : compose(parts, { gateway, request: PLAIN_GET });
  return { ...response, ok: !isRejected(reading), issues: reading.issues };
}

/** Renders the result of another route as a response, which has no more than a body. */
function renderOther(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  const { frame = '', ok, issues } = renderMessage(result, gateway);
  const status = ok ? 200 : 500;
  return { status, statusText: statusTextOf(status), headers: [], body: encodeText(frame), ok, issues };
}

/** RFC 6455, section 4.2.2. */
function openConnection({ fields }: Parts, gateway: Gateway): HttpResponse {
  const headers: HttpField[] = [dateOf(gateway), ['Connection', 'upgrade'], ['Upgrade', 'websocket'], ...fields];
  return { status: 101, statusText: statusTextOf(101), headers, body: new Uint8Array(0) };
}
