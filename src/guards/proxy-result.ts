// Generated from src/types/proxy-result.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayProxyResult } from '../types/proxy-result.js';
import { isNumber, isObject, isScalarListMap, isScalarMap } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewayProxyResult`. Checks every field and allows unknown ones.
 *
 * REST APIs reject unknown fields. `renderResult` reports them.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { isAPIGatewayProxyResult } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyResult({ statusCode: 200, body: 'hello' })); // => true
 * ```
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
