// Generated from src/types/function-url-event.ts by `npm run shapes`. Change the type and run it again.

import type { LambdaFunctionURLEvent, LambdaFunctionURLEventRequestContextWithOptionalAuthorizer } from '../types/function-url-event.js';
import { isAPIGatewayEventClientCertificate } from './client-certificate.js';
import { isNumber, isObject, isStringList, isStringMap, isStringOrNull } from './fields.js';
import { isAPIGatewayEventRequestContextV2Http } from './proxy-event-v2.js';
import { isAPIGatewayEventIAMAuthorizer } from './proxy-event-v2-authorizer.js';

/**
 * Returns `true` if the value is a valid `LambdaFunctionURLEvent`. Checks every field and allows unknown ones.
 *
 * Accepts some events of HTTP APIs as well, because they have the same fields. Use `detectEvent` to distinguish them.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildFunctionUrlEvent, isLambdaFunctionURLEvent } from 'apigw-proxy';
 *
 * console.log(isLambdaFunctionURLEvent(buildFunctionUrlEvent())); // => true
 * ```
 */
export function isLambdaFunctionURLEvent(value: unknown): value is LambdaFunctionURLEvent {
  return (
    isObject<LambdaFunctionURLEvent>(value) &&
    value.version === '2.0' &&
    typeof value.routeKey === 'string' &&
    typeof value.rawPath === 'string' &&
    typeof value.rawQueryString === 'string' &&
    (isStringList(value.cookies) || !('cookies' in value)) &&
    isStringMap(value.headers) &&
    (value.queryStringParameters === null || isStringMap(value.queryStringParameters) || !('queryStringParameters' in value)) &&
    (value.pathParameters === null || isStringMap(value.pathParameters) || !('pathParameters' in value)) &&
    (value.stageVariables === null || isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    isLambdaFunctionURLEventRequestContextWithOptionalAuthorizer(value.requestContext) &&
    (isStringOrNull(value.body) || !('body' in value)) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

function isLambdaFunctionURLEventRequestContextWithOptionalAuthorizer(
  value: unknown,
): value is LambdaFunctionURLEventRequestContextWithOptionalAuthorizer {
  return (
    isObject<LambdaFunctionURLEventRequestContextWithOptionalAuthorizer>(value) &&
    (value.authorizer === null || value.authorizer === undefined || isAPIGatewayEventIAMAuthorizer(value.authorizer)) &&
    typeof value.accountId === 'string' &&
    typeof value.apiId === 'string' &&
    (value.authentication === null || isAuthentication(value.authentication) || !('authentication' in value)) &&
    typeof value.domainName === 'string' &&
    typeof value.domainPrefix === 'string' &&
    isAPIGatewayEventRequestContextV2Http(value.http) &&
    typeof value.requestId === 'string' &&
    typeof value.routeKey === 'string' &&
    typeof value.stage === 'string' &&
    typeof value.time === 'string' &&
    isNumber(value.timeEpoch)
  );
}

type Authentication = NonNullable<LambdaFunctionURLEventRequestContextWithOptionalAuthorizer['authentication']>;

function isAuthentication(value: unknown): value is Authentication {
  return isObject<Authentication>(value) && isAPIGatewayEventClientCertificate(value.clientCert);
}
