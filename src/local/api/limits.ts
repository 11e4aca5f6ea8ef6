import { MAX_HEADERS } from '../../aws/limits.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import type { RenderTarget } from '../../render/types.js';
import type { WebsocketLimits } from './websocket-limits.js';

/** What a gateway grants a request. */
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
 * documented: 29 s and 10 MB on REST, 30 s and 10 MB on HTTP APIs, 10,240 bytes of request line and header values on both; a function URL
 * waits as long as a function may run and takes 6 MB. assumed: its headers, where nothing is known.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const LIMITS: Readonly<Record<RenderTarget, LocalLimits>> = {
  rest: { ...HTTP_API, timeout: 29_000 },
  'http-1.0': HTTP_API,
  'http-2.0': HTTP_API,
  'function-url': { timeout: 900_000, maxBody: 6 * MEGABYTE, maxHead: 65_536 },
};

/** Limits of which some are given; `undefined` leaves the default. */
export function limitsOf<L extends LocalLimits | WebsocketLimits>(defaults: L, given: Partial<L> = {}): L {
  return { ...defaults, ...dropUndefined(given) };
}

/** documented: Lambda takes an event of 6 MB. */
const MAX_EVENT = 6 * MEGABYTE;

/** Whether the gateway refuses a request for its size. */
export function isTooLarge(request: HttpRequest, { maxBody, maxHead }: LocalLimits): boolean {
  return (request.body?.length ?? 0) > maxBody || headSize(request) > maxHead;
}

/** Whether the gateway refuses a handshake for the size of its head. */
export function isTooLargeHandshake(request: HttpRequest): boolean {
  // documented for HTTP requests to every kind of API; assumed to be said of handshakes, too.
  return headSize(request) > HTTP_API.maxHead;
}

/** Whether Lambda refuses the event of a request for its size. */
export function isTooLargeForLambda(request: HttpRequest, event: unknown): boolean {
  // A small request cannot grow to that: six bytes for one is the most that JSON makes of it.
  return (request.body?.length ?? 0) > MAX_EVENT / 6 && encodeText(JSON.stringify(event)).length > MAX_EVENT;
}

function headSize({ method, target, headers }: HttpRequest): number {
  return headers.reduce((size, [name, value]) => size + name.length + value.length, method.length + target.length);
}
