// Generated from src/types/identity.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { eventClientCertificate } from './client-certificate.js';
import { exactOptional } from './exact-optional.js';
import { object } from './object.js';

export function eventIdentity() {
  return {
    accessKey: z.string().nullable(),
    accountId: z.string().nullable(),
    apiKey: exactOptional(z.string().nullable()),
    apiKeyId: exactOptional(z.string().nullable()),
    caller: z.string().nullable(),
    clientCert: exactOptional(object(eventClientCertificate).nullable()),
    cognitoAmr: exactOptional(z.array(z.string()).nullable()),
    cognitoAuthenticationProvider: z.string().nullable(),
    cognitoAuthenticationType: z.string().nullable(),
    cognitoIdentityId: z.string().nullable(),
    cognitoIdentityPoolId: z.string().nullable(),
    principalOrgId: exactOptional(z.string().nullable()),
    sourceIp: z.string(),
    user: z.string().nullable(),
    userAgent: z.string().nullable(),
    userArn: z.string().nullable(),
    vpcId: exactOptional(z.string()),
    vpceId: exactOptional(z.string()),
  };
}
