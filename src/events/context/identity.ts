import type { IamAuthorizer } from '../../gateway/authorizer.js';
import type { Gateway } from '../../gateway/gateway.js';
import { callerOf } from '../../gateway/iam-caller.js';
import { isConsoleTest } from '../../gateway/settings.js';
import type { APIGatewayEventIdentity } from '../../types/identity.js';
import { lastField } from '../request/fields.js';
import type { SentRequest } from '../request/sent-request.js';
import { clientCertOf } from './client-cert.js';

/** Returns `requestContext.identity` of a REST event. recorded [rest-greedy-plain]: twelve keys, and those of the features in use. */
export function restIdentity(request: SentRequest, gateway: Gateway): APIGatewayEventIdentity {
  const { caller, cognito } = identify(gateway);
  const clientCert = clientCertOf(request, gateway);
  const key = gateway.testInvoke ? { value: 'test-invoke-api-key', id: 'test-invoke-api-key-id' } : gateway.apiKey;
  const start: Partial<APIGatewayEventIdentity> = {
    cognitoIdentityPoolId: cognito.cognitoIdentityPoolId,
    accountId: caller.accountId,
    cognitoIdentityId: cognito.cognitoIdentityId,
    caller: caller.caller,
  };
  const identity = start as APIGatewayEventIdentity; // the rest follows, in AWS's order
  if (key !== undefined) identity.apiKey = key.value;
  identity.sourceIp = gateway.testInvoke ? 'test-invoke-source-ip' : request.sourceIp;
  identity.principalOrgId = caller.principalOrgId;
  identity.accessKey = caller.accessKey;
  identity.cognitoAuthenticationType = cognito.cognitoAuthenticationType;
  identity.cognitoAuthenticationProvider = cognito.cognitoAuthenticationProvider;
  identity.userArn = caller.userArn;
  if (key !== undefined) identity.apiKeyId = key.id;
  identity.userAgent = lastField(request.fields, 'user-agent') ?? (gateway.testInvoke ? 'aws-internal/3 aws-sdk-java/1.12' : null);
  identity.user = caller.user;
  if (clientCert !== undefined) identity.clientCert = clientCert;
  if (gateway.vpc === undefined) return identity;
  identity.vpcId = gateway.vpc.vpcId;
  identity.vpceId = gateway.vpc.vpceId;
  return identity;
}

/** Returns `requestContext.identity` of an HTTP API's payload 1.0 event. recorded [http1-greedy-empty]: REST's twelve keys and `cognitoAmr`. */
export function httpIdentityV1(request: SentRequest, gateway: Gateway): APIGatewayEventIdentity {
  const { caller, cognito, amr } = identify(gateway);
  const clientCert = clientCertOf(request, gateway);
  const identity: APIGatewayEventIdentity = {
    accessKey: caller.accessKey,
    accountId: caller.accountId,
    caller: caller.caller,
    cognitoAmr: amr,
    cognitoAuthenticationProvider: cognito.cognitoAuthenticationProvider,
    cognitoAuthenticationType: cognito.cognitoAuthenticationType,
    cognitoIdentityId: cognito.cognitoIdentityId,
    cognitoIdentityPoolId: cognito.cognitoIdentityPoolId,
    principalOrgId: caller.principalOrgId,
    sourceIp: request.sourceIp,
    user: caller.user,
    userAgent: lastField(request.fields, 'user-agent') ?? '',
    userArn: caller.userArn,
  };
  if (clientCert !== undefined) identity.clientCert = clientCert;
  return identity;
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
