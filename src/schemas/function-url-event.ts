// Generated from src/types/function-url-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isLambdaFunctionURLEvent } from '../guards/function-url-event.js';
import { accepting } from './accepting.js';
import { addGuard } from './add-guard.js';
import { eventClientCertificate } from './client-certificate.js';
import { exactOptional } from './exact-optional.js';
import { stringMap } from './maps.js';
import { object } from './object.js';
import { eventRequestContextV2Http } from './proxy-event-v2.js';
import { eventIAMAuthorizer } from './proxy-event-v2-authorizer.js';

/**
 * The zod schema for `LambdaFunctionURLEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildFunctionUrlEvent } from 'apigw-proxy';
 * import { LambdaFunctionURLEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(LambdaFunctionURLEventSchema.safeParse(buildFunctionUrlEvent()).success); // => true
 * ```
 */
export const LambdaFunctionURLEventSchema = /* @__PURE__ */ addGuard(isLambdaFunctionURLEvent, () => object(lambdaFunctionURLEvent));

function lambdaFunctionURLEvent() {
  return {
    version: z.literal('2.0'),
    routeKey: z.string(),
    rawPath: z.string(),
    rawQueryString: z.string(),
    cookies: exactOptional(z.array(z.string())),
    headers: stringMap(),
    queryStringParameters: exactOptional(stringMap().nullable()),
    pathParameters: exactOptional(stringMap().nullable()),
    stageVariables: exactOptional(stringMap().nullable()),
    requestContext: object(lambdaFunctionURLEventRequestContextWithOptionalAuthorizer),
    body: exactOptional(z.string().nullable()),
    isBase64Encoded: z.boolean(),
  };
}

function lambdaFunctionURLEventRequestContextWithOptionalAuthorizer() {
  return {
    authorizer: accepting(z.null(), object(eventIAMAuthorizer)).optional(),
    accountId: z.string(),
    apiId: z.string(),
    authentication: exactOptional(object(authentication).nullable()),
    domainName: z.string(),
    domainPrefix: z.string(),
    http: object(eventRequestContextV2Http),
    requestId: z.string(),
    routeKey: z.string(),
    stage: z.string(),
    time: z.string(),
    timeEpoch: z.number(),
  };
}

function authentication() {
  return { clientCert: object(eventClientCertificate) };
}
