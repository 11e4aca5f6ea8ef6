// Generated from src/types/proxy-event-v2.ts by `npm run shapes`. Change the type and run it again.

import type {
  APIGatewayEventRequestContextV2Http,
  APIGatewayEventRequestContextV2WithOptionalAuthorizer,
  APIGatewayProxyEventV2,
} from '../types/proxy-event-v2.js';
import { isAPIGatewayEventClientCertificate } from './client-certificate.js';
import { isNumber, isObject, isStringList, isStringMap } from './fields.js';
import { isAPIGatewayProxyEventV2Authorizer } from './proxy-event-v2-authorizer.js';

/**
 * Returns `true` if the value is a valid `APIGatewayProxyEventV2`. Checks every field and allows unknown ones.
 *
 * Accepts the event of a function URL as well, because it has the same fields. Use `detectEvent` to distinguish them.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildHttpEvent, isAPIGatewayProxyEventV2 } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyEventV2(buildHttpEvent())); // => true
 * ```
 */
export function isAPIGatewayProxyEventV2(value: unknown): value is APIGatewayProxyEventV2 {
  return (
    isObject<APIGatewayProxyEventV2>(value) &&
    value.version === '2.0' &&
    typeof value.routeKey === 'string' &&
    typeof value.rawPath === 'string' &&
    typeof value.rawQueryString === 'string' &&
    (isStringList(value.cookies) || !('cookies' in value)) &&
    isStringMap(value.headers) &&
    (isStringMap(value.queryStringParameters) || !('queryStringParameters' in value)) &&
    (isStringMap(value.pathParameters) || !('pathParameters' in value)) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    isAPIGatewayEventRequestContextV2WithOptionalAuthorizer(value.requestContext) &&
    (typeof value.body === 'string' || !('body' in value)) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

function isAPIGatewayEventRequestContextV2WithOptionalAuthorizer(
  value: unknown,
): value is APIGatewayEventRequestContextV2WithOptionalAuthorizer {
  return (
    isObject<APIGatewayEventRequestContextV2WithOptionalAuthorizer>(value) &&
    (value.authorizer === undefined || isAPIGatewayProxyEventV2Authorizer(value.authorizer)) &&
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

type Authentication = NonNullable<APIGatewayEventRequestContextV2WithOptionalAuthorizer['authentication']>;

export function isAuthentication(value: unknown): value is Authentication {
  return isObject<Authentication>(value) && isAPIGatewayEventClientCertificate(value.clientCert);
}

export function isAPIGatewayEventRequestContextV2Http(value: unknown): value is APIGatewayEventRequestContextV2Http {
  return (
    isObject<APIGatewayEventRequestContextV2Http>(value) &&
    typeof value.method === 'string' &&
    typeof value.path === 'string' &&
    typeof value.protocol === 'string' &&
    typeof value.sourceIp === 'string' &&
    typeof value.userAgent === 'string'
  );
}
