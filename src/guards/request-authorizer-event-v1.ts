import type { APIGatewayRequestAuthorizerEventV1 } from '../types/request-authorizer-event-v1.js';
import { isObject, isStringListMap, isStringMap, isStringOrNull } from './fields.js';
import { isAuthorizerRequestContext } from './request-authorizer-event.js';

/** Whether the value is the event of an HTTP API's authorizer with payload format 1.0: the whole event, as the schema sees it. */
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
    isAuthorizerRequestContext(value.requestContext)
  );
}
