// Printed from src/types/request-authorizer-event-v1.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { isAPIGatewayRequestAuthorizerEventV1 } from '../guards/request-authorizer-event-v1.js';
import { guarded } from './guarded.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { requestAuthorizerEventRequestContext } from './request-authorizer-event.js';

/** The zod schema for `APIGatewayRequestAuthorizerEventV1`. `parse` returns its argument, unknown fields included. */
export const APIGatewayRequestAuthorizerEventV1Schema = /* @__PURE__ */ guarded(isAPIGatewayRequestAuthorizerEventV1, () =>
  object(requestAuthorizerEventV1()),
);

function requestAuthorizerEventV1() {
  return {
    version: z.literal('1.0'),
    type: z.literal('REQUEST'),
    methodArn: z.string(),
    identitySource: z.string().nullable().exactOptional(),
    authorizationToken: z.string().nullable().exactOptional(),
    resource: z.string(),
    path: z.string(),
    httpMethod: z.string(),
    headers: stringMap(),
    multiValueHeaders: stringListMap().exactOptional(),
    queryStringParameters: stringMap().nullable(),
    multiValueQueryStringParameters: stringListMap().nullable().exactOptional(),
    pathParameters: stringMap().nullable(),
    stageVariables: stringMap().nullable(),
    requestContext: object(requestAuthorizerEventRequestContext()),
  };
}
