// Generated from src/types/request-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import type {
  APIGatewayRequestAuthorizerEvent,
  APIGatewayRequestAuthorizerEventIdentity,
  APIGatewayRequestAuthorizerEventRequestContext,
} from '../types/request-authorizer-event.js';
import { isAPIGatewayEventClientCertificate } from './client-certificate.js';
import { isNumber, isObject, isStringList, isStringListMap, isStringMap, isStringOrNull } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewayRequestAuthorizerEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildRequestAuthorizerEvent, isAPIGatewayRequestAuthorizerEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayRequestAuthorizerEvent(buildRequestAuthorizerEvent())); // => true
 * ```
 */
export function isAPIGatewayRequestAuthorizerEvent(value: unknown): value is APIGatewayRequestAuthorizerEvent {
  return (
    isObject<APIGatewayRequestAuthorizerEvent>(value) &&
    value.type === 'REQUEST' &&
    typeof value.methodArn === 'string' &&
    typeof value.resource === 'string' &&
    typeof value.path === 'string' &&
    typeof value.httpMethod === 'string' &&
    (value.headers === null || isStringMap(value.headers)) &&
    (value.multiValueHeaders === null || isStringListMap(value.multiValueHeaders) || !('multiValueHeaders' in value)) &&
    (value.queryStringParameters === null || isStringMap(value.queryStringParameters)) &&
    (value.multiValueQueryStringParameters === null ||
      isStringListMap(value.multiValueQueryStringParameters) ||
      !('multiValueQueryStringParameters' in value)) &&
    (value.pathParameters === null || isStringMap(value.pathParameters)) &&
    (value.stageVariables === null || isStringMap(value.stageVariables)) &&
    isAPIGatewayRequestAuthorizerEventRequestContext(value.requestContext) &&
    (isStringOrNull(value.body) || !('body' in value)) &&
    (typeof value.isBase64Encoded === 'boolean' || !('isBase64Encoded' in value))
  );
}

export function isAPIGatewayRequestAuthorizerEventRequestContext(value: unknown): value is APIGatewayRequestAuthorizerEventRequestContext {
  return (
    isObject<APIGatewayRequestAuthorizerEventRequestContext>(value) &&
    typeof value.accountId === 'string' &&
    typeof value.apiId === 'string' &&
    (typeof value.deploymentId === 'string' || !('deploymentId' in value)) &&
    (typeof value.domainName === 'string' || !('domainName' in value)) &&
    (typeof value.domainPrefix === 'string' || !('domainPrefix' in value)) &&
    (typeof value.extendedRequestId === 'string' || !('extendedRequestId' in value)) &&
    typeof value.httpMethod === 'string' &&
    isAPIGatewayRequestAuthorizerEventIdentity(value.identity) &&
    (typeof value.operationName === 'string' || !('operationName' in value)) &&
    typeof value.path === 'string' &&
    (typeof value.protocol === 'string' || !('protocol' in value)) &&
    typeof value.requestId === 'string' &&
    (typeof value.requestTime === 'string' || !('requestTime' in value)) &&
    (isNumber(value.requestTimeEpoch) || !('requestTimeEpoch' in value)) &&
    isStringOrNull(value.resourceId) &&
    typeof value.resourcePath === 'string' &&
    typeof value.stage === 'string'
  );
}

function isAPIGatewayRequestAuthorizerEventIdentity(value: unknown): value is APIGatewayRequestAuthorizerEventIdentity {
  return (
    isObject<APIGatewayRequestAuthorizerEventIdentity>(value) &&
    typeof value.sourceIp === 'string' &&
    (isStringOrNull(value.accessKey) || !('accessKey' in value)) &&
    (isStringOrNull(value.accountId) || !('accountId' in value)) &&
    (isStringOrNull(value.apiKey) || !('apiKey' in value)) &&
    (isStringOrNull(value.apiKeyId) || !('apiKeyId' in value)) &&
    (isStringOrNull(value.caller) || !('caller' in value)) &&
    (value.clientCert === null || isAPIGatewayEventClientCertificate(value.clientCert) || !('clientCert' in value)) &&
    (value.cognitoAmr === null || isStringList(value.cognitoAmr) || !('cognitoAmr' in value)) &&
    (isStringOrNull(value.cognitoAuthenticationProvider) || !('cognitoAuthenticationProvider' in value)) &&
    (isStringOrNull(value.cognitoAuthenticationType) || !('cognitoAuthenticationType' in value)) &&
    (isStringOrNull(value.cognitoIdentityId) || !('cognitoIdentityId' in value)) &&
    (isStringOrNull(value.cognitoIdentityPoolId) || !('cognitoIdentityPoolId' in value)) &&
    (isStringOrNull(value.principalOrgId) || !('principalOrgId' in value)) &&
    (isStringOrNull(value.user) || !('user' in value)) &&
    (isStringOrNull(value.userAgent) || !('userAgent' in value)) &&
    (isStringOrNull(value.userArn) || !('userArn' in value)) &&
    (typeof value.vpcId === 'string' || !('vpcId' in value)) &&
    (typeof value.vpceId === 'string' || !('vpceId' in value))
  );
}
