// Generated from src/types/token-authorizer-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayTokenAuthorizerEvent } from '../guards/token-authorizer-event.js';
import { addGuard } from './add-guard.js';
import { object } from './object.js';

/**
 * The zod schema for `APIGatewayTokenAuthorizerEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildTokenAuthorizerEvent } from 'apigw-proxy';
 * import { APIGatewayTokenAuthorizerEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayTokenAuthorizerEventSchema.safeParse(buildTokenAuthorizerEvent({ headers: { Authorization: 'abc' } })).success); // => true
 * ```
 */
export const APIGatewayTokenAuthorizerEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayTokenAuthorizerEvent, () =>
  object(tokenAuthorizerEvent),
);

function tokenAuthorizerEvent() {
  return { type: z.literal('TOKEN'), methodArn: z.string(), authorizationToken: z.string() };
}
