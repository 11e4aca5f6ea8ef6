// Generated from src/types/proxy-result-v2.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayProxyResultV2, isAPIGatewayProxyStructuredResultV2 } from '../guards/proxy-result-v2.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { scalarMap } from './maps.js';
import { object } from './object.js';
import { explainResult } from './union.js';

/**
 * The zod schema for `APIGatewayProxyStructuredResultV2`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { APIGatewayProxyStructuredResultV2Schema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyStructuredResultV2Schema.safeParse({ statusCode: 200, cookies: ['a=1'] }).success); // => true
 * ```
 */
export const APIGatewayProxyStructuredResultV2Schema = /* @__PURE__ */ addGuard(isAPIGatewayProxyStructuredResultV2, () =>
  object(proxyStructuredResultV2),
);

/**
 * The zod schema for `APIGatewayProxyResultV2`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { APIGatewayProxyResultV2Schema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyResultV2Schema.safeParse('hello').success); // => true
 * ```
 */
export const APIGatewayProxyResultV2Schema = /* @__PURE__ */ addGuard(isAPIGatewayProxyResultV2, () => proxyResultV2());

function proxyStructuredResultV2() {
  return {
    statusCode: z.number(),
    headers: exactOptional(scalarMap().nullable()),
    cookies: exactOptional(z.array(z.string()).nullable()),
    body: exactOptional(z.string()),
    isBase64Encoded: exactOptional(z.boolean()),
  };
}

function proxyResultV2() {
  return z.union([z.string(), object(proxyStructuredResultV2)], { error: explainResult });
}
