import type { APIGatewayProxyResultV2, APIGatewayProxyStructuredResultV2 } from '../types/proxy-result-v2.js';
import { isNumber, isObject, isScalarMap, isStringList } from './fields.js';

/** Whether the value is a result of payload format 2.0 that sets the response itself, as the schema sees it: it has a `statusCode`. */
export function isAPIGatewayProxyStructuredResultV2(value: unknown): value is APIGatewayProxyStructuredResultV2 {
  return (
    isObject<APIGatewayProxyStructuredResultV2>(value) &&
    isNumber(value.statusCode) &&
    (value.headers === null || isScalarMap(value.headers) || !('headers' in value)) &&
    (value.cookies === null || isStringList(value.cookies) || !('cookies' in value)) &&
    (typeof value.body === 'string' || !('body' in value)) &&
    (typeof value.isBase64Encoded === 'boolean' || !('isBase64Encoded' in value))
  );
}

/**
 * Whether the value is a structured result of payload format 2.0 or a text, which becomes the body of a 200 response. Any other JSON value
 * without a `statusCode` would become one, too: its type is for the function to know.
 */
export function isAPIGatewayProxyResultV2(value: unknown): value is APIGatewayProxyResultV2 {
  return typeof value === 'string' || isAPIGatewayProxyStructuredResultV2(value);
}
