import * as z from 'zod';
import { isAPIGatewayTokenAuthorizerEvent } from '../guards/token-authorizer-event.js';
import { guarded } from './guarded.js';
import { object } from './object.js';

/** Schema of `APIGatewayTokenAuthorizerEvent`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayTokenAuthorizerEventSchema = /* @__PURE__ */ guarded(isAPIGatewayTokenAuthorizerEvent, () =>
  object({ type: z.literal('TOKEN'), methodArn: z.string(), authorizationToken: z.string() }),
);
