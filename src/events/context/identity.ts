import type { IamAuthorizer } from '../../gateway/authorizer.js';
import type { Gateway } from '../../gateway/gateway.js';
import { callerOf } from '../../gateway/iam-caller.js';
import { isConsoleTest } from '../../gateway/settings.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { APIGatewayEventIdentity } from '../../types/identity.js';
import { sourceIpOf } from '../request/request-fields.js';
import { clientCertOf } from './client-cert.js';

/** Returns `requestContext.identity` of a REST event. recorded [rest-greedy-plain]: twelve keys, and those of the features in use. */
export function restIdentity(request: HttpRequest, gateway: Gateway): APIGatewayEventIdentity {
  const { caller, cognito } = identify(gateway);
  const clientCert = clientCertOf(request, gateway);
  const key = gateway.testInvoke ? { value: 'test-invoke-api-key', id: 'test-invoke-api-key-id' } : gateway.apiKey;
  return {
    cognitoIdentityPoolId: cognito.cognitoIdentityPoolId,
    accountId: caller.accountId,
    cognitoIdentityId: cognito.cognitoIdentityId,
    caller: caller.caller,
    ...(key && { apiKey: key.value }),
    sourceIp: gateway.testInvoke ? 'test-invoke-source-ip' : sourceIpOf(request),
    principalOrgId: caller.principalOrgId,
    accessKey: caller.accessKey,
    cognitoAuthenticationType: cognito.cognitoAuthenticationType,
    cognitoAuthenticationProvider: cognito.cognitoAuthenticationProvider,
    userArn: caller.userArn,
    ...(key && { apiKeyId: key.id }),
    userAgent: lastValueOf(request.headers, 'user-agent') ?? (gateway.testInvoke ? 'aws-internal/3 aws-sdk-java/1.12' : null),
    user: caller.user,
    ...(clientCert && { clientCert }),
    ...(gateway.vpc && { vpcId: gateway.vpc.vpcId, vpceId: gateway.vpc.vpceId }),
  };
}

/** Returns `requestContext.identity` of an HTTP API's payload 1.0 event. recorded [http1-greedy-empty]: REST's twelve keys and `cognitoAmr`. */
export function httpIdentityV1(request: HttpRequest, gateway: Gateway): APIGatewayEventIdentity {
  const { caller, cognito, amr } = identify(gateway);
  const clientCert = clientCertOf(request, gateway);
  return {
    accessKey: caller.accessKey,
    accountId: caller.accountId,
    caller: caller.caller,
    cognitoAmr: amr,
    cognitoAuthenticationProvider: cognito.cognitoAuthenticationProvider,
    cognitoAuthenticationType: cognito.cognitoAuthenticationType,
    cognitoIdentityId: cognito.cognitoIdentityId,
    cognitoIdentityPoolId: cognito.cognitoIdentityPoolId,
    principalOrgId: caller.principalOrgId,
    sourceIp: sourceIpOf(request),
    user: caller.user,
    userAgent: lastValueOf(request.headers, 'user-agent') ?? '',
    userArn: caller.userArn,
    ...(clientCert && { clientCert }),
  };
}

interface Identified {
  readonly caller: Pick<APIGatewayEventIdentity, 'accountId' | 'caller' | 'accessKey' | 'userArn' | 'user'> & {
    principalOrgId: string | null;
  };
  readonly cognito: Pick<
    APIGatewayEventIdentity,
    'cognitoIdentityId' | 'cognitoIdentityPoolId' | 'cognitoAuthenticationType' | 'cognitoAuthenticationProvider'
  >;
  readonly amr: string[] | null;
}

const NOBODY: Identified = {
  caller: { accountId: null, caller: null, accessKey: null, userArn: null, user: null, principalOrgId: null },
  cognito: { cognitoIdentityId: null, cognitoIdentityPoolId: null, cognitoAuthenticationType: null, cognitoAuthenticationProvider: null },
  amr: null,
};

function identify(gateway: Gateway): Identified {
  const iam = iamOf(gateway);
  if (iam === undefined) return NOBODY;
  const { accountId, callerId, accessKey, userArn, userId, principalOrgId, cognitoIdentity } = callerOf(iam);
  const caller = { accountId, caller: callerId, accessKey, userArn, user: userId, principalOrgId };
  if (cognitoIdentity === null) return { ...NOBODY, caller };
  const [type = null, ...providers] = cognitoIdentity.amr;
  return {
    caller,
    cognito: {
      cognitoIdentityId: cognitoIdentity.identityId,
      cognitoIdentityPoolId: cognitoIdentity.identityPoolId,
      // documented: the first authentication method is the type; the others are the providers.
      cognitoAuthenticationType: type,
      cognitoAuthenticationProvider: providers.length === 0 ? null : providers.join(','),
    },
    amr: [...cognitoIdentity.amr],
  };
}

// recorded [rest-console-test-invoke]: the caller of a console test is the user of the console.
function iamOf(gateway: Gateway): IamAuthorizer | undefined {
  const { authorizer } = gateway;
  if (authorizer !== undefined && 'iam' in authorizer) return authorizer.iam;
  return isConsoleTest(gateway) ? {} : undefined;
}
