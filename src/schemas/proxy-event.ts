// Printed from src/types/proxy-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { isAPIGatewayProxyEvent } from '../guards/proxy-event.js';
import { guarded } from './guarded.js';
import { eventIdentity } from './identity.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { proxyEventAuthorizer } from './proxy-event-authorizer.js';

/** The zod schema for `APIGatewayProxyEvent`. `parse` returns its argument, unknown fields included. */
export const APIGatewayProxyEventSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyEvent, () => object(proxyEvent()));

function proxyEvent() {
  return {
    version: z.literal('1.0').exactOptional(),
    resource: z.string(),
    path: z.string(),
    httpMethod: z.string(),
    headers: stringMap().nullable(),
    multiValueHeaders: stringListMap().nullable(),
    queryStringParameters: stringMap().nullable(),
    multiValueQueryStringParameters: stringListMap().nullable(),
    pathParameters: stringMap().nullable(),
    stageVariables: stringMap().nullable(),
    requestContext: object(eventRequestContextWithOptionalAuthorizer()),
    body: z.string().nullable(),
    isBase64Encoded: z.boolean(),
  };
}

function eventRequestContextWithOptionalAuthorizer() {
  return {
    authorizer: z.looseObject(proxyEventAuthorizer()).optional(),
    accountId: z.string(),
    apiId: z.string(),
    deploymentId: z.string().exactOptional(),
    domainName: z.string(),
    domainPrefix: z.string(),
    extendedRequestId: z.string(),
    httpMethod: z.string(),
    identity: object(eventIdentity()),
    operationName: z.string().exactOptional(),
    path: z.string(),
    protocol: z.string(),
    requestId: z.string(),
    requestTime: z.string(),
    requestTimeEpoch: z.number(),
    resourceId: z.string().nullable(),
    resourcePath: z.string(),
    stage: z.string(),
    customDomain: object(customDomain()).exactOptional(),
  };
}

function customDomain() {
  return { basePathMatched: z.string() };
}
