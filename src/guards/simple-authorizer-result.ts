import type { APIGatewaySimpleAuthorizerResult } from '../types/simple-authorizer-result.js';
import { isObject } from './fields.js';

/** Whether the value is the simple answer of an HTTP API's authorizer, as the schema sees it. */
export function isAPIGatewaySimpleAuthorizerResult(value: unknown): value is APIGatewaySimpleAuthorizerResult {
  return (
    isObject<APIGatewaySimpleAuthorizerResult>(value) &&
    typeof value.isAuthorized === 'boolean' &&
    (value.context === null || isObject(value.context) || !('context' in value))
  );
}
