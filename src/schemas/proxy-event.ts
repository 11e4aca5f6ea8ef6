// Generated from src/types/proxy-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayProxyEvent } from '../guards/proxy-event.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { eventIdentity } from './identity.js';
import { stringListMap, stringMap } from './maps.js';
import { object, openObject } from './object.js';
import { proxyEventAuthorizer } from './proxy-event-authorizer.js';

/**
 * The zod schema for `APIGatewayProxyEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildRestEvent } from 'apigw-proxy';
 * import { APIGatewayProxyEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyEventSchema.safeParse(buildRestEvent()).success); // => true
 * ```
 */
export const APIGatewayProxyEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayProxyEvent, () => object(proxyEvent));

function proxyEvent() {
  return {
    version: exactOptional(z.literal('1.0')),
    resource: z.string(),
    path: z.string(),
    httpMethod: z.string(),
    headers: stringMap().nullable(),
    multiValueHeaders: stringListMap().nullable(),
    queryStringParameters: stringMap().nullable(),
    multiValueQueryStringParameters: stringListMap().nullable(),
    pathParameters: stringMap().nullable(),
    stageVariables: stringMap().nullable(),
    requestContext: object(eventRequestContextWithOptionalAuthorizer),
    body: z.string().nullable(),
    isBase64Encoded: z.boolean(),
  };
}

function eventRequestContextWithOptionalAuthorizer() {
  return {
    authorizer: openObject(proxyEventAuthorizer).optional(),
    accountId: z.string(),
    apiId: z.string(),
    deploymentId: exactOptional(z.string()),
    domainName: z.string(),
    domainPrefix: z.string(),
    extendedRequestId: z.string(),
    httpMethod: z.string(),
    identity: object(eventIdentity),
    operationName: exactOptional(z.string()),
    path: z.string(),
    protocol: z.string(),
    requestId: z.string(),
    requestTime: z.string(),
    requestTimeEpoch: z.number(),
    resourceId: z.string().nullable(),
    resourcePath: z.string(),
    stage: z.string(),
    customDomain: exactOptional(object(customDomain)),
  };
}

function customDomain() {
  return { basePathMatched: z.string() };
}
