import * as z from 'zod';
import { isAPIGatewayRequestAuthorizerEventV2 } from '../guards/request-authorizer-event-v2.js';
import { guarded } from './guarded.js';
import { stringMap } from './maps.js';
import { object } from './object.js';
import { authentication, http } from './proxy-event-v2.js';

/** Schema of `APIGatewayRequestAuthorizerEventV2`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayRequestAuthorizerEventV2Schema = /* @__PURE__ */ guarded(isAPIGatewayRequestAuthorizerEventV2, () =>
  object({
    version: z.literal('2.0'),
    type: z.literal('REQUEST'),
    routeArn: z.string(),
    identitySource: z.array(z.string()).nullable().exactOptional(),
    routeKey: z.string(),
    rawPath: z.string(),
    rawQueryString: z.string(),
    cookies: z.array(z.string()).exactOptional(),
    headers: stringMap(),
    queryStringParameters: stringMap().exactOptional(),
    requestContext: requestContext(),
    pathParameters: stringMap().exactOptional(),
    stageVariables: stringMap().exactOptional(),
  }),
);

function requestContext() {
  return object({
    accountId: z.string(),
    apiId: z.string(),
    authentication: authentication().exactOptional(),
    domainName: z.string(),
    domainPrefix: z.string(),
    http: http(),
    requestId: z.string(),
    routeKey: z.string(),
    stage: z.string(),
    time: z.string(),
    timeEpoch: z.number(),
  });
}
