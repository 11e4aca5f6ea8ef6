// Generated from src/types/proxy-result-v2.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayProxyResultV2, APIGatewayProxyStructuredResultV2 } from '../types/proxy-result-v2.js';
import { isNumber, isObject, isScalarMap, isStringList } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewayProxyStructuredResultV2`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { isAPIGatewayProxyStructuredResultV2 } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyStructuredResultV2({ statusCode: 200, cookies: ['a=1'] })); // => true
 * ```
 */
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
 * Returns `true` if the value is a valid `APIGatewayProxyResultV2`. Checks every field and allows unknown ones.
 *
 * Any other JSON value without a `statusCode` is a valid result, too, but the guard rejects it: only your function knows its type.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { isAPIGatewayProxyResultV2 } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyResultV2('hello')); // => true
 * ```
 */
export function isAPIGatewayProxyResultV2(value: unknown): value is APIGatewayProxyResultV2 {
  return typeof value === 'string' || isAPIGatewayProxyStructuredResultV2(value);
}
