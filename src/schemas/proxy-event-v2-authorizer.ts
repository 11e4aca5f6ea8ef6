// Generated from src/types/proxy-event-v2-authorizer.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { exactOptional } from './exact-optional.js';
import { stringMap } from './maps.js';
import { object } from './object.js';

export function proxyEventV2Authorizer() {
  return { iam: exactOptional(object(iam)), jwt: exactOptional(object(jwt)), lambda: exactOptional(z.looseObject({}).nullable()) };
}

function iam() {
  return {
    accessKey: z.string(),
    accountId: z.string(),
    callerId: z.string(),
    cognitoIdentity: object(cognitoIdentity).nullable(),
    principalOrgId: z.string().nullable(),
    userArn: z.string(),
    userId: z.string(),
  };
}

function cognitoIdentity() {
  return { amr: z.array(z.string()), identityId: z.string(), identityPoolId: z.string() };
}

function jwt() {
  return { claims: stringMap(), scopes: z.array(z.string()).nullable() };
}

export function eventIAMAuthorizer() {
  return { iam: object(iam) };
}
