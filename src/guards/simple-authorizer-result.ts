// Generated from src/types/simple-authorizer-result.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewaySimpleAuthorizerResult } from '../types/simple-authorizer-result.js';
import { isObject } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewaySimpleAuthorizerResult`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { isAPIGatewaySimpleAuthorizerResult, simpleResult } from 'apigw-proxy';
 *
 * console.log(isAPIGatewaySimpleAuthorizerResult(simpleResult(true))); // => true
 * ```
 */
export function isAPIGatewaySimpleAuthorizerResult(value: unknown): value is APIGatewaySimpleAuthorizerResult {
  return (
    isObject<APIGatewaySimpleAuthorizerResult>(value) &&
    typeof value.isAuthorized === 'boolean' &&
    (value.context === null || isObject(value.context) || !('context' in value))
  );
}
