// Generated from src/types/request-authorizer-event-v2.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayRequestAuthorizerEventV2 } from '../guards/request-authorizer-event-v2.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { stringMap } from './maps.js';
import { object } from './object.js';
import { authentication, eventRequestContextV2Http } from './proxy-event-v2.js';

/**
 * The zod schema for `APIGatewayRequestAuthorizerEventV2`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildRequestAuthorizerEventV2 } from 'apigw-proxy';
 * import { APIGatewayRequestAuthorizerEventV2Schema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayRequestAuthorizerEventV2Schema.safeParse(buildRequestAuthorizerEventV2()).success); // => true
 * ```
 */
export const APIGatewayRequestAuthorizerEventV2Schema = /* @__PURE__ */ addGuard(isAPIGatewayRequestAuthorizerEventV2, () =>
  object(requestAuthorizerEventV2),
);

function requestAuthorizerEventV2() {
  return {
    version: z.literal('2.0'),
    type: z.literal('REQUEST'),
    routeArn: z.string(),
    identitySource: exactOptional(z.array(z.string()).nullable()),
    routeKey: z.string(),
    rawPath: z.string(),
    rawQueryString: z.string(),
    cookies: exactOptional(z.array(z.string())),
    headers: stringMap(),
    queryStringParameters: exactOptional(stringMap()),
    requestContext: object(requestContext),
    pathParameters: exactOptional(stringMap()),
    stageVariables: exactOptional(stringMap()),
  };
}

function requestContext() {
  return {
    accountId: z.string(),
    apiId: z.string(),
    authentication: exactOptional(object(authentication)),
    domainName: z.string(),
    domainPrefix: z.string(),
    http: object(eventRequestContextV2Http),
    requestId: z.string(),
    routeKey: z.string(),
    stage: z.string(),
    time: z.string(),
    timeEpoch: z.number(),
  };
}
