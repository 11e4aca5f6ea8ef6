import type {
  APIGatewayRequestAuthorizerEvent,
  APIGatewayRequestAuthorizerEventIdentity,
  APIGatewayRequestAuthorizerEventRequestContext,
} from '../types/request-authorizer-event.js';
import { isClientCertificate } from './client-certificate.js';
import { isNumber, isObject, isStringList, isStringListMap, isStringMap, isStringOrNull } from './fields.js';

/** Whether the value is the event of a REST API's request authorizer: the whole event, as the schema sees it. */
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
    isAuthorizerRequestContext(value.requestContext) &&
    (isStringOrNull(value.body) || !('body' in value)) &&
    (typeof value.isBase64Encoded === 'boolean' || !('isBase64Encoded' in value))
  );
}

export function isAuthorizerRequestContext(value: unknown): value is APIGatewayRequestAuthorizerEventRequestContext {
  return (
    isObject<APIGatewayRequestAuthorizerEventRequestContext>(value) &&
    typeof value.accountId === 'string' &&
    typeof value.apiId === 'string' &&
    (typeof value.deploymentId === 'string' || !('deploymentId' in value)) &&
    (typeof value.domainName === 'string' || !('domainName' in value)) &&
    (typeof value.domainPrefix === 'string' || !('domainPrefix' in value)) &&
    (typeof value.extendedRequestId === 'string' || !('extendedRequestId' in value)) &&
    typeof value.httpMethod === 'string' &&
    isIdentity(value.identity) &&
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

function isIdentity(value: unknown): value is APIGatewayRequestAuthorizerEventIdentity {
  return (
    isObject<APIGatewayRequestAuthorizerEventIdentity>(value) &&
    (isStringOrNull(value.accessKey) || !('accessKey' in value)) &&
    (isStringOrNull(value.accountId) || !('accountId' in value)) &&
    (isStringOrNull(value.apiKey) || !('apiKey' in value)) &&
    (isStringOrNull(value.apiKeyId) || !('apiKeyId' in value)) &&
    (isStringOrNull(value.caller) || !('caller' in value)) &&
    (value.clientCert === null || isClientCertificate(value.clientCert) || !('clientCert' in value)) &&
    (value.cognitoAmr === null || isStringList(value.cognitoAmr) || !('cognitoAmr' in value)) &&
    (isStringOrNull(value.cognitoAuthenticationProvider) || !('cognitoAuthenticationProvider' in value)) &&
    (isStringOrNull(value.cognitoAuthenticationType) || !('cognitoAuthenticationType' in value)) &&
    (isStringOrNull(value.cognitoIdentityId) || !('cognitoIdentityId' in value)) &&
    (isStringOrNull(value.cognitoIdentityPoolId) || !('cognitoIdentityPoolId' in value)) &&
    (isStringOrNull(value.principalOrgId) || !('principalOrgId' in value)) &&
    typeof value.sourceIp === 'string' &&
    (isStringOrNull(value.user) || !('user' in value)) &&
    (isStringOrNull(value.userAgent) || !('userAgent' in value)) &&
    (isStringOrNull(value.userArn) || !('userArn' in value)) &&
    (typeof value.vpcId === 'string' || !('vpcId' in value)) &&
    (typeof value.vpceId === 'string' || !('vpceId' in value))
  );
}
