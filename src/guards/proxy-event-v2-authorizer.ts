import type {
  APIGatewayEventIAMAuthorizer,
  APIGatewayEventJWTAuthorizer,
  APIGatewayProxyEventV2Authorizer,
} from '../types/proxy-event-v2-authorizer.js';
import { isObject, isStringList, isStringMap, isStringOrNull } from './fields.js';

type IAM = APIGatewayEventIAMAuthorizer['iam'];
type JWT = APIGatewayEventJWTAuthorizer['jwt'];
type CognitoIdentity = NonNullable<IAM['cognitoIdentity']>;

export function isProxyEventV2Authorizer(value: unknown): value is APIGatewayProxyEventV2Authorizer {
  return (
    isObject<APIGatewayProxyEventV2Authorizer>(value) &&
    (isIAM(value.iam) || !('iam' in value)) &&
    (isJWT(value.jwt) || !('jwt' in value)) &&
    (value.lambda === null || isObject(value.lambda) || !('lambda' in value))
  );
}

export function isIAM(value: unknown): value is IAM {
  return (
    isObject<IAM>(value) &&
    typeof value.accessKey === 'string' &&
    typeof value.accountId === 'string' &&
    typeof value.callerId === 'string' &&
    (value.cognitoIdentity === null || isCognitoIdentity(value.cognitoIdentity)) &&
    isStringOrNull(value.principalOrgId) &&
    typeof value.userArn === 'string' &&
    typeof value.userId === 'string'
  );
}

function isCognitoIdentity(value: unknown): value is CognitoIdentity {
  return (
    isObject<CognitoIdentity>(value) &&
    isStringList(value.amr) &&
    typeof value.identityId === 'string' &&
    typeof value.identityPoolId === 'string'
  );
}

function isJWT(value: unknown): value is JWT {
  return isObject<JWT>(value) && isStringMap(value.claims) && (value.scopes === null || isStringList(value.scopes));
}
