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
import { isNumber, isObject, isStringListMap, isStringMap, type Unchecked } from './fields.js';

/** Whether the value is an event of a WebSocket API, whichever of the three: the whole event, as the schema sees it. */
export function isAPIGatewayProxyWebsocketEvent(value: unknown): value is APIGatewayProxyWebsocketEvent {
  return (
    isAPIGatewayProxyWebsocketMessageEvent(value) ||
    isAPIGatewayProxyWebsocketConnectEvent(value) ||
    isAPIGatewayProxyWebsocketDisconnectEvent(value)
  );
}

/** Whether the value is a `$connect` event: the whole event, as the schema sees it. */
export function isAPIGatewayProxyWebsocketConnectEvent(value: unknown): value is APIGatewayProxyWebsocketConnectEvent {
  return (
    isObject<APIGatewayProxyWebsocketConnectEvent>(value) &&
    isConnectRequestContext(value.requestContext) &&
    isStringMap(value.headers) &&
    isStringListMap(value.multiValueHeaders) &&
    (isStringMap(value.queryStringParameters) || !('queryStringParameters' in value)) &&
    (isStringListMap(value.multiValueQueryStringParameters) || !('multiValueQueryStringParameters' in value)) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

/** Whether the value is a message event: the whole event, as the schema sees it. */
export function isAPIGatewayProxyWebsocketMessageEvent(value: unknown): value is APIGatewayProxyWebsocketMessageEvent {
  return (
    isObject<APIGatewayProxyWebsocketMessageEvent>(value) &&
    isMessageRequestContext(value.requestContext) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    typeof value.body === 'string' &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

/** Whether the value is a `$disconnect` event: the whole event, as the schema sees it. */
export function isAPIGatewayProxyWebsocketDisconnectEvent(value: unknown): value is APIGatewayProxyWebsocketDisconnectEvent {
  return (
    isObject<APIGatewayProxyWebsocketDisconnectEvent>(value) &&
    isDisconnectRequestContext(value.requestContext) &&
    isStringMap(value.headers) &&
    isStringListMap(value.multiValueHeaders) &&
    (isStringMap(value.stageVariables) || !('stageVariables' in value)) &&
    typeof value.isBase64Encoded === 'boolean'
  );
}

export function isConnectRequestContext(value: unknown): value is APIGatewayEventWebsocketConnectRequestContext {
  return isObject<APIGatewayEventWebsocketConnectRequestContext>(value) && value.eventType === 'CONNECT' && hasConnection(value);
}

function isMessageRequestContext(value: unknown): value is APIGatewayEventWebsocketMessageRequestContext {
  return (
    isObject<APIGatewayEventWebsocketMessageRequestContext>(value) &&
    value.eventType === 'MESSAGE' &&
    typeof value.messageId === 'string' &&
    hasConnection(value)
  );
}

function isDisconnectRequestContext(value: unknown): value is APIGatewayEventWebsocketDisconnectRequestContext {
  return (
    isObject<APIGatewayEventWebsocketDisconnectRequestContext>(value) &&
    value.eventType === 'DISCONNECT' &&
    isNumber(value.disconnectStatusCode) &&
    typeof value.disconnectReason === 'string' &&
    hasConnection(value)
  );
}

function hasConnection(value: Unchecked<APIGatewayEventWebsocketRequestContext>): boolean {
  return (
    typeof value.routeKey === 'string' &&
    typeof value.extendedRequestId === 'string' &&
    typeof value.requestTime === 'string' &&
    typeof value.messageDirection === 'string' &&
    typeof value.stage === 'string' &&
    isNumber(value.connectedAt) &&
    isNumber(value.requestTimeEpoch) &&
    isIdentity(value.identity) &&
    typeof value.requestId === 'string' &&
    typeof value.domainName === 'string' &&
    typeof value.connectionId === 'string' &&
    typeof value.apiId === 'string' &&
    (isAuthorizer(value.authorizer) || !('authorizer' in value))
  );
}

function isIdentity(value: unknown): value is APIGatewayEventWebsocketIdentity {
  return (
    isObject<APIGatewayEventWebsocketIdentity>(value) &&
    typeof value.sourceIp === 'string' &&
    (typeof value.userAgent === 'string' || !('userAgent' in value)) &&
    (typeof value.apiKey === 'string' || !('apiKey' in value)) &&
    (typeof value.apiKeyId === 'string' || !('apiKeyId' in value))
  );
}

function isAuthorizer(value: unknown): value is APIGatewayEventWebsocketAuthorizer {
  return (
    isObject<APIGatewayEventWebsocketAuthorizer>(value) &&
    (typeof value.principalId === 'string' || !('principalId' in value)) &&
    (isNumber(value.integrationLatency) || !('integrationLatency' in value))
  );
}
