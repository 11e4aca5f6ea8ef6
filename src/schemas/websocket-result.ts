// Generated from src/types/websocket-result.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayProxyWebsocketResult } from '../guards/websocket-result.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object } from './object.js';

/**
 * The zod schema for `APIGatewayProxyWebsocketResult`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { APIGatewayProxyWebsocketResultSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyWebsocketResultSchema.safeParse({ statusCode: 200 }).success); // => true
 * ```
 */
export const APIGatewayProxyWebsocketResultSchema = /* @__PURE__ */ addGuard(isAPIGatewayProxyWebsocketResult, () =>
  object(proxyWebsocketResult),
);

function proxyWebsocketResult() {
  return {
    statusCode: z.number(),
    headers: exactOptional(scalarMap().nullable()),
    multiValueHeaders: exactOptional(scalarListMap().nullable()),
    body: exactOptional(z.string()),
    isBase64Encoded: exactOptional(z.boolean()),
  };
}
