// Printed from src/types/websocket-result.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { isAPIGatewayProxyWebsocketResult } from '../guards/websocket-result.js';
import { guarded } from './guarded.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object } from './object.js';

/** The zod schema for `APIGatewayProxyWebsocketResult`. `parse` returns its argument, unknown fields included. */
export const APIGatewayProxyWebsocketResultSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyWebsocketResult, () =>
  object(proxyWebsocketResult()),
);

function proxyWebsocketResult() {
  return {
    statusCode: z.number(),
    headers: scalarMap().nullable().exactOptional(),
    multiValueHeaders: scalarListMap().nullable().exactOptional(),
    body: z.string().exactOptional(),
    isBase64Encoded: z.boolean().exactOptional(),
  };
}
