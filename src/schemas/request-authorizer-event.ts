// Printed from src/types/request-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { isAPIGatewayRequestAuthorizerEvent } from '../guards/request-authorizer-event.js';
import { eventClientCertificate } from './client-certificate.js';
import { guarded } from './guarded.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';

/** The zod schema for `APIGatewayRequestAuthorizerEvent`. `parse` returns its argument, unknown fields included. */
export const APIGatewayRequestAuthorizerEventSchema = /* @__PURE__ */ guarded(isAPIGatewayRequestAuthorizerEvent, () =>
  object(requestAuthorizerEvent()),
);

function requestAuthorizerEvent() {
  return {
    type: z.literal('REQUEST'),
    methodArn: z.string(),
    resource: z.string(),
    path: z.string(),
    httpMethod: z.string(),
    headers: stringMap().nullable(),
    multiValueHeaders: stringListMap().nullable().exactOptional(),
    queryStringParameters: stringMap().nullable(),
    multiValueQueryStringParameters: stringListMap().nullable().exactOptional(),
    pathParameters: stringMap().nullable(),
    stageVariables: stringMap().nullable(),
    requestContext: object(requestAuthorizerEventRequestContext()),
    body: z.string().nullable().exactOptional(),
    isBase64Encoded: z.boolean().exactOptional(),
  };
}

export function requestAuthorizerEventRequestContext() {
  return {
    accountId: z.string(),
    apiId: z.string(),
    deploymentId: z.string().exactOptional(),
    domainName: z.string().exactOptional(),
    domainPrefix: z.string().exactOptional(),
    extendedRequestId: z.string().exactOptional(),
    httpMethod: z.string(),
    identity: object(requestAuthorizerEventIdentity()),
    operationName: z.string().exactOptional(),
    path: z.string(),
    protocol: z.string().exactOptional(),
    requestId: z.string(),
    requestTime: z.string().exactOptional(),
    requestTimeEpoch: z.number().exactOptional(),
    resourceId: z.string().nullable(),
    resourcePath: z.string(),
    stage: z.string(),
  };
}

function requestAuthorizerEventIdentity() {
  return {
    sourceIp: z.string(),
    accessKey: z.string().nullable().exactOptional(),
    accountId: z.string().nullable().exactOptional(),
    apiKey: z.string().nullable().exactOptional(),
    apiKeyId: z.string().nullable().exactOptional(),
    caller: z.string().nullable().exactOptional(),
    clientCert: object(eventClientCertificate()).nullable().exactOptional(),
    cognitoAmr: z.array(z.string()).nullable().exactOptional(),
    cognitoAuthenticationProvider: z.string().nullable().exactOptional(),
    cognitoAuthenticationType: z.string().nullable().exactOptional(),
    cognitoIdentityId: z.string().nullable().exactOptional(),
    cognitoIdentityPoolId: z.string().nullable().exactOptional(),
    principalOrgId: z.string().nullable().exactOptional(),
    user: z.string().nullable().exactOptional(),
    userAgent: z.string().nullable().exactOptional(),
    userArn: z.string().nullable().exactOptional(),
    vpcId: z.string().exactOptional(),
    vpceId: z.string().exactOptional(),
  };
}
