import * as z from 'zod';
import { stringMap } from './maps.js';
import { object } from './object.js';

export function proxyEventV2Authorizer() {
  return object({
    iam: iam().exactOptional(),
    jwt: jwt().exactOptional(),
    lambda: z.looseObject({}).nullable().exactOptional(),
  });
}

export function iam() {
  return object({
    accessKey: z.string(),
    accountId: z.string(),
    callerId: z.string(),
    cognitoIdentity: object({ amr: z.array(z.string()), identityId: z.string(), identityPoolId: z.string() }).nullable(),
    principalOrgId: z.string().nullable(),
    userArn: z.string(),
    userId: z.string(),
  });
}

function jwt() {
  return object({ claims: stringMap(), scopes: z.array(z.string()).nullable() });
}
