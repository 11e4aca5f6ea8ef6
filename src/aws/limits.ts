import type { Target } from './target.js';

// AWS's limits: sizes in bytes, times in milliseconds. docs/limits.md shows all of them.

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
const ENDPOINT_LIMITS: ReadonlyMap<string, RequestLimits> = /* @__PURE__ */ new Map([
  ['EDGE', { ...REST, url: 8192 }],
  ['PRIVATE', { ...REST, url: 8192, headers: 8000 }],
]);

/** Returns the limits of a request. */
export function requestLimitsOf(target: Target, endpointType = 'REGIONAL'): RequestLimits {
  return (target === 'rest' ? ENDPOINT_LIMITS.get(endpointType) : undefined) ?? REQUEST_LIMITS[target];
}

/** documented: the largest event of a Lambda function, as JSON. */
export const MAX_EVENT = 6_291_456;

/** reported [rest-iss-too-large]: the largest result of a Lambda function, as JSON. A larger one is an error of the function. */
export const MAX_RESULT = 6_291_556;

/**
 * documented: how long a gateway waits for a function that doesn't stream. A function URL waits as long as the function may run. A REST API
 * with a REGIONAL or PRIVATE endpoint can have a longer one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const TIMEOUTS: Readonly<Record<Target, number>> = {
  rest: 29_000,
  'http-1.0': 30_000,
  'http-2.0': 30_000,
  'function-url': 900_000,
  websocket: 29_000,
};

/** documented: how long a stream may take in all. */
export const STREAM_TIMEOUT = 900_000;

/** documented: how long a REST API waits for the next bytes of a stream, by the type of its endpoint. */
export const STREAM_IDLE = { EDGE: 30_000, REGIONAL: 300_000, PRIVATE: 300_000 } as const;

/** documented: how long a WebSocket connection may be idle. */
export const WEBSOCKET_IDLE = 600_000;

/** documented: how long a WebSocket connection may live. */
export const WEBSOCKET_DURATION = 7_200_000;

/** documented: how long the answer of an authorizer may be cached, in seconds. */
export const MAX_AUTHORIZER_TTL = 3600;

/** documented: the largest answer of a WebSocket API's authorizer, as JSON. */
export const MAX_WEBSOCKET_AUTHORIZER_RESULT = 8192;

/** documented: what a stage may be called, apart from `$default`. */
export const STAGE_NAME: RegExp = /^[\w-]{1,128}$/;
