// Generated from src/types/proxy-event-v2.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isAPIGatewayProxyEventV2 } from '../guards/proxy-event-v2.js';
import { addGuard } from './add-guard.js';
import { eventClientCertificate } from './client-certificate.js';
import { exactOptional } from './exact-optional.js';
import { stringMap } from './maps.js';
import { object } from './object.js';
import { proxyEventV2Authorizer } from './proxy-event-v2-authorizer.js';

/**
 * The zod schema for `APIGatewayProxyEventV2`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 * import { APIGatewayProxyEventV2Schema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyEventV2Schema.safeParse(buildHttpEvent()).success); // => true
 * ```
 */
export const APIGatewayProxyEventV2Schema = /* @__PURE__ */ addGuard(isAPIGatewayProxyEventV2, () => object(proxyEventV2));

function proxyEventV2() {
  return {
    version: z.literal('2.0'),
    routeKey: z.string(),
    rawPath: z.string(),
    rawQueryString: z.string(),
    cookies: exactOptional(z.array(z.string())),
    headers: stringMap(),
    queryStringParameters: exactOptional(stringMap()),
    pathParameters: exactOptional(stringMap()),
    stageVariables: exactOptional(stringMap()),
    requestContext: object(eventRequestContextV2WithOptionalAuthorizer),
    body: exactOptional(z.string()),
    isBase64Encoded: z.boolean(),
  };
}

function eventRequestContextV2WithOptionalAuthorizer() {
  return {
    authorizer: object(proxyEventV2Authorizer).optional(),
    accountId: z.string(),
    apiId: z.string(),
    authentication: exactOptional(object(authentication)),
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

export function authentication() {
  return { clientCert: object(eventClientCertificate) };
}

export function eventRequestContextV2Http() {
  return { method: z.string(), path: z.string(), protocol: z.string(), sourceIp: z.string(), userAgent: z.string() };
}
