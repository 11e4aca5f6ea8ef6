import type { APIGatewayProxyEventAuthorizer } from '../types/proxy-event-authorizer.js';
import { isNumber, isObject, isStringList, isStringMap, isStringOrNull } from './fields.js';

export function isProxyEventAuthorizer(value: unknown): value is APIGatewayProxyEventAuthorizer {
  return (
    isObject<APIGatewayProxyEventAuthorizer>(value) &&
    (isStringOrNull(value.claims) || isStringMap(value.claims) || !('claims' in value)) &&
    (isStringOrNull(value.scopes) || isStringList(value.scopes) || !('scopes' in value)) &&
    (typeof value.principalId === 'string' || !('principalId' in value)) &&
    (isNumber(value.integrationLatency) || !('integrationLatency' in value))
  );
}
