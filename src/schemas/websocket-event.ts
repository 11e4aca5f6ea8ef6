// Generated from src/types/websocket-event.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import {
  isAPIGatewayProxyWebsocketConnectEvent,
  isAPIGatewayProxyWebsocketDisconnectEvent,
  isAPIGatewayProxyWebsocketEvent,
  isAPIGatewayProxyWebsocketMessageEvent,
} from '../guards/websocket-event.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { ignoredField } from './ignored-field.js';
import { stringListMap, stringMap } from './maps.js';
import { object, openObject } from './object.js';
import { explainWebsocketEvent } from './union.js';

/**
 * The zod schema for `APIGatewayProxyWebsocketEvent`. `parse` returns its argument, unknown fields included.
 *
 * Its issues are about the event that `requestContext.eventType` names.
 *
 * @example
 * ```ts
 * import { buildWebsocketSession } from 'apigw-proxy';
 * import { APIGatewayProxyWebsocketEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyWebsocketEventSchema.safeParse(buildWebsocketSession().connect()).success); // => true
 * ```
 */
export const APIGatewayProxyWebsocketEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayProxyWebsocketEvent, () => proxyWebsocketEvent());

/**
 * The zod schema for `APIGatewayProxyWebsocketConnectEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildWebsocketSession } from 'apigw-proxy';
 * import { APIGatewayProxyWebsocketConnectEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyWebsocketConnectEventSchema.safeParse(buildWebsocketSession().connect()).success); // => true
 * ```
 */
export const APIGatewayProxyWebsocketConnectEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayProxyWebsocketConnectEvent, () =>
  object(proxyWebsocketConnectEvent),
);

/**
 * The zod schema for `APIGatewayProxyWebsocketMessageEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildWebsocketSession } from 'apigw-proxy';
 * import { APIGatewayProxyWebsocketMessageEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyWebsocketMessageEventSchema.safeParse(buildWebsocketSession().message('hello')).success); // => true
 * ```
 */
export const APIGatewayProxyWebsocketMessageEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayProxyWebsocketMessageEvent, () =>
  object(proxyWebsocketMessageEvent),
);

/**
 * The zod schema for `APIGatewayProxyWebsocketDisconnectEvent`. `parse` returns its argument, unknown fields included.
 *
 * @example
 * ```ts
 * import { buildWebsocketSession } from 'apigw-proxy';
 * import { APIGatewayProxyWebsocketDisconnectEventSchema } from 'apigw-proxy/schemas';
 *
 * console.log(APIGatewayProxyWebsocketDisconnectEventSchema.safeParse(buildWebsocketSession().disconnect()).success); // => true
 * ```
 */
export const APIGatewayProxyWebsocketDisconnectEventSchema = /* @__PURE__ */ addGuard(isAPIGatewayProxyWebsocketDisconnectEvent, () =>
  object(proxyWebsocketDisconnectEvent),
);

function proxyWebsocketEvent() {
  return z.union([object(proxyWebsocketConnectEvent), object(proxyWebsocketMessageEvent), object(proxyWebsocketDisconnectEvent)], {
    error: explainWebsocketEvent,
  });
}

function proxyWebsocketConnectEvent() {
  return {
    headers: stringMap(),
    multiValueHeaders: stringListMap(),
    queryStringParameters: exactOptional(stringMap()),
    multiValueQueryStringParameters: exactOptional(stringListMap()),
    stageVariables: exactOptional(stringMap()),
    requestContext: object(eventWebsocketConnectRequestContext),
    body: ignoredField(),
    isBase64Encoded: z.boolean(),
  };
}

export function eventWebsocketConnectRequestContext() {
  return { ...eventWebsocketRequestContext(), eventType: z.literal('CONNECT') };
}

function eventWebsocketRequestContext() {
  return {
    routeKey: z.string(),
    extendedRequestId: z.string(),
    requestTime: z.string(),
    messageDirection: z.string(),
    stage: z.string(),
    connectedAt: z.number(),
    requestTimeEpoch: z.number(),
    identity: object(eventWebsocketIdentity),
    requestId: z.string(),
    domainName: z.string(),
    connectionId: z.string(),
    apiId: z.string(),
    authorizer: exactOptional(openObject(eventWebsocketAuthorizer)),
  };
}

function eventWebsocketIdentity() {
  return {
    sourceIp: z.string(),
    userAgent: exactOptional(z.string().nullable()),
    apiKey: exactOptional(z.string()),
    apiKeyId: exactOptional(z.string()),
  };
}

function eventWebsocketAuthorizer() {
  return { principalId: exactOptional(z.string()), integrationLatency: exactOptional(z.number()) };
}

function proxyWebsocketMessageEvent() {
  return {
    headers: ignoredField(),
    multiValueHeaders: ignoredField(),
    queryStringParameters: ignoredField(),
    multiValueQueryStringParameters: ignoredField(),
    stageVariables: exactOptional(stringMap()),
    requestContext: object(eventWebsocketMessageRequestContext),
    body: z.string(),
    isBase64Encoded: z.boolean(),
  };
}

function eventWebsocketMessageRequestContext() {
  return { ...eventWebsocketRequestContext(), eventType: z.literal('MESSAGE'), messageId: z.string() };
}

function proxyWebsocketDisconnectEvent() {
  return {
    headers: stringMap(),
    multiValueHeaders: stringListMap(),
    queryStringParameters: ignoredField(),
    multiValueQueryStringParameters: ignoredField(),
    stageVariables: exactOptional(stringMap()),
    requestContext: object(eventWebsocketDisconnectRequestContext),
    body: ignoredField(),
    isBase64Encoded: z.boolean(),
  };
}

function eventWebsocketDisconnectRequestContext() {
  return {
    ...eventWebsocketRequestContext(),
    eventType: z.literal('DISCONNECT'),
    disconnectStatusCode: z.number(),
    disconnectReason: z.string(),
  };
}
