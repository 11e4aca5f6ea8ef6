import type { Target } from './target.js';

// Limits that AWS documents and that several layers apply, in bytes.

/**
 * The largest WebSocket message, in either direction: 128 KB.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export const MAX_MESSAGE: number = 131_072;

/** The largest frame of a WebSocket message: 32 KB. A longer message is split. */
export const MAX_FRAME: number = 32_768;

/**
 * The largest body of a request to an API, in either form: 10 MB.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const MAX_BODY: number = 10_485_760;

/**
 * The largest sum of header names and values: of a response on every API type, of a request on most.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const MAX_HEADERS: number = 10_240;

/** Limits of a request, in bytes. `Infinity`: there is no such limit. */
export interface RequestLimits {
  /** Path and query, as on the request line. */
  readonly url: number;
  /** Names and values of all headers. */
  readonly headers: number;
  /** Request line and headers together. */
  readonly head: number;
  /** The body; of a WebSocket API, a message. */
  readonly body: number;
  /** The ARN of the method, which ends in the path. */
  readonly methodArn: number;
}

const NONE = Number.POSITIVE_INFINITY;
const REST: RequestLimits = { url: 10_240, headers: MAX_HEADERS, head: NONE, body: MAX_BODY, methodArn: 1600 };
const HTTP_API: RequestLimits = { url: NONE, headers: NONE, head: MAX_HEADERS, body: MAX_BODY, methodArn: NONE };

/**
 * documented for all, except: assumed for the headers of a handshake. The sum for function URLs is one that Lambda documents for headers and
 * request line; it is not certain that it means these.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const REQUEST_LIMITS: Readonly<Record<Target, RequestLimits>> = {
  rest: REST,
  'http-1.0': HTTP_API,
  'http-2.0': HTTP_API,
  'function-url': { ...HTTP_API, head: 1_048_576, body: 6_291_456 },
  websocket: { url: 4096, headers: MAX_HEADERS, head: NONE, body: MAX_MESSAGE, methodArn: NONE },
};

/** documented: other kinds of REST endpoints have lower limits. */
const ENDPOINT_LIMITS: Readonly<Record<string, Partial<RequestLimits>>> = {
  EDGE: { url: 8192 },
  PRIVATE: { url: 8192, headers: 8000 },
};

/** Returns the limits of a request. */
export function requestLimitsOf(target: Target, endpointType = 'REGIONAL'): RequestLimits {
  const limits = REQUEST_LIMITS[target];
  return target === 'rest' ? { ...limits, ...ENDPOINT_LIMITS[endpointType] } : limits;
}
