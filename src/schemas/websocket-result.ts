import * as z from 'zod';
import { isAPIGatewayProxyWebsocketResult } from '../guards/websocket-result.js';
import { guarded } from './guarded.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object } from './object.js';

/** Schema of `APIGatewayProxyWebsocketResult`. `parse` returns its argument. Other keys pass; `renderResult` refuses them. */
export const APIGatewayProxyWebsocketResultSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyWebsocketResult, () =>
  object({
    statusCode: z.number(),
    headers: scalarMap().nullable().exactOptional(),
    multiValueHeaders: scalarListMap().nullable().exactOptional(),
    body: z.string().exactOptional(),
    isBase64Encoded: z.boolean().exactOptional(),
  }),
);
