// Generated from src/types/websocket-result.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayProxyWebsocketResult } from '../types/websocket-result.js';
import { isNumber, isObject, isScalarListMap, isScalarMap } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewayProxyWebsocketResult`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { isAPIGatewayProxyWebsocketResult } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyWebsocketResult({ statusCode: 200 })); // => true
 * ```
 */
export function isAPIGatewayProxyWebsocketResult(value: unknown): value is APIGatewayProxyWebsocketResult {
  return (
    isObject<APIGatewayProxyWebsocketResult>(value) &&
    isNumber(value.statusCode) &&
    (value.headers === null || isScalarMap(value.headers) || !('headers' in value)) &&
    (value.multiValueHeaders === null || isScalarListMap(value.multiValueHeaders) || !('multiValueHeaders' in value)) &&
    (typeof value.body === 'string' || !('body' in value)) &&
    (typeof value.isBase64Encoded === 'boolean' || !('isBase64Encoded' in value))
  );
}
