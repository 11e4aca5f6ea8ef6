// Generated from src/types/simple-authorizer-result.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewaySimpleAuthorizerResult } from '../guards/simple-authorizer-result.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { object } from './object.js';

/**
 * The zod schema for `APIGatewaySimpleAuthorizerResult`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { simpleResult } from 'apigw-proxy';
 * import { APIGatewaySimpleAuthorizerResultSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewaySimpleAuthorizerResultSchema.safeParse(simpleResult(true)).success); // => true
 * ```
 */
export const APIGatewaySimpleAuthorizerResultSchema = /* @__PURE__ */ addGuard(isAPIGatewaySimpleAuthorizerResult, () =>
  object(simpleAuthorizerResult),
);

function simpleAuthorizerResult() {
  return { isAuthorized: z.boolean(), context: exactOptional(z.looseObject({}).nullable()) };
}
