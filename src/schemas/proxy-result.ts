// Printed from src/types/proxy-result.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod';
import { isAPIGatewayProxyResult } from '../guards/proxy-result.js';
import { guarded } from './guarded.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object } from './object.js';

/**
 * The zod schema for `APIGatewayProxyResult`. `parse` returns its argument, unknown fields included.
 *
 * REST APIs reject unknown fields. `renderResult` reports them.
 */
export const APIGatewayProxyResultSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyResult, () => object(proxyResult()));

function proxyResult() {
  return {
    statusCode: z.number(),
    headers: scalarMap().nullable().exactOptional(),
    multiValueHeaders: scalarListMap().nullable().exactOptional(),
    body: z.string().exactOptional(),
    isBase64Encoded: z.boolean().exactOptional(),
  };
}
