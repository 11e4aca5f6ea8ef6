// Printed from src/types/identity.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { eventClientCertificate } from './client-certificate.js';
import { object } from './object.js';

export function eventIdentity() {
  return {
    accessKey: z.string().nullable(),
    accountId: z.string().nullable(),
    apiKey: z.string().nullable().exactOptional(),
    apiKeyId: z.string().nullable().exactOptional(),
    caller: z.string().nullable(),
    clientCert: object(eventClientCertificate()).nullable().exactOptional(),
    cognitoAmr: z.array(z.string()).nullable().exactOptional(),
    cognitoAuthenticationProvider: z.string().nullable(),
    cognitoAuthenticationType: z.string().nullable(),
    cognitoIdentityId: z.string().nullable(),
    cognitoIdentityPoolId: z.string().nullable(),
    principalOrgId: z.string().nullable().exactOptional(),
    sourceIp: z.string(),
    user: z.string().nullable(),
    userAgent: z.string().nullable(),
    userArn: z.string().nullable(),
    vpcId: z.string().exactOptional(),
    vpceId: z.string().exactOptional(),
  };
}
