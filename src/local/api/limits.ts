import { MAX_HEADERS } from '../../aws/limits.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import type { RenderTarget } from '../../render/types.js';
import type { WebsocketLimits } from './websocket-limits.js';

/** Limits of a request. */
export interface LocalLimits {
  /** How long the gateway waits for the function, in milliseconds. */
  readonly timeout: number;
  /** Largest body, in bytes. */
  readonly maxBody: number;
  /** Largest request line and headers together, in bytes. */
  readonly maxHead: number;
}

const MEGABYTE = 1024 * 1024;
const HTTP_API: LocalLimits = { timeout: 30_000, maxBody: 10 * MEGABYTE, maxHead: MAX_HEADERS };

/**
 * documented: 29 s and 10 MB on REST, 30 s and 10 MB on HTTP APIs, 10,240 bytes of request line and header values on both. A function URL waits
 * as long as the function may run and accepts 6 MB. assumed: its limit for headers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const LIMITS: Readonly<Record<RenderTarget, LocalLimits>> = {
  rest: { ...HTTP_API, timeout: 29_000 },
  'http-1.0': HTTP_API,
  'http-2.0': HTTP_API,
  'function-url': { timeout: 900_000, maxBody: 6 * MEGABYTE, maxHead: 65_536 },
};

/** Returns the given limits, and the defaults for the others. `undefined` means the default. */
export function limitsOf<L extends LocalLimits | WebsocketLimits>(defaults: L, given: Partial<L> = {}): L {
  return { ...defaults, ...dropUndefined(given) };
}

/** documented: the largest event of a Lambda function, in bytes. */
const MAX_EVENT = 6 * MEGABYTE;

/** Checks whether a request is too large for the gateway. */
export function isTooLarge(request: HttpRequest, { maxBody, maxHead }: LocalLimits): boolean {
  return (request.body?.length ?? 0) > maxBody || headSize(request) > maxHead;
}

/** Checks whether the head of a handshake is too large for the gateway. */
export function isTooLargeHandshake(request: HttpRequest): boolean {
  // documented for HTTP requests to every kind of API; assumed for handshakes.
  return headSize(request) > HTTP_API.maxHead;
}

/** Checks whether the event of a request is too large for Lambda. */
export function isTooLargeForLambda(event: { readonly body?: string | null }): boolean {
  // JSON makes at most six bytes of a character, so a small body needs no closer look.
  return (event.body?.length ?? 0) > MAX_EVENT / 6 && encodeText(JSON.stringify(event)).length > MAX_EVENT;
}

function headSize({ method, target, headers }: HttpRequest): number {
  return headers.reduce((size, [name, value]) => size + name.length + value.length, method.length + target.length);
}
