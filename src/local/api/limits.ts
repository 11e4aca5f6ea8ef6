import { MAX_EVENT, requestLimitsOf, STREAM_IDLE, STREAM_TIMEOUT, TIMEOUTS } from '../../aws/limits.js';
import { limitUses } from '../../events/request/request-size.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import { isStreaming } from '../../render/stream/streaming-mode.js';
import type { RenderTarget } from '../../render/types.js';
import type { WebsocketLimits } from './websocket-limits.js';

/** Limits of a request. */
export interface LocalLimits {
  /** How long the gateway waits for the function, in milliseconds. If the API streams, it waits this long for the end of the stream. */
  readonly timeout: number;
  /** APIs that stream: how long the gateway waits for the next bytes, in milliseconds. */
  readonly idle: number;
  /** Largest body, in bytes. */
  readonly maxBody: number;
  /** Largest request line and headers together, in bytes. */
  readonly maxHead: number;
}

/** The limits of an API that doesn't stream. */
export const LIMITS: Readonly<Record<RenderTarget, LocalLimits>> = {
  rest: limitsIn('rest'),
  'http-1.0': limitsIn('http-1.0'),
  'http-2.0': limitsIn('http-2.0'),
  'function-url': limitsIn('function-url'),
};

function limitsIn(target: RenderTarget): LocalLimits {
  const { body, head, url, headers } = requestLimitsOf(target);
  return { timeout: TIMEOUTS[target], idle: Number.POSITIVE_INFINITY, maxBody: body, maxHead: Math.min(head, url + headers) };
}

/**
 * Returns AWS's limits for an API. documented: a stream may take 15 minutes. assumed: a function URL has no limit for silence, because no
 * page names one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
 */
export function defaultLimits(gateway: Gateway<RenderTarget>): LocalLimits {
  const limits = LIMITS[gateway.target];
  if (!isStreaming(gateway) || gateway.target !== 'rest') return limits;
  return { ...limits, timeout: STREAM_TIMEOUT, idle: STREAM_IDLE[gateway.endpointType ?? 'REGIONAL'] };
}

/** Returns the given limits, and the defaults for the others. `undefined` means the default. */
export function limitsOf<L extends LocalLimits | WebsocketLimits>(defaults: L, given: Partial<L> = {}): L {
  return { ...defaults, ...dropUndefined(given) };
}

/**
 * Checks whether a request is too large for the gateway. With the default `maxHead`, REST's limits for the URL and for the headers apply
 * separately.
 */
export function isTooLarge(request: HttpRequest, { maxBody, maxHead }: LocalLimits, gateway: Gateway<RenderTarget>): boolean {
  if ((request.body?.length ?? 0) > maxBody) return true;
  return maxHead === LIMITS[gateway.target].maxHead ? isHeadTooLarge(request, gateway) : headSize(request) > maxHead;
}

/** Checks whether the head of a handshake is too large for the gateway. */
export function isTooLargeHandshake(request: HttpRequest): boolean {
  return isHeadTooLarge(request, { target: 'websocket' });
}

function isHeadTooLarge(request: HttpRequest, gateway: Gateway): boolean {
  return limitUses(request, gateway).some(({ limit, size, most }) => limit !== 'body' && size > most);
}

/** Checks whether the event of a request is too large for Lambda. */
export function isTooLargeForLambda(event: { readonly body?: string | null }): boolean {
  // JSON makes at most six bytes of a character, and everything but the body has less than three quarters of the limit.
  return (event.body?.length ?? 0) > MAX_EVENT / 24 && encodeText(JSON.stringify(event)).length > MAX_EVENT;
}

/** Checks whether the text of an event is too large for Lambda. */
export function isTextTooLargeForLambda(event: string): boolean {
  return event.length > MAX_EVENT / 3 && encodeText(event).length > MAX_EVENT;
}

function headSize({ method, target, headers }: HttpRequest): number {
  return headers.reduce((size, [name, value]) => size + name.length + value.length, method.length + target.length);
}
