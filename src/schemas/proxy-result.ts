// Generated from src/types/proxy-result.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayProxyResult } from '../guards/proxy-result.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object } from './object.js';

/**
 * The zod schema for `APIGatewayProxyResult`. `parse` returns its argument, unknown fields included.
 *
 * REST APIs reject unknown fields. `renderResult` reports them.
 *
 * @example
 * ```ts
 * import { APIGatewayProxyResultSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyResultSchema.safeParse({ statusCode: 200, body: 'hello' }).success); // => true
 * ```
 */
export const APIGatewayProxyResultSchema = /* @__PURE__ */ addGuard(isAPIGatewayProxyResult, () => object(proxyResult));

function proxyResult() {
  return {
    statusCode: z.number(),
    headers: exactOptional(scalarMap().nullable()),
    multiValueHeaders: exactOptional(scalarListMap().nullable()),
    body: exactOptional(z.string()),
    isBase64Encoded: exactOptional(z.boolean()),
  };
}
