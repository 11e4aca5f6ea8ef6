// Generated from src/types/proxy-event-authorizer.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayProxyEventAuthorizer } from '../types/proxy-event-authorizer.js';
import { isNumber, isObject, isStringList, isStringMap } from './fields.js';

export function isAPIGatewayProxyEventAuthorizer(value: unknown): value is APIGatewayProxyEventAuthorizer {
  return (
    isObject<APIGatewayProxyEventAuthorizer>(value) &&
    (typeof value.claims === 'string' || value.claims === null || isStringMap(value.claims) || !('claims' in value)) &&
    (typeof value.scopes === 'string' || value.scopes === null || isStringList(value.scopes) || !('scopes' in value)) &&
    (typeof value.principalId === 'string' || !('principalId' in value)) &&
    (isNumber(value.integrationLatency) || !('integrationLatency' in value))
  );
}
