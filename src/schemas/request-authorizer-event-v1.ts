import * as z from 'zod';
import { isAPIGatewayRequestAuthorizerEventV1 } from '../guards/request-authorizer-event-v1.js';
import { guarded } from './guarded.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { authorizerRequestContext } from './request-authorizer-event.js';

/** Schema of `APIGatewayRequestAuthorizerEventV1`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayRequestAuthorizerEventV1Schema = /* @__PURE__ */ guarded(isAPIGatewayRequestAuthorizerEventV1, () =>
  object({
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
    requestContext: authorizerRequestContext(),
  }),
);
