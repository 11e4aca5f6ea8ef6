// Generated from src/types/proxy-event.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayEventRequestContextWithOptionalAuthorizer, APIGatewayProxyEvent } from '../types/proxy-event.js';
import { isNumber, isObject, isStringListMap, isStringMap, isStringOrNull } from './fields.js';
import { isAPIGatewayEventIdentity } from './identity.js';
import { isAPIGatewayProxyEventAuthorizer } from './proxy-event-authorizer.js';

/**
 * Returns `true` if the value is a valid `APIGatewayProxyEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildRestEvent, isAPIGatewayProxyEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyEvent(buildRestEvent())); // => true
 * ```
 */
export function isAPIGatewayProxyEvent(value: unknown): value is APIGatewayProxyEvent {
  return (
    isObject<APIGatewayProxyEvent>(value) &&
    (value.version === '1.0' || !('version' in value)) &&
    typeof value.resource === 'string' &&
    typeof value.path === 'string' &&
    typeof value.httpMethod === 'string' &&
    (value.headers === null || isStringMap(value.headers)) &&
    (value.multiValueHeaders === null || isStringListMap(value.multiValueHeaders)) &&
    (value.queryStringParameters === null || isStringMap(value.queryStringParameters)) &&
    (value.multiValueQueryStringParameters === null || isStringListMap(value.multiValueQueryStringParameters)) &&
    (value.pathParameters === null || isStringMap(value.pathParameters)) &&
    (value.stageVariables === null || isStringMap(value.stageVariables)) &&
    isAPIGatewayEventRequestContextWithOptionalAuthorizer(value.requestContext) &&
    isStringOrNull(value.body) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

function isAPIGatewayEventRequestContextWithOptionalAuthorizer(
  value: unknown,
): value is APIGatewayEventRequestContextWithOptionalAuthorizer {
  return (
    isObject<APIGatewayEventRequestContextWithOptionalAuthorizer>(value) &&
    (value.authorizer === undefined || isAPIGatewayProxyEventAuthorizer(value.authorizer)) &&
    typeof value.accountId === 'string' &&
    typeof value.apiId === 'string' &&
    (typeof value.deploymentId === 'string' || !('deploymentId' in value)) &&
    typeof value.domainName === 'string' &&
    typeof value.domainPrefix === 'string' &&
    typeof value.extendedRequestId === 'string' &&
    typeof value.httpMethod === 'string' &&
    isAPIGatewayEventIdentity(value.identity) &&
    (typeof value.operationName === 'string' || !('operationName' in value)) &&
    typeof value.path === 'string' &&
    typeof value.protocol === 'string' &&
    typeof value.requestId === 'string' &&
    typeof value.requestTime === 'string' &&
    isNumber(value.requestTimeEpoch) &&
    isStringOrNull(value.resourceId) &&
    typeof value.resourcePath === 'string' &&
    typeof value.stage === 'string' &&
    (isCustomDomain(value.customDomain) || !('customDomain' in value))
  );
}

type CustomDomain = NonNullable<APIGatewayEventRequestContextWithOptionalAuthorizer['customDomain']>;

function isCustomDomain(value: unknown): value is CustomDomain {
  return isObject<CustomDomain>(value) && typeof value.basePathMatched === 'string';
}
