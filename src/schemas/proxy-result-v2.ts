import * as z from 'zod';
import { isAPIGatewayProxyResultV2, isAPIGatewayProxyStructuredResultV2 } from '../guards/proxy-result-v2.js';
import { guarded } from './guarded.js';
import { scalarMap } from './maps.js';
import { object } from './object.js';
import { explainOption } from './union.js';

/** Schema of `APIGatewayProxyStructuredResultV2`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyStructuredResultV2Schema = /* @__PURE__ */ guarded(isAPIGatewayProxyStructuredResultV2, structuredResult);

/** Schema of `APIGatewayProxyResultV2`: a structured result or a text. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyResultV2Schema = /* @__PURE__ */ guarded(isAPIGatewayProxyResultV2, () =>
  z.union([structuredResult(), z.string()], { error: explainOption(() => 0, 'Invalid input: expected a result or text') }),
);

function structuredResult() {
  return object({
    statusCode: z.number(),
    headers: scalarMap().nullable().exactOptional(),
    cookies: z.array(z.string()).nullable().exactOptional(),
    body: z.string().exactOptional(),
    isBase64Encoded: z.boolean().exactOptional(),
  });
}
