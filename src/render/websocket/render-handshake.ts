import { JSON_TYPE } from '../../aws/media-types.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import { compose, dateOf } from '../compose.js';
import { mergeHeaders } from '../headers/merge-headers.js';
import type { BoundResult } from '../read/bind.js';
import { isRejected, type Reading } from '../rendering.js';
import type { FailureRules } from '../targets/own-failures.js';
import type { RenderedResponse } from '../types.js';
import { readWebsocketResult, startWebsocket, writeFailure } from './websocket.js';

/** The one header of a `$connect` result that reaches the client (documented). */
const SUBPROTOCOL = 'sec-websocket-protocol';

const HANDSHAKE: HttpRequest = { method: 'GET', target: '/', headers: [] };
const NO_BODY = new Uint8Array(0);

/**
 * Renders the answer to a WebSocket handshake, from the result of the `$connect` route: 101 for a 2xx, otherwise the status itself and no
 * connection. `Sec-WebSocket-Accept` is not among its fields: it depends on the client's key, and your server adds it.
 *
 * @throws GatewayError if the settings are invalid.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html
 */
export function renderHandshake(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  const reading = startWebsocket(gateway);
  const bound = readWebsocketResult(result, reading);
  const response = 'type' in bound ? answerFailure(bound, gateway, reading) : answerResult(bound, gateway, reading);
  return { ...response, ok: !isRejected(reading), issues: reading.issues };
}

// reported [ws-iss-connect-function-error]: 502 for a function that throws. assumed: every failure has the status that it has on REST, and
// the text of a message.
function answerFailure(rules: FailureRules, gateway: Gateway, { dialect, report }: Reading): HttpResponse {
  const { status } = rules.answers.rest;
  const text = writeFailure(rules, gateway);
  report('answer-assumed', [], `${status} with ${text}`);
  const parts = { status, type: [['Content-Type', JSON_TYPE] as const], fields: [], body: encodeText(text), isResult: false };
  return compose(parts, { gateway, dialect, request: HANDSHAKE });
}

function answerResult(bound: BoundResult, gateway: Gateway, reading: Reading): HttpResponse {
  const { dialect, report } = reading;
  const { status, body } = bound;
  const isOpen = status >= 200 && status <= 299;
  const protocols: HttpField[] = [];
  for (const { key, name, value, path } of mergeHeaders(bound, reading)) {
    // documented: no other header reaches the client. assumed: none does if the connection is rejected.
    if (isOpen && key === SUBPROTOCOL && value !== null) protocols.push([name, value]);
    else report('header-dropped', path, name, { evidence: isOpen ? 'documented' : 'assumed' });
  }
  if (body !== '') report('message-not-sent', ['body'], 'connect', { severity: 'info' });
  if (!isOpen) return compose({ status, type: [], fields: [], body: NO_BODY, isResult: true }, { gateway, dialect, request: HANDSHAKE });
  // RFC 6455, section 4.2.2. A client rejects several subprotocols, so the first one is sent (assumed).
  const headers: HttpField[] = [dateOf(gateway), ['Connection', 'upgrade'], ['Upgrade', 'websocket'], ...protocols.slice(0, 1)];
  return { status: 101, statusText: statusTextOf(101), headers, body: NO_BODY };
}
