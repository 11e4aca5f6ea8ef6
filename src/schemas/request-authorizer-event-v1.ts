// Generated from src/types/request-authorizer-event-v1.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayRequestAuthorizerEventV1 } from '../guards/request-authorizer-event-v1.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { requestAuthorizerEventRequestContext } from './request-authorizer-event.js';

/**
 * The zod schema for `APIGatewayRequestAuthorizerEventV1`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildRequestAuthorizerEventV1 } from 'apigw-proxy';
 * import { APIGatewayRequestAuthorizerEventV1Schema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayRequestAuthorizerEventV1Schema.safeParse(buildRequestAuthorizerEventV1()).success); // => true
 * ```
 */
export const APIGatewayRequestAuthorizerEventV1Schema = /* @__PURE__ */ addGuard(isAPIGatewayRequestAuthorizerEventV1, () =>
  object(requestAuthorizerEventV1),
);

function requestAuthorizerEventV1() {
  return {
    version: z.literal('1.0'),
    type: z.literal('REQUEST'),
    methodArn: z.string(),
    identitySource: exactOptional(z.string().nullable()),
    authorizationToken: exactOptional(z.string().nullable()),
    resource: z.string(),
    path: z.string(),
    httpMethod: z.string(),
    headers: stringMap(),
    multiValueHeaders: exactOptional(stringListMap()),
    queryStringParameters: stringMap().nullable(),
    multiValueQueryStringParameters: exactOptional(stringListMap().nullable()),
    pathParameters: stringMap().nullable(),
    stageVariables: stringMap().nullable(),
    requestContext: object(requestAuthorizerEventRequestContext),
  };
}
