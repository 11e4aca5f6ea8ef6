// Generated from src/types/request-authorizer-event-v1.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayRequestAuthorizerEventV1 } from '../types/request-authorizer-event-v1.js';
import { isObject, isStringListMap, isStringMap, isStringOrNull } from './fields.js';
import { isAPIGatewayRequestAuthorizerEventRequestContext } from './request-authorizer-event.js';

/**
 * Returns `true` if the value is a valid `APIGatewayRequestAuthorizerEventV1`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildRequestAuthorizerEventV1, isAPIGatewayRequestAuthorizerEventV1 } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayRequestAuthorizerEventV1(buildRequestAuthorizerEventV1())); // => true
 * ```
 */
export function isAPIGatewayRequestAuthorizerEventV1(value: unknown): value is APIGatewayRequestAuthorizerEventV1 {
  return (
    isObject<APIGatewayRequestAuthorizerEventV1>(value) &&
    value.version === '1.0' &&
    value.type === 'REQUEST' &&
    typeof value.methodArn === 'string' &&
    (isStringOrNull(value.identitySource) || !('identitySource' in value)) &&
    (isStringOrNull(value.authorizationToken) || !('authorizationToken' in value)) &&
    typeof value.resource === 'string' &&
    typeof value.path === 'string' &&
    typeof value.httpMethod === 'string' &&
    isStringMap(value.headers) &&
    (isStringListMap(value.multiValueHeaders) || !('multiValueHeaders' in value)) &&
    (value.queryStringParameters === null || isStringMap(value.queryStringParameters)) &&
    (value.multiValueQueryStringParameters === null ||
      isStringListMap(value.multiValueQueryStringParameters) ||
      !('multiValueQueryStringParameters' in value)) &&
    (value.pathParameters === null || isStringMap(value.pathParameters)) &&
    (value.stageVariables === null || isStringMap(value.stageVariables)) &&
    isAPIGatewayRequestAuthorizerEventRequestContext(value.requestContext)
  );
}
