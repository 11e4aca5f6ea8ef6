// Generated from src/types/request-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayRequestAuthorizerEvent } from '../guards/request-authorizer-event.js';
import { addGuard } from './add-guard.js';
import { eventClientCertificate } from './client-certificate.js';
import { exactOptional } from './exact-optional.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';

/**
 * The zod schema for `APIGatewayRequestAuthorizerEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildRequestAuthorizerEvent } from 'apigw-proxy';
 * import { APIGatewayRequestAuthorizerEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayRequestAuthorizerEventSchema.safeParse(buildRequestAuthorizerEvent()).success); // => true
 * ```
 */
export const APIGatewayRequestAuthorizerEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayRequestAuthorizerEvent, () =>
  object(requestAuthorizerEvent),
);

function requestAuthorizerEvent() {
  return {
    type: z.literal('REQUEST'),
    methodArn: z.string(),
    resource: z.string(),
    path: z.string(),
    httpMethod: z.string(),
    headers: stringMap().nullable(),
    multiValueHeaders: exactOptional(stringListMap().nullable()),
    queryStringParameters: stringMap().nullable(),
    multiValueQueryStringParameters: exactOptional(stringListMap().nullable()),
    pathParameters: stringMap().nullable(),
    stageVariables: stringMap().nullable(),
    requestContext: object(requestAuthorizerEventRequestContext),
    body: exactOptional(z.string().nullable()),
    isBase64Encoded: exactOptional(z.boolean()),
  };
}

export function requestAuthorizerEventRequestContext() {
  return {
    accountId: z.string(),
    apiId: z.string(),
    deploymentId: exactOptional(z.string()),
    domainName: exactOptional(z.string()),
    domainPrefix: exactOptional(z.string()),
    extendedRequestId: exactOptional(z.string()),
    httpMethod: z.string(),
    identity: object(requestAuthorizerEventIdentity),
    operationName: exactOptional(z.string()),
    path: z.string(),
    protocol: exactOptional(z.string()),
    requestId: z.string(),
    requestTime: exactOptional(z.string()),
    requestTimeEpoch: exactOptional(z.number()),
    resourceId: z.string().nullable(),
    resourcePath: z.string(),
    stage: z.string(),
  };
}

function requestAuthorizerEventIdentity() {
  return {
    sourceIp: z.string(),
    accessKey: exactOptional(z.string().nullable()),
    accountId: exactOptional(z.string().nullable()),
    apiKey: exactOptional(z.string().nullable()),
    apiKeyId: exactOptional(z.string().nullable()),
    caller: exactOptional(z.string().nullable()),
    clientCert: exactOptional(object(eventClientCertificate).nullable()),
    cognitoAmr: exactOptional(z.array(z.string()).nullable()),
    cognitoAuthenticationProvider: exactOptional(z.string().nullable()),
    cognitoAuthenticationType: exactOptional(z.string().nullable()),
    cognitoIdentityId: exactOptional(z.string().nullable()),
    cognitoIdentityPoolId: exactOptional(z.string().nullable()),
    principalOrgId: exactOptional(z.string().nullable()),
    user: exactOptional(z.string().nullable()),
    userAgent: exactOptional(z.string().nullable()),
    userArn: exactOptional(z.string().nullable()),
    vpcId: exactOptional(z.string()),
    vpceId: exactOptional(z.string()),
  };
}
