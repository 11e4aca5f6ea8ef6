import * as z from 'zod';
import { isAPIGatewayProxyResult } from '../guards/proxy-result.js';
import { guarded } from './guarded.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object } from './object.js';

/**
 * Schema of `APIGatewayProxyResult`. `parse` returns its argument. Other keys pass: an HTTP API ignores them, and that a REST API
 * refuses them is an issue of `renderResult`, which knows the gateway.
 */
export const APIGatewayProxyResultSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyResult, () =>
  object({
    statusCode: z.number(),
    headers: scalarMap().nullable().exactOptional(),
    multiValueHeaders: scalarListMap().nullable().exactOptional(),
    body: z.string().exactOptional(),
    isBase64Encoded: z.boolean().exactOptional(),
  }),
);
