// Generated from src/types/request-authorizer-event-v2.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayRequestAuthorizerEventV2 } from '../types/request-authorizer-event-v2.js';
import { isNumber, isObject, isStringList, isStringMap } from './fields.js';
import { isAPIGatewayEventRequestContextV2Http, isAuthentication } from './proxy-event-v2.js';

/**
 * Returns `true` if the value is a valid `APIGatewayRequestAuthorizerEventV2`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildRequestAuthorizerEventV2, isAPIGatewayRequestAuthorizerEventV2 } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayRequestAuthorizerEventV2(buildRequestAuthorizerEventV2())); // => true
 * ```
 */
export function isAPIGatewayRequestAuthorizerEventV2(value: unknown): value is APIGatewayRequestAuthorizerEventV2 {
  return (
    isObject<APIGatewayRequestAuthorizerEventV2>(value) &&
    value.version === '2.0' &&
    value.type === 'REQUEST' &&
    typeof value.routeArn === 'string' &&
    (value.identitySource === null || isStringList(value.identitySource) || !('identitySource' in value)) &&
    typeof value.routeKey === 'string' &&
    typeof value.rawPath === 'string' &&
    typeof value.rawQueryString === 'string' &&
    (isStringList(value.cookies) || !('cookies' in value)) &&
    isStringMap(value.headers) &&
    (isStringMap(value.queryStringParameters) || !('queryStringParameters' in value)) &&
    isRequestContext(value.requestContext) &&
    (isStringMap(value.pathParameters) || !('pathParameters' in value)) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value))
  );
}

type RequestContext = APIGatewayRequestAuthorizerEventV2['requestContext'];

function isRequestContext(value: unknown): value is RequestContext {
  return (
    isObject<RequestContext>(value) &&
    typeof value.accountId === 'string' &&
    typeof value.apiId === 'string' &&
    (isAuthentication(value.authentication) || !('authentication' in value)) &&
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
