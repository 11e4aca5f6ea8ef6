import * as z from 'zod';
import { isAPIGatewayWebsocketRequestAuthorizerEvent } from '../guards/websocket-request-authorizer-event.js';
import { guarded } from './guarded.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { connectRequestContext } from './websocket-event.js';

/** Schema of `APIGatewayWebsocketRequestAuthorizerEvent`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayWebsocketRequestAuthorizerEventSchema = /* @__PURE__ */ guarded(isAPIGatewayWebsocketRequestAuthorizerEvent, () =>
  object({
    type: z.literal('REQUEST'),
    methodArn: z.string(),
    headers: stringMap(),
    multiValueHeaders: stringListMap(),
    queryStringParameters: stringMap(),
    multiValueQueryStringParameters: stringListMap(),
    stageVariables: stringMap(),
    requestContext: connectRequestContext(),
  }),
);
