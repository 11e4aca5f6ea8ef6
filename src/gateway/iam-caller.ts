import { DEFAULT_ACCOUNT_ID } from '../aws/defaults.js';
import type { APIGatewayEventIAMAuthorizer } from '../types/proxy-event-v2-authorizer.js';
import type { IamAuthorizer } from './authorizer.js';
import { dropUndefined } from './drop-undefined.js';

/** Returns the caller of a request with IAM authorization, with defaults for what the settings leave out. */
export function callerOf(iam: IamAuthorizer): APIGatewayEventIAMAuthorizer['iam'] {
  return {
    accessKey: 'ASIAIOSFODNN7EXAMPLE',
    accountId: DEFAULT_ACCOUNT_ID,
    callerId: 'AROAIOSFODNN7EXAMPLE:session',
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: `arn:aws:sts::${DEFAULT_ACCOUNT_ID}:assumed-role/role/session`,
    userId: 'AROAIOSFODNN7EXAMPLE:session',
    ...dropUndefined(iam),
  };
}
