import * as z from 'zod';
import { isAPIGatewayProxyStructuredResultV2 } from '../guards/proxy-result-v2.js';
import { guarded } from './guarded.js';
import { scalarMap } from './maps.js';
import { object } from './object.js';

/** Schema of `APIGatewayProxyStructuredResultV2`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyStructuredResultV2Schema = /* @__PURE__ */ guarded(isAPIGatewayProxyStructuredResultV2, () =>
  object({
    statusCode: z.number(),
    headers: scalarMap().nullable().exactOptional(),
    cookies: z.array(z.string()).nullable().exactOptional(),
    body: z.string().exactOptional(),
    isBase64Encoded: z.boolean().exactOptional(),
  }),
);
