// Generated from src/types/websocket-request-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayWebsocketRequestAuthorizerEvent } from '../guards/websocket-request-authorizer-event.js';
import { addGuard } from './add-guard.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { eventWebsocketConnectRequestContext } from './websocket-event.js';

/**
 * The zod schema for `APIGatewayWebsocketRequestAuthorizerEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildWebsocketRequestAuthorizerEvent } from 'apigw-proxy';
 * import { APIGatewayWebsocketRequestAuthorizerEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayWebsocketRequestAuthorizerEventSchema.safeParse(buildWebsocketRequestAuthorizerEvent()).success); // => true
 * ```
 */
export const APIGatewayWebsocketRequestAuthorizerEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayWebsocketRequestAuthorizerEvent, () =>
  object(websocketRequestAuthorizerEvent),
);

function websocketRequestAuthorizerEvent() {
  return {
    type: z.literal('REQUEST'),
    methodArn: z.string(),
    headers: stringMap(),
    multiValueHeaders: stringListMap(),
    queryStringParameters: stringMap(),
    multiValueQueryStringParameters: stringListMap(),
    stageVariables: stringMap(),
    requestContext: object(eventWebsocketConnectRequestContext),
  };
}
