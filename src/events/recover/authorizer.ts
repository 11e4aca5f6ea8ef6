import type { GatewayAuthorizer, IamAuthorizer } from '../../gateway/authorizer.js';
import { type Fields, fieldsOf, isEmpty, stringOf, stringsOf } from './fields.js';

/** Finds out what the authorizer of a REST or WebSocket API added to the event. */
export function recoverRestAuthorizer(context: Fields): GatewayAuthorizer | undefined {
  const { claims, principalId, integrationLatency, ...others } = fieldsOf(context['authorizer']);
  if (typeof claims === 'object' && claims !== null) return { cognito: { claims: stringsOf(claims) } };
  if (typeof principalId !== 'string') return recoverCaller(fieldsOf(context['identity']));
  const latency = typeof integrationLatency === 'number' ? { integrationLatency } : {};
  return { lambda: { principalId, context: isEmpty(others) ? null : others, ...latency } };
}

/** Finds out what the authorizer of an HTTP API added to a payload 1.0 event. */
export function recoverHttpAuthorizerV1(context: Fields): GatewayAuthorizer | undefined {
  const authorizer = context['authorizer'];
  if (typeof authorizer !== 'object' || authorizer === null) return recoverCaller(fieldsOf(context['identity']));
  const { claims, scopes, ...others } = fieldsOf(authorizer);
  if (typeof claims === 'object' && claims !== null) return jwtOf(claims, scopes);
  return { lambda: { context: isEmpty(others) ? null : others } };
}

/** Finds out what the authorizer added to a payload 2.0 event. */
export function recoverAuthorizerV2(context: Fields): GatewayAuthorizer | undefined {
  const { iam, jwt, lambda } = fieldsOf(context['authorizer']);
  if (typeof iam === 'object' && iam !== null) return { iam };
  if (typeof jwt === 'object' && jwt !== null) return jwtOf(fieldsOf(jwt)['claims'], fieldsOf(jwt)['scopes']);
  return lambda === undefined ? undefined : { lambda: { context: lambda === null ? null : fieldsOf(lambda) } };
}

function jwtOf(claims: unknown, scopes: unknown): GatewayAuthorizer {
  const list = Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : null;
  return { jwt: { claims: stringsOf(claims), scopes: list } };
}

/** Finds out which caller IAM authorization identified; `undefined` without one. */
function recoverCaller(identity: Fields): GatewayAuthorizer | undefined {
  const { accessKey, accountId, caller, userArn, user, principalOrgId } = identity;
  if (typeof userArn !== 'string') return undefined;
  const found = { accessKey, accountId, callerId: caller, userArn, userId: user, principalOrgId, cognitoIdentity: cognitoOf(identity) };
  // A field that is missing or has another type than AWS's is overridden in the event.
  return { iam: Object.fromEntries(Object.entries(found).filter(([, value]) => value != null)) as IamAuthorizer };
}

function cognitoOf(identity: Fields): NonNullable<IamAuthorizer['cognitoIdentity']> | undefined {
  const identityId = stringOf(identity['cognitoIdentityId']);
  const identityPoolId = stringOf(identity['cognitoIdentityPoolId']);
  const type = stringOf(identity['cognitoAuthenticationType']);
  if (identityId === undefined || identityPoolId === undefined || type === undefined) return undefined;
  const providers = stringOf(identity['cognitoAuthenticationProvider'])?.split(',') ?? [];
  return { amr: [type, ...providers], identityId, identityPoolId };
}
