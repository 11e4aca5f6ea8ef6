import { JSON_TYPE } from '../../aws/media-types.js';
import { nowOf } from '../../gateway/clock.js';
import type { Gateway } from '../../gateway/gateway.js';
import { allowsBody } from '../../http/allows-body.js';
import type { HttpField } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import { mergeHeaders } from '../headers/merge-headers.js';
import { type Issue, type Report, reporterTo } from '../issues/issues.js';
import type { FailureType } from '../outcome/outcome.js';
import type { BoundResult } from '../read/bind.js';
import { DIALECTS } from '../targets/dialect.js';
import { answerTo } from '../targets/failures.js';
import type { RenderedResponse } from '../types.js';
import { failureText, readWebsocketResult } from './websocket.js';

/** The one header of a `$connect` result that reaches the client (documented). */
const SUBPROTOCOL = 'sec-websocket-protocol';

/**
 * The answer to a WebSocket handshake, from the result of the `$connect` route: 101 for a 2xx, else the status itself and no connection.
 * `Sec-WebSocket-Accept` is not among its fields: it follows from the client's key, and whoever holds the connection adds it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html
 */
export function renderHandshake(result: unknown, gateway: Gateway<'websocket'>): RenderedResponse {
  const issues: Issue[] = [];
  const report = reporterTo(issues, 'websocket');
  const bound = readWebsocketResult(result, { issues, report });
  const response = typeof bound === 'string' ? refused(bound, gateway, report) : accepted(bound, gateway, report);
  return { ...response, ok: !issues.some(({ severity }) => severity === 'error'), issues };
}

// reported for a function that throws: 502. assumed: every failure has the status that a REST API gives it, and the text of a message.
function refused(type: FailureType, gateway: Gateway<'websocket'>, report: Report): HttpResponse {
  const { status } = answerTo(type, 'rest');
  const text = failureText(type, gateway);
  report('answer-assumed', [], `${status} with ${text}`);
  return answer(status, [['Content-Type', JSON_TYPE]], text, gateway);
}

function accepted(bound: BoundResult, gateway: Gateway<'websocket'>, report: Report): HttpResponse {
  const { status, body } = bound;
  const isOpen = status >= 200 && status <= 299;
  const protocols: HttpField[] = [];
  for (const { key, name, value, path } of mergeHeaders(bound, DIALECTS.rest, report)) {
    // documented: no other header reaches the client. assumed: none at all where the connection is refused.
    if (isOpen && key === SUBPROTOCOL && value !== null) protocols.push([name, value]);
    else report('header-dropped', path, name, isOpen ? 'documented' : 'assumed');
  }
  if (body !== '') report('message-not-sent', ['body'], "the answer to '$connect' has no body");
  if (!isOpen) return answer(status, [], '', gateway);
  // RFC 6455, section 4.2.2. Of several subprotocols, a client takes none: the first one is sent (assumed).
  const headers: HttpField[] = [dateOf(gateway), ['Connection', 'upgrade'], ['Upgrade', 'websocket'], ...protocols.slice(0, 1)];
  return { status: 101, statusText: statusTextOf(101), headers, body: new Uint8Array(0) };
}

function answer(status: number, fields: readonly HttpField[], text: string, gateway: Gateway<'websocket'>): HttpResponse {
  const body = encodeText(text);
  const length: readonly HttpField[] = allowsBody(status) ? [['Content-Length', `${body.length}`]] : [];
  return {
    status,
    statusText: statusTextOf(status),
    headers: [dateOf(gateway), ...fields, ...length, ['Connection', 'keep-alive']],
    body,
  };
}

function dateOf(gateway: Gateway): HttpField {
  return ['Date', new Date(nowOf(gateway)).toUTCString()];
}
