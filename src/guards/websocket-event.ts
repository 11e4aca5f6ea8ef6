// Generated from src/types/websocket-event.ts by `npm run shapes`. Change the type and run it again.

import type {
  APIGatewayEventWebsocketAuthorizer,
  APIGatewayEventWebsocketConnectRequestContext,
  APIGatewayEventWebsocketDisconnectRequestContext,
  APIGatewayEventWebsocketIdentity,
  APIGatewayEventWebsocketMessageRequestContext,
  APIGatewayEventWebsocketRequestContext,
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from '../types/websocket-event.js';
import { isNumber, isObject, isStringListMap, isStringMap, isStringOrNull } from './fields.js';

/**
 * Returns `true` if the value is a valid `APIGatewayProxyWebsocketEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildWebsocketSession, isAPIGatewayProxyWebsocketEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyWebsocketEvent(buildWebsocketSession().connect())); // => true
 * ```
 */
export function isAPIGatewayProxyWebsocketEvent(value: unknown): value is APIGatewayProxyWebsocketEvent {
  return (
    isAPIGatewayProxyWebsocketConnectEvent(value) ||
    isAPIGatewayProxyWebsocketMessageEvent(value) ||
    isAPIGatewayProxyWebsocketDisconnectEvent(value)
  );
}

/**
 * Returns `true` if the value is a valid `APIGatewayProxyWebsocketConnectEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildWebsocketSession, isAPIGatewayProxyWebsocketConnectEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyWebsocketConnectEvent(buildWebsocketSession().connect())); // => true
 * ```
 */
export function isAPIGatewayProxyWebsocketConnectEvent(value: unknown): value is APIGatewayProxyWebsocketConnectEvent {
  return (
    isObject<APIGatewayProxyWebsocketConnectEvent>(value) &&
    isAPIGatewayEventWebsocketConnectRequestContext(value.requestContext) &&
    isStringMap(value.headers) &&
    isStringListMap(value.multiValueHeaders) &&
    (isStringMap(value.queryStringParameters) || !('queryStringParameters' in value)) &&
    (isStringListMap(value.multiValueQueryStringParameters) || !('multiValueQueryStringParameters' in value)) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

/**
 * Returns `true` if the value is a valid `APIGatewayProxyWebsocketMessageEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildWebsocketSession, isAPIGatewayProxyWebsocketMessageEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyWebsocketMessageEvent(buildWebsocketSession().message('hello'))); // => true
 * ```
 */
export function isAPIGatewayProxyWebsocketMessageEvent(value: unknown): value is APIGatewayProxyWebsocketMessageEvent {
  return (
    isObject<APIGatewayProxyWebsocketMessageEvent>(value) &&
    isAPIGatewayEventWebsocketMessageRequestContext(value.requestContext) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    typeof value.body === 'string' &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

/**
 * Returns `true` if the value is a valid `APIGatewayProxyWebsocketDisconnectEvent`. Checks every field and allows unknown ones.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { buildWebsocketSession, isAPIGatewayProxyWebsocketDisconnectEvent } from 'apigw-proxy';
 *
 * console.log(isAPIGatewayProxyWebsocketDisconnectEvent(buildWebsocketSession().disconnect())); // => true
 * ```
 */
export function isAPIGatewayProxyWebsocketDisconnectEvent(value: unknown): value is APIGatewayProxyWebsocketDisconnectEvent {
  return (
    isObject<APIGatewayProxyWebsocketDisconnectEvent>(value) &&
    isAPIGatewayEventWebsocketDisconnectRequestContext(value.requestContext) &&
    isStringMap(value.headers) &&
    isStringListMap(value.multiValueHeaders) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

export function isAPIGatewayEventWebsocketConnectRequestContext(value: unknown): value is APIGatewayEventWebsocketConnectRequestContext {
  return (
    isObject<APIGatewayEventWebsocketConnectRequestContext>(value) &&
    value.eventType === 'CONNECT' &&
    isAPIGatewayEventWebsocketRequestContext(value)
  );
}

function isAPIGatewayEventWebsocketRequestContext(value: unknown): value is APIGatewayEventWebsocketRequestContext {
  return (
    isObject<APIGatewayEventWebsocketRequestContext>(value) &&
    typeof value.routeKey === 'string' &&
    typeof value.extendedRequestId === 'string' &&
    typeof value.requestTime === 'string' &&
    typeof value.messageDirection === 'string' &&
    typeof value.stage === 'string' &&
    isNumber(value.connectedAt) &&
    isNumber(value.requestTimeEpoch) &&
    isAPIGatewayEventWebsocketIdentity(value.identity) &&
    typeof value.requestId === 'string' &&
    typeof value.domainName === 'string' &&
    typeof value.connectionId === 'string' &&
    typeof value.apiId === 'string' &&
    (isAPIGatewayEventWebsocketAuthorizer(value.authorizer) || !('authorizer' in value))
  );
}

function isAPIGatewayEventWebsocketIdentity(value: unknown): value is APIGatewayEventWebsocketIdentity {
  return (
    isObject<APIGatewayEventWebsocketIdentity>(value) &&
    typeof value.sourceIp === 'string' &&
    (isStringOrNull(value.userAgent) || !('userAgent' in value)) &&
    (typeof value.apiKey === 'string' || !('apiKey' in value)) &&
    (typeof value.apiKeyId === 'string' || !('apiKeyId' in value))
  );
}

function isAPIGatewayEventWebsocketAuthorizer(value: unknown): value is APIGatewayEventWebsocketAuthorizer {
  return (
    isObject<APIGatewayEventWebsocketAuthorizer>(value) &&
    (typeof value.principalId === 'string' || !('principalId' in value)) &&
    (isNumber(value.integrationLatency) || !('integrationLatency' in value))
  );
}

function isAPIGatewayEventWebsocketMessageRequestContext(value: unknown): value is APIGatewayEventWebsocketMessageRequestContext {
  return (
    isObject<APIGatewayEventWebsocketMessageRequestContext>(value) &&
    value.eventType === 'MESSAGE' &&
    typeof value.messageId === 'string' &&
    isAPIGatewayEventWebsocketRequestContext(value)
  );
}

function isAPIGatewayEventWebsocketDisconnectRequestContext(value: unknown): value is APIGatewayEventWebsocketDisconnectRequestContext {
  return (
    isObject<APIGatewayEventWebsocketDisconnectRequestContext>(value) &&
    value.eventType === 'DISCONNECT' &&
    isNumber(value.disconnectStatusCode) &&
    typeof value.disconnectReason === 'string' &&
    isAPIGatewayEventWebsocketRequestContext(value)
  );
}
