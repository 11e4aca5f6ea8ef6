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

/** Where a REST API stops to inflate a request body. assumed: at its limit for a body. */
export const MAX_INFLATED: number = MAX_BODY;

/**
 * The largest sum of header names and values: of a response on every API type, of a request on most.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const MAX_HEADERS: number = 10_240;
