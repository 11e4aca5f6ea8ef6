import { MAX_FRAME, MAX_MESSAGE } from '../../aws/limits.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { encodeText } from '../../http/text.js';
import { type Issue, type Report, reporterTo } from '../issues/issues.js';
import type { FailureType } from '../outcome/outcome.js';
import type { BoundResult } from '../read/bind.js';
import { failureText, readWebsocketResult, sayingOf } from './websocket.js';

/** What a WebSocket client receives for the result of a message route, and what is to be said about the result. */
export interface RenderedMessage {
  /** The text message; `undefined`: nothing is sent. */
  frame: string | undefined;
  /** Whether the gateway took the result; `false`: it answered for the function, and an issue of severity `error` says why. */
  ok: boolean;
  /** Findings about the result, in the order of its fields. */
  issues: readonly Issue[];
}

/**
 * What the client receives for what a function behind a message route, or behind `$disconnect`, returned: its body, if the route has a
 * route response, and nothing else of it. Never throws on a result: for one that the gateway refuses, its own message is sent.
 *
 * @param result as for `renderResult`.
 * @param gateway `routeResponse` says whether the body is sent, `ids` what the gateway's own message names.
 * @throws GatewayError `invalid-route` for `$connect`, whose answer is a response.
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
  checkRoute(gateway);
  const issues: Issue[] = [];
  const report = reporterTo(issues, 'websocket');
  const bound = readWebsocketResult(result, { issues, report });
  const frame = typeof bound === 'string' ? refused(bound, gateway, report) : accepted(bound, gateway, report);
  return { frame, ok: !issues.some(({ severity }) => severity === 'error'), issues };
}

function checkRoute({ target, route }: Gateway): void {
  if (target !== 'websocket')
    throw new GatewayError('wrong-target', ['target'], `The target \`${target}\` has no messages.`, 'Call renderResult.');
  if (route === '$connect')
    throw new GatewayError('invalid-route', ['route'], 'The answer to `$connect` is a response, not a message.', 'Call renderResult.');
}

// reported: the gateway's own message comes also without a route response. assumed: there is nobody to tell after `$disconnect`.
function refused(type: FailureType, gateway: Gateway<'websocket'>, report: Report): string | undefined {
  if (gateway.route === '$disconnect') return undefined;
  const text = failureText(type, gateway);
  if (sayingOf(type).evidence === 'assumed') report('answer-assumed', [], text);
  return text;
}

function accepted(bound: BoundResult, gateway: Gateway<'websocket'>, report: Report): string | undefined {
  const { status, headers, lists, body, isBase64Encoded } = bound;
  if (headers.length > 0) report('not-visible', ['headers'], 'the headers');
  if (lists.length > 0) report('not-visible', ['multiValueHeaders'], 'the headers');
  if (status < 200 || status > 299) report('not-visible', ['statusCode'], `the status ${status}`);
  // documented: only a route with a route response answers.
  const reason = unsentBecause(gateway);
  if (reason !== undefined) {
    if (body !== '') report('message-not-sent', ['body'], reason);
    return undefined;
  }
  if (body === '') {
    report('behaviour-assumed', ['body'], 'for an empty body, nothing is sent');
    return undefined;
  }
  // assumed: the gateway sends text only, so base64 stays what it is.
  if (isBase64Encoded) report('base64-not-decoded', ['isBase64Encoded'], 'a WebSocket API sends text', 'assumed');
  return sized(body, gateway, report);
}

function unsentBecause({ route, routeResponse }: Gateway): string | undefined {
  if (route === '$disconnect') return 'the connection is closed';
  return routeResponse === true ? undefined : 'the route has no route response';
}

function sized(body: string, gateway: Gateway<'websocket'>, report: Report): string | undefined {
  const { length } = encodeText(body);
  if (length > MAX_MESSAGE) {
    report('message-too-large', ['body'], `${length}`);
    return refused('response-too-large', gateway, report);
  }
  if (length > MAX_FRAME) report('message-in-frames', ['body'], `${length}`);
  return body;
}
