import { JSON_TYPE } from '../../aws/media-types.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField } from '../../http/request.js';
import type { Parts } from '../compose.js';
import { mergeHeaders } from '../headers/merge-headers.js';
import { reportOther } from '../issues/report-other.js';
import type { BoundResult } from '../read/bind.js';
import type { Reading } from '../rendering.js';
import type { FailureRules } from '../targets/own-failures.js';
import { readWebsocketResult, startWebsocket, writeFailure } from './websocket.js';

/** The one header of a `$connect` result that reaches the client (documented). */
const SUBPROTOCOL = 'sec-websocket-protocol';

/**
 * Returns only the issues that `renderHandshake` would return.
 *
 * @throws as `renderHandshake`.
 */
export function findHandshakeIssues(result: unknown, gateway: Gateway<'websocket'>): Reading {
  const reading = startWebsocket(gateway);
  answerHandshake(result, gateway, reading);
  return reading;
}

/** Returns the answer to a handshake: 101 opens the connection. */
export function answerHandshake(result: unknown, gateway: Gateway, reading: Reading): Parts {
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
  if (body !== '') reportOther(report, 'message-not-sent', ['body'], 'connect', { severity: 'info' });
  // A client rejects several subprotocols, so the first one is sent (assumed).
  return { status: isOpen ? 101 : status, type: [], fields: protocols.slice(0, 1), body: '', isResult: true };
}
