import * as z from 'zod';
import { isAPIGatewayProxyEvent } from '../guards/proxy-event.js';
import { guarded } from './guarded.js';
import { identity } from './identity.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { proxyEventAuthorizer } from './proxy-event-authorizer.js';

/** Schema of `APIGatewayProxyEvent`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyEventSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyEvent, () =>
  object({
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
    requestContext: requestContext(),
    body: z.string().nullable(),
    isBase64Encoded: z.boolean(),
  }),
);

function requestContext() {
  return object({
    accountId: z.string(),
    apiId: z.string(),
    authorizer: proxyEventAuthorizer().exactOptional(),
    deploymentId: z.string().exactOptional(),
    domainName: z.string(),
    domainPrefix: z.string(),
    extendedRequestId: z.string(),
    httpMethod: z.string(),
    identity: identity(),
    operationName: z.string().exactOptional(),
    path: z.string(),
    protocol: z.string(),
    requestId: z.string(),
    requestTime: z.string(),
    requestTimeEpoch: z.number(),
    resourceId: z.string().nullable(),
    resourcePath: z.string(),
    stage: z.string(),
    customDomain: object({ basePathMatched: z.string() }).exactOptional(),
  });
}
