import { JSON_TYPE } from '../../aws/media-types.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { type Composing, checkComposed, compose, dateOf, type Parts } from '../compose.js';
import { mergeHeaders } from '../headers/merge-headers.js';
import type { BoundResult } from '../read/bind.js';
import { isRejected, type Reading } from '../rendering.js';
import type { FailureRules } from '../targets/own-failures.js';
import type { RenderedResponse } from '../types.js';
import { readWebsocketResult, startWebsocket, writeFailure } from './websocket.js';

/** The one header of a `$connect` result that reaches the client (documented). */
const SUBPROTOCOL = 'sec-websocket-protocol';

const HANDSHAKE: HttpRequest = { method: 'GET', target: '/', headers: [] };

/**
 * Renders the answer to a WebSocket handshake, from the result of the `$connect` route: 101 for a 2xx, otherwise the status itself and no
 * connection. `Sec-WebSocket-Accept` is not among its fields: it depends on the client's key, and your server adds it.
 *
 * @throws GatewayError if the settings are invalid.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html
 */
export function renderHandshake(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  const reading = startWebsocket(gateway);
  const parts = answerHandshake(result, gateway, reading);
  const response = parts.status === 101 ? openConnection(parts, gateway) : compose(parts, composingOf(gateway, reading));
  return { ...response, ok: !isRejected(reading), issues: reading.issues };
}

/**
 * Returns only the issues that {@link renderHandshake} would return.
 *
 * @throws as `renderHandshake`.
 */
export function findHandshakeIssues(result: unknown, gateway: Gateway<'websocket'>): Reading {
  const reading = startWebsocket(gateway);
  checkComposed(answerHandshake(result, gateway, reading), composingOf(gateway, reading));
  return reading;
}

function composingOf(gateway: Gateway, { dialect }: Reading): Composing {
  return { gateway, dialect, request: HANDSHAKE };
}

function answerHandshake(result: unknown, gateway: Gateway, reading: Reading): Parts {
  const bound = readWebsocketResult(result, reading);
  return 'type' in bound ? answerFailure(bound, gateway, reading) : answerResult(bound, reading);
}

// reported [ws-iss-connect-function-error]: 502 for a function that throws. assumed: every failure has the status that it has on REST, and
// the text of a message.
function answerFailure(rules: FailureRules, gateway: Gateway, { report }: Reading): Parts {
  const { status } = rules.answers.rest;
  const body = writeFailure(rules, gateway);
  report('answer-assumed', [], `${status} with ${body}`);
  return { status, type: [['Content-Type', JSON_TYPE]], fields: [], body, isResult: false };
}

function answerResult(bound: BoundResult, reading: Reading): Parts {
  const { report } = reading;
  const { status, body } = bound;
  const isOpen = status >= 200 && status <= 299;
  const protocols: HttpField[] = [];
  for (const { key, name, value, path } of mergeHeaders(bound, reading)) {
    // documented: no other header reaches the client. assumed: none does if the connection is rejected.
    if (isOpen && key === SUBPROTOCOL && value !== null) protocols.push([name, value]);
    else report('header-dropped', path, name, { evidence: isOpen ? 'documented' : 'assumed' });
  }
  if (body !== '') report('message-not-sent', ['body'], 'connect', { severity: 'info' });
  // A client rejects several subprotocols, so the first one is sent (assumed).
  return { status: isOpen ? 101 : status, type: [], fields: protocols.slice(0, 1), body: '', isResult: true };
}

/** RFC 6455, section 4.2.2. */
function openConnection({ fields }: Parts, gateway: Gateway): HttpResponse {
  const headers: HttpField[] = [dateOf(gateway), ['Connection', 'upgrade'], ['Upgrade', 'websocket'], ...fields];
  return { status: 101, statusText: statusTextOf(101), headers, body: new Uint8Array(0) };
}
