// Generated from src/types/identity.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayEventIdentity } from '../types/identity.js';
import { isAPIGatewayEventClientCertificate } from './client-certificate.js';
import { isObject, isStringList, isStringOrNull } from './fields.js';

export function isAPIGatewayEventIdentity(value: unknown): value is APIGatewayEventIdentity {
  return (
    isObject<APIGatewayEventIdentity>(value) &&
    isStringOrNull(value.accessKey) &&
    isStringOrNull(value.accountId) &&
    (isStringOrNull(value.apiKey) || !('apiKey' in value)) &&
    (isStringOrNull(value.apiKeyId) || !('apiKeyId' in value)) &&
    isStringOrNull(value.caller) &&
    (value.clientCert === null || isAPIGatewayEventClientCertificate(value.clientCert) || !('clientCert' in value)) &&
    (value.cognitoAmr === null || isStringList(value.cognitoAmr) || !('cognitoAmr' in value)) &&
    isStringOrNull(value.cognitoAuthenticationProvider) &&
    isStringOrNull(value.cognitoAuthenticationType) &&
    isStringOrNull(value.cognitoIdentityId) &&
    isStringOrNull(value.cognitoIdentityPoolId) &&
    (isStringOrNull(value.principalOrgId) || !('principalOrgId' in value)) &&
    typeof value.sourceIp === 'string' &&
    isStringOrNull(value.user) &&
    isStringOrNull(value.userAgent) &&
    isStringOrNull(value.userArn) &&
    (typeof value.vpcId === 'string' || !('vpcId' in value)) &&
    (typeof value.vpceId === 'string' || !('vpceId' in value))
  );
}
