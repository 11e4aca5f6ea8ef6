// Generated from src/types/proxy-event-v2-authorizer.ts by `npm run shapes`. Change the type and run it again.

import type { APIGatewayEventIAMAuthorizer, APIGatewayProxyEventV2Authorizer } from '../types/proxy-event-v2-authorizer.js';
import { isObject, isStringList, isStringMap, isStringOrNull } from './fields.js';

export function isAPIGatewayProxyEventV2Authorizer(value: unknown): value is APIGatewayProxyEventV2Authorizer {
  return (
    isObject<APIGatewayProxyEventV2Authorizer>(value) &&
    (isIam(value.iam) || !('iam' in value)) &&
    (isJwt(value.jwt) || !('jwt' in value)) &&
    (value.lambda === null || isObject(value.lambda) || !('lambda' in value))
  );
}

type Iam = NonNullable<APIGatewayProxyEventV2Authorizer['iam']>;

function isIam(value: unknown): value is Iam {
  return (
    isObject<Iam>(value) &&
    typeof value.accessKey === 'string' &&
    typeof value.accountId === 'string' &&
    typeof value.callerId === 'string' &&
    (value.cognitoIdentity === null || isCognitoIdentity(value.cognitoIdentity)) &&
    isStringOrNull(value.principalOrgId) &&
    typeof value.userArn === 'string' &&
    typeof value.userId === 'string'
  );
}

type CognitoIdentity = NonNullable<Iam['cognitoIdentity']>;

function isCognitoIdentity(value: unknown): value is CognitoIdentity {
  return (
    isObject<CognitoIdentity>(value) &&
    isStringList(value.amr) &&
    typeof value.identityId === 'string' &&
    typeof value.identityPoolId === 'string'
  );
}

type Jwt = NonNullable<APIGatewayProxyEventV2Authorizer['jwt']>;

function isJwt(value: unknown): value is Jwt {
  return isObject<Jwt>(value) && isStringMap(value.claims) && (value.scopes === null || isStringList(value.scopes));
}

export function isAPIGatewayEventIAMAuthorizer(value: unknown): value is APIGatewayEventIAMAuthorizer {
  return isObject<APIGatewayEventIAMAuthorizer>(value) && isIam(value.iam);
}
