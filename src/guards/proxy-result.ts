import type { APIGatewayProxyResult } from '../types/proxy-result.js';
import { isNumber, isObject, isScalarListMap, isScalarMap } from './fields.js';

/**
 * Whether the value is a result of payload format 1.0, as the schema sees it: other keys pass, though a REST API refuses them
 * (`renderResult` says so).
 */
export function isAPIGatewayProxyResult(value: unknown): value is APIGatewayProxyResult {
  return (
    isObject<APIGatewayProxyResult>(value) &&
    isNumber(value.statusCode) &&
    (value.headers === null || isScalarMap(value.headers) || !('headers' in value)) &&
    (value.multiValueHeaders === null || isScalarListMap(value.multiValueHeaders) || !('multiValueHeaders' in value)) &&
    (typeof value.body === 'string' || !('body' in value)) &&
    (typeof value.isBase64Encoded === 'boolean' || !('isBase64Encoded' in value))
  );
}
