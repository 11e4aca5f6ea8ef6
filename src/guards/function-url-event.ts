import type { LambdaFunctionURLEvent, LambdaFunctionURLEventRequestContext } from '../types/function-url-event.js';
import type { APIGatewayEventIAMAuthorizer } from '../types/proxy-event-v2-authorizer.js';
import { isNumber, isObject, isStringList, isStringMap, isStringOrNull } from './fields.js';
import { isAuthentication, isHttp } from './proxy-event-v2.js';
import { isIAM } from './proxy-event-v2-authorizer.js';

/**
 * Whether the value is the event of a function URL: the whole event, as the schema sees it. An HTTP API's event may have the same shape;
 * `detectEvent` tells them apart.
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
    isRequestContext(value.requestContext) &&
    (isStringOrNull(value.body) || !('body' in value)) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

function isRequestContext(value: unknown): value is LambdaFunctionURLEventRequestContext {
  return (
    isObject<LambdaFunctionURLEventRequestContext>(value) &&
    typeof value.accountId === 'string' &&
    typeof value.apiId === 'string' &&
    (value.authentication === null || isAuthentication(value.authentication) || !('authentication' in value)) &&
    (value.authorizer === null || isAuthorizer(value.authorizer) || !('authorizer' in value)) &&
    typeof value.domainName === 'string' &&
    typeof value.domainPrefix === 'string' &&
    isHttp(value.http) &&
    typeof value.requestId === 'string' &&
    typeof value.routeKey === 'string' &&
    typeof value.stage === 'string' &&
    typeof value.time === 'string' &&
    isNumber(value.timeEpoch)
  );
}

function isAuthorizer(value: unknown): value is APIGatewayEventIAMAuthorizer {
  return isObject<APIGatewayEventIAMAuthorizer>(value) && isIAM(value.iam);
}
