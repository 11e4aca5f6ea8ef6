import * as z from 'zod';
import { isLambdaFunctionURLEvent } from '../guards/function-url-event.js';
import { guarded } from './guarded.js';
import { stringMap } from './maps.js';
import { object } from './object.js';
import { authentication, http } from './proxy-event-v2.js';
import { iam } from './proxy-event-v2-authorizer.js';

/** Schema of `LambdaFunctionURLEvent`. `parse` returns its argument, unknown keys and all. */
export const LambdaFunctionURLEventSchema = /* @__PURE__ */ guarded(isLambdaFunctionURLEvent, () =>
  object({
    version: z.literal('2.0'),
    routeKey: z.string(),
    rawPath: z.string(),
    rawQueryString: z.string(),
    cookies: z.array(z.string()).exactOptional(),
    headers: stringMap(),
    queryStringParameters: stringMap().nullable().exactOptional(),
    pathParameters: stringMap().nullable().exactOptional(),
    stageVariables: stringMap().nullable().exactOptional(),
    requestContext: requestContext(),
    body: z.string().nullable().exactOptional(),
    isBase64Encoded: z.boolean(),
  }),
);

function requestContext() {
  return object({
    accountId: z.string(),
    apiId: z.string(),
    authentication: authentication().nullable().exactOptional(),
    authorizer: object({ iam: iam() }).nullable().exactOptional(),
    domainName: z.string(),
    domainPrefix: z.string(),
    http: http(),
    requestId: z.string(),
    routeKey: z.string(),
    stage: z.string(),
    time: z.string(),
    timeEpoch: z.number(),
  });
}
