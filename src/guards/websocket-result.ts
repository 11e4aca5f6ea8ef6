import type { APIGatewayProxyWebsocketResult } from '../types/websocket-result.js';
import { isNumber, isObject, isScalarListMap, isScalarMap } from './fields.js';

/** Whether the value is a result of a WebSocket API's function, as the schema sees it. */
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
