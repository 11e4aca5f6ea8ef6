import type {
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
} from './proxy-event.js';

/**
 * An event of a WebSocket API: a client connects, sends a message, disconnects. `requestContext.eventType` tells which.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html
 */
export type APIGatewayProxyWebsocketEvent =
  | APIGatewayProxyWebsocketConnectEvent
  | APIGatewayProxyWebsocketMessageEvent
  | APIGatewayProxyWebsocketDisconnectEvent;

/** The `$connect` event: the handshake of a new connection. The connection opens only if the function answers with a 2xx status. */
export interface APIGatewayProxyWebsocketConnectEvent {
  /** The handshake's headers without Connection, Upgrade and Content-Length (recorded). */
  headers: APIGatewayProxyEventHeaders;
  /** Header name to all its values, in order. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders;
  /** Query parameters of the handshake, decoded, last value each. Absent without a query. */
  queryStringParameters?: APIGatewayProxyEventQueryStringParameters;
  /** Query parameters of the handshake, decoded, all values in order. Absent without a query. */
  multiValueQueryStringParameters?: APIGatewayProxyEventMultiValueQueryStringParameters;
  /** The stage's variables. Absent when the stage has none. */
  stageVariables?: APIGatewayProxyEventStageVariables;
  /** What the gateway knows of the connection. */
  requestContext: APIGatewayEventWebsocketConnectRequestContext;
  /** Always `false`. */
  isBase64Encoded: boolean;
}

/** A message event: a client sent a frame. It has no headers and no query (recorded). */
export interface APIGatewayProxyWebsocketMessageEvent {
  /** The stage's variables. Absent when the stage has none. */
  stageVariables?: APIGatewayProxyEventStageVariables;
  /** What the gateway knows of the connection and the message. */
  requestContext: APIGatewayEventWebsocketMessageRequestContext;
  /** The text frame as sent, JSON or not. */
  body: string;
  /** Always `false`: binary frames are refused with close code 1003. */
  isBase64Encoded: boolean;
}

/** The `$disconnect` event: the connection is gone. What the function returns is not sent to anybody. */
export interface APIGatewayProxyWebsocketDisconnectEvent {
  /** Four headers of the gateway, all but `Host` empty: `Host`, `x-api-key`, `X-Forwarded-For`, `x-restapi` (recorded). */
  headers: APIGatewayProxyEventHeaders;
  /** The same with one-element lists. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders;
  /** The stage's variables. Absent when the stage has none. */
  stageVariables?: APIGatewayProxyEventStageVariables;
  /** What the gateway knows of the connection and its end. */
  requestContext: APIGatewayEventWebsocketDisconnectRequestContext;
  /** Always `false`. */
  isBase64Encoded: boolean;
}

/** What `requestContext` of every WebSocket event holds. */
export interface APIGatewayEventWebsocketRequestContext {
  /** `$connect`, `$disconnect`, the route that the selection expression chose, or `$default`. */
  routeKey: string;
  /** The gateway's request id, for example `R1knPH17NjMFftw=`. */
  extendedRequestId: string;
  /** Time of the request in UTC, as `20/Jan/2024:11:55:00 +0000`. */
  requestTime: string;
  /** Always `IN`. */
  messageDirection: string;
  /** Name of the stage. */
  stage: string;
  /** When the connection opened, in milliseconds since the Unix epoch. */
  connectedAt: number;
  /** Time of this event, in milliseconds since the Unix epoch. */
  requestTimeEpoch: number;
  /** Who connected. */
  identity: APIGatewayEventWebsocketIdentity;
  /** Equals `extendedRequestId`. */
  requestId: string;
  /** Host name the API answers on. */
  domainName: string;
  /** The connection's id, for example `R1kmxc2VNjMCFIA=`: what the `@connections` API is called with. */
  connectionId: string;
  /** The API's id, ten characters of `a-z0-9`. */
  apiId: string;
  /** What a Lambda authorizer left at `$connect`: its context as strings, `principalId`, `integrationLatency`. Absent without one. */
  authorizer?: APIGatewayEventWebsocketAuthorizer;
}

/** `requestContext` of a `$connect` event. */
export interface APIGatewayEventWebsocketConnectRequestContext extends APIGatewayEventWebsocketRequestContext {
  /** What happened: a client connects. */
  eventType: 'CONNECT';
}

/** `requestContext` of a message event. */
export interface APIGatewayEventWebsocketMessageRequestContext extends APIGatewayEventWebsocketRequestContext {
  /** What happened: a client sent a frame. */
  eventType: 'MESSAGE';
  /** The message's id, for example `R1knPc2ntjMCFIA=`. */
  messageId: string;
}

/** `requestContext` of a `$disconnect` event. */
export interface APIGatewayEventWebsocketDisconnectRequestContext extends APIGatewayEventWebsocketRequestContext {
  /** What happened: the connection is gone. */
  eventType: 'DISCONNECT';
  /** Close code: 1001 page closed or ten minutes idle, 1005 close frame without a code; any other integer may come. */
  disconnectStatusCode: number;
  /** Close reason: `''`, `Going away`, `Client-side close frame status not set` or the client's own words. */
  disconnectReason: string;
}

/** `requestContext.identity` of a WebSocket event. */
export interface APIGatewayEventWebsocketIdentity {
  /** The client's IP address, v4 or v6. */
  sourceIp: string;
  /** The handshake's User-Agent. Absent without one; events of 2021 had `null`. */
  userAgent?: string | null;
  /** The value of the API key in use. Absent without one. */
  apiKey?: string;
  /** The id of the API key in use. Absent without one. */
  apiKeyId?: string;
}

/** `requestContext.authorizer` of a WebSocket event. No raw capture of it is known: keys beside `principalId` are the authorizer's. */
export interface APIGatewayEventWebsocketAuthorizer {
  /** The principal that the authorizer named. */
  principalId?: string;
  /** How long the authorizer took, in milliseconds. */
  integrationLatency?: number;
  /** The authorizer's context. */
  [key: string]: unknown;
}
