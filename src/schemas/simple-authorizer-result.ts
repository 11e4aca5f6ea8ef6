import * as z from 'zod';
import { isAPIGatewaySimpleAuthorizerResult } from '../guards/simple-authorizer-result.js';
import { guarded } from './guarded.js';
import { object } from './object.js';

/** Schema of `APIGatewaySimpleAuthorizerResult`. `parse` returns its argument, unknown keys and all. */
export const APIGatewaySimpleAuthorizerResultSchema = /* @__PURE__ */ guarded(isAPIGatewaySimpleAuthorizerResult, () =>
  object({ isAuthorized: z.boolean(), context: z.looseObject({}).nullable().exactOptional() }),
);
