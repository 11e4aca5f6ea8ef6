import * as z from 'zod';
import { isAPIGatewayProxyEventV2 } from '../guards/proxy-event-v2.js';
import { clientCertificate } from './client-certificate.js';
import { guarded } from './guarded.js';
import { stringMap } from './maps.js';
import { object } from './object.js';
import { proxyEventV2Authorizer } from './proxy-event-v2-authorizer.js';

/** Schema of `APIGatewayProxyEventV2`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyEventV2Schema = /* @__PURE__ */ guarded(isAPIGatewayProxyEventV2, () =>
  object({
    version: z.literal('2.0'),
    routeKey: z.string(),
    rawPath: z.string(),
    rawQueryString: z.string(),
    cookies: z.array(z.string()).exactOptional(),
    headers: stringMap(),
    queryStringParameters: stringMap().exactOptional(),
    pathParameters: stringMap().exactOptional(),
    stageVariables: stringMap().exactOptional(),
    requestContext: requestContext(),
    body: z.string().exactOptional(),
    isBase64Encoded: z.boolean(),
  }),
);

function requestContext() {
  return object({
    accountId: z.string(),
    apiId: z.string(),
    authentication: authentication().exactOptional(),
    authorizer: proxyEventV2Authorizer().exactOptional(),
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

export function authentication() {
  return object({ clientCert: clientCertificate() });
}

export function http() {
  return object({ method: z.string(), path: z.string(), protocol: z.string(), sourceIp: z.string(), userAgent: z.string() });
}
