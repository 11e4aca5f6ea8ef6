import type { GatewayAuthorizer, IamAuthorizer } from '../../gateway/authorizer.js';
import { isObject } from '../../http/is-object.js';
import { type Fields, fieldsOf, isEmpty, stringOf, stringsOf } from './fields.js';

/** Finds out what the authorizer of a REST or WebSocket API added to the event. */
export function recoverRestAuthorizer(context: Fields): GatewayAuthorizer | undefined {
  const { principalId, integrationLatency, ...others } = fieldsOf(context['authorizer']);
  if (isObject(others['claims'])) return { cognito: { claims: stringsOf(others['claims']) } };
  if (typeof principalId !== 'string') return recoverCaller(fieldsOf(context['identity']));
  const latency = typeof integrationLatency === 'number' ? { integrationLatency } : {};
  return { lambda: { principalId, context: isEmpty(others) ? null : others, ...latency } };
}

/** Finds out what the authorizer of an HTTP API added to a payload 1.0 event. */
export function recoverHttpAuthorizerV1(context: Fields): GatewayAuthorizer | undefined {
  const { authorizer } = context;
  if (!isObject(authorizer)) return recoverCaller(fieldsOf(context['identity']));
  const { claims, scopes, ...others } = authorizer;
  if (isObject(claims)) return jwtOf(claims, scopes);
  return { lambda: { context: isEmpty(others) ? null : others } };
}

/** Finds out what the authorizer added to a payload 2.0 event. */
export function recoverAuthorizerV2(context: Fields): GatewayAuthorizer | undefined {
  const { iam, jwt, lambda } = fieldsOf(context['authorizer']);
  if (isObject(iam)) return { iam };
  if (isObject(jwt)) return jwtOf(jwt['claims'], jwt['scopes']);
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
  // A field that is missing or has another type than AWS's is overridden in the event.
  const found = stringsOf({ accessKey, accountId, callerId: caller, userArn, userId: user, principalOrgId });
  return { iam: { ...found, ...cognitoOf(identity) } };
}

function cognitoOf(identity: Fields): Pick<IamAuthorizer, 'cognitoIdentity'> {
  const identityId = stringOf(identity['cognitoIdentityId']);
  const identityPoolId = stringOf(identity['cognitoIdentityPoolId']);
  const type = stringOf(identity['cognitoAuthenticationType']);
  if (identityId === undefined || identityPoolId === undefined || type === undefined) return {};
  const providers = stringOf(identity['cognitoAuthenticationProvider'])?.split(',') ?? [];
  return { cognitoIdentity: { amr: [type, ...providers], identityId, identityPoolId } };
}
