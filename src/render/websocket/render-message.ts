import { MAX_FRAME, MAX_MESSAGE } from '../../aws/limits.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { encodeText } from '../../http/text.js';
import type { Issue } from '../issues/issue.js';
import { reportOther } from '../issues/report-other.js';
import type { BoundResult } from '../read/bind.js';
import { assume, isRejected, type Reading } from '../rendering.js';
import { type FailureRules, OWN_FAILURES } from '../targets/own-failures.js';
import { readWebsocketResult, startWebsocket, writeFailure } from './websocket.js';

/** What a WebSocket client receives for the result of a message route, and what was found in the result. */
export interface RenderedMessage {
  /** The text message. `undefined`: nothing is sent. */
  frame: string | undefined;
  /**
   * Whether the gateway accepted the result. `false`: the gateway answered in the function's place, and an issue with the severity `error`
   * explains why.
   */
  ok: boolean;
  /** What was found in the result, in the order of its fields. */
  issues: readonly Issue[];
}

/**
 * Renders what the client receives for a result of a message route, or of `$disconnect`: the body of the result if the route has a route
 * response, and no other part of it. Never throws for a result: if the gateway rejects it, the gateway's own message is sent.
 *
 * @param result as for `renderResult`.
 * @param gateway `routeResponse` decides whether the body is sent; `ids` are part of the gateway's own message.
 * @throws GatewayError `invalid-route` for `$connect`, whose answer is a response; `wrong-target` for another target; otherwise as
 * `renderResult`.
 * @example
 * ```ts
 * import { renderMessage } from 'apigw-proxy';
 *
 * const gateway = { target: 'websocket', route: '$default', routeResponse: true } as const;
 * console.log(renderMessage({ statusCode: 200, body: 'pong' }, gateway).frame); // => pong
 * console.log(renderMessage({ statusCode: 200, body: 'pong' }, { target: 'websocket' }).frame); // => undefined
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
 */
export function renderMessage(result: unknown, gateway: Gateway<'websocket'>): RenderedMessage {
  const { frame, reading } = answerMessage(result, gateway);
  return { frame, ok: !isRejected(reading), issues: reading.issues };
}

/**
 * Returns only the issues that {@link renderMessage} would return.
 *
 * @throws as `renderMessage`.
 */
export function findMessageIssues(result: unknown, gateway: Gateway<'websocket'>): Reading {
  return answerMessage(result, gateway).reading;
}

function answerMessage(result: unknown, gateway: Gateway): { readonly frame: string | undefined; readonly reading: Reading } {
  const reading = startWebsocket(gateway);
  checkRoute(gateway);
  const bound = readWebsocketResult(result, reading);
  return { frame: 'type' in bound ? failureFrame(bound, gateway, reading) : bodyFrame(bound, gateway, reading), reading };
}

function checkRoute({ target, route }: Gateway): void {
  if (target !== 'websocket') {
    throw new GatewayError('wrong-target', ['target'], `The target \`${target}\` has no messages.`, 'Call `renderResult`.');
  }
  if (route === '$connect') {
    throw new GatewayError('invalid-route', ['route'], 'The answer to `$connect` is a response, not a message.', 'Call `renderResult`.');
  }
}

// reported [ws-iss-malformed-one-way]: the gateway's own message is sent even without a route response. assumed: but not after
// `$disconnect`.
function failureFrame(rules: FailureRules, gateway: Gateway, { report }: Reading): string | undefined {
  if (gateway.route === '$disconnect') return undefined;
  const text = writeFailure(rules, gateway);
  if (rules.websocket.evidence === 'assumed') report('answer-assumed', [], text);
  return text;
}

function bodyFrame(bound: BoundResult, gateway: Gateway, reading: Reading): string | undefined {
  const { report } = reading;
  const { status, headers, lists, body, isBase64Encoded } = bound;
  if (headers.length > 0) reportOther(report, 'not-visible', ['headers']);
  if (lists.length > 0) reportOther(report, 'not-visible', ['multiValueHeaders']);
  if (status < 200 || status > 299) reportOther(report, 'not-visible', ['statusCode'], `${status}`);
  // documented: only a route with a route response answers.
  const isClosed = gateway.route === '$disconnect';
  if (isClosed || gateway.routeResponse !== true) {
    const reason = isClosed ? 'disconnect' : 'no-route-response';
    if (body !== '') reportOther(report, 'message-not-sent', ['body'], reason, { severity: isClosed ? 'info' : undefined });
    return undefined;
  }
  // reported [ws-route-response-no-body]: a result without a body sends an empty message.
  if (body === '') assume(reading, 'empty-message', ['body'], { evidence: 'reported' });
  // assumed: the gateway only sends text, so base64 stays as it is.
  if (isBase64Encoded) report('base64-not-decoded', ['isBase64Encoded'], undefined, { evidence: 'assumed' });
  return checkSize(body, gateway, reading);
}

function checkSize(body: string, gateway: Gateway, reading: Reading): string | undefined {
  const { length } = encodeText(body);
  if (length > MAX_MESSAGE) {
    reportOther(reading.report, 'message-too-large', ['body'], `${length}`);
    return failureFrame(OWN_FAILURES['response-too-large'], gateway, reading);
  }
  if (length > MAX_FRAME) reportOther(reading.report, 'message-in-frames', ['body'], `${length}`);
  return body;
}
