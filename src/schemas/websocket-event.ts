import * as z from 'zod';
import { isObject } from '../guards/fields.js';
import {
  isAPIGatewayProxyWebsocketConnectEvent,
  isAPIGatewayProxyWebsocketDisconnectEvent,
  isAPIGatewayProxyWebsocketEvent,
  isAPIGatewayProxyWebsocketMessageEvent,
} from '../guards/websocket-event.js';
import type { APIGatewayEventWebsocketConnectRequestContext, APIGatewayProxyWebsocketEvent } from '../types/websocket-event.js';
import { guarded } from './guarded.js';
import { stringListMap, stringMap } from './maps.js';
import { object } from './object.js';
import { explainOption } from './union.js';

/** In the order of the union's options. */
const EVENT_TYPES: readonly unknown[] = ['CONNECT', 'MESSAGE', 'DISCONNECT'];

/**
 * Schema of `APIGatewayProxyWebsocketEvent`. `parse` returns its argument, unknown keys and all; a refusal speaks of the event
 * that `requestContext.eventType` names.
 */
export const APIGatewayProxyWebsocketEventSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyWebsocketEvent, () =>
  z.union([connectEvent(), messageEvent(), disconnectEvent()], {
    error: explainOption(
      (event) => EVENT_TYPES.indexOf(eventType(event)),
      'requestContext.eventType: Invalid option: expected one of "CONNECT"|"MESSAGE"|"DISCONNECT"',
    ),
  }),
);

/** Schema of `APIGatewayProxyWebsocketConnectEvent`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyWebsocketConnectEventSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyWebsocketConnectEvent, connectEvent);

/** Schema of `APIGatewayProxyWebsocketMessageEvent`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyWebsocketMessageEventSchema = /* @__PURE__ */ guarded(isAPIGatewayProxyWebsocketMessageEvent, messageEvent);

/** Schema of `APIGatewayProxyWebsocketDisconnectEvent`. `parse` returns its argument, unknown keys and all. */
export const APIGatewayProxyWebsocketDisconnectEventSchema = /* @__PURE__ */ guarded(
  isAPIGatewayProxyWebsocketDisconnectEvent,
  disconnectEvent,
);

function eventType(event: unknown): unknown {
  const context = isObject<APIGatewayProxyWebsocketEvent>(event) ? event.requestContext : undefined;
  return isObject<APIGatewayEventWebsocketConnectRequestContext>(context) ? context.eventType : undefined;
}

function connectEvent() {
  return object({
    headers: stringMap(),
    multiValueHeaders: stringListMap(),
    queryStringParameters: stringMap().exactOptional(),
    multiValueQueryStringParameters: stringListMap().exactOptional(),
    stageVariables: stringMap().exactOptional(),
    requestContext: connectRequestContext(),
    isBase64Encoded: z.boolean(),
  });
}

function messageEvent() {
  return object({
    stageVariables: stringMap().exactOptional(),
    requestContext: object({ ...connection(), eventType: z.literal('MESSAGE'), messageId: z.string() }),
    body: z.string(),
    isBase64Encoded: z.boolean(),
  });
}

function disconnectEvent() {
  return object({
    headers: stringMap(),
    multiValueHeaders: stringListMap(),
    stageVariables: stringMap().exactOptional(),
    requestContext: object({
      ...connection(),
      eventType: z.literal('DISCONNECT'),
      disconnectStatusCode: z.number(),
      disconnectReason: z.string(),
    }),
    isBase64Encoded: z.boolean(),
  });
}

export function connectRequestContext() {
  return object({ ...connection(), eventType: z.literal('CONNECT') });
}

/** The fields that `requestContext` of all three has. */
function connection() {
  return {
    routeKey: z.string(),
    extendedRequestId: z.string(),
    requestTime: z.string(),
    messageDirection: z.string(),
    stage: z.string(),
    connectedAt: z.number(),
    requestTimeEpoch: z.number(),
    identity: identity(),
    requestId: z.string(),
    domainName: z.string(),
    connectionId: z.string(),
    apiId: z.string(),
    authorizer: authorizer().exactOptional(),
  };
}

function identity() {
  return object({
    sourceIp: z.string(),
    userAgent: z.string().exactOptional(),
    apiKey: z.string().exactOptional(),
    apiKeyId: z.string().exactOptional(),
  });
}

function authorizer() {
  return z.looseObject({ principalId: z.string().exactOptional(), integrationLatency: z.number().exactOptional() });
}
