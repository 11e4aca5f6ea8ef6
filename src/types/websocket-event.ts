import type {
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
} from './proxy-event.js';

/**
 * An event of a WebSocket API: a client connects, sends a message or disconnects.
 *
 * `requestContext.eventType` says which. To narrow the type, use `isEvent(event, 'websocket-message')`, or check a field that only one of
 * them has, such as `body`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html
 */
export type APIGatewayProxyWebsocketEvent =
  | APIGatewayProxyWebsocketConnectEvent
  | APIGatewayProxyWebsocketMessageEvent
  | APIGatewayProxyWebsocketDisconnectEvent;

/** The `$connect` event: a client asks for a connection. It opens only if the function returns a 2xx status. */
export interface APIGatewayProxyWebsocketConnectEvent {
  /** The headers of the handshake, without Connection, Upgrade and Content-Length. */
  headers: APIGatewayProxyEventHeaders;
  /** The headers of the handshake: name to all values, in order. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders;
  /** The query parameters of the handshake: name to last value, both decoded. Absent without a query. */
  queryStringParameters?: APIGatewayProxyEventQueryStringParameters;
  /** The query parameters of the handshake: name to all values, in order, decoded. Absent without a query. */
  multiValueQueryStringParameters?: APIGatewayProxyEventMultiValueQueryStringParameters;
  /** The stage variables. Absent if the stage has none. */
  stageVariables?: APIGatewayProxyEventStageVariables;
  /** Metadata about the connection. */
  requestContext: APIGatewayEventWebsocketConnectRequestContext;
  /** Absent: only a message has a body. */
  body?: never;
  /** Always `false`. */
  isBase64Encoded: boolean;
}

/** A message event: a client sent a frame. It has no headers and no query. */
export interface APIGatewayProxyWebsocketMessageEvent {
  /** Absent: only `$connect` and `$disconnect` have headers. */
  headers?: never;
  /** Absent: only `$connect` and `$disconnect` have headers. */
  multiValueHeaders?: never;
  /** Absent: only `$connect` has a query. */
  queryStringParameters?: never;
  /** Absent: only `$connect` has a query. */
  multiValueQueryStringParameters?: never;
  /** The stage variables. Absent if the stage has none. */
  stageVariables?: APIGatewayProxyEventStageVariables;
  /** Metadata about the connection and the message. */
  requestContext: APIGatewayEventWebsocketMessageRequestContext;
  /** Text of the frame as sent, whether it is JSON or not. */
  body: string;
  /** Always `false`: if a client sends a binary frame, the gateway closes the connection with code 1003. */
  isBase64Encoded: boolean;
}

/** The `$disconnect` event: the connection is closed. The result of the function is ignored. */
export interface APIGatewayProxyWebsocketDisconnectEvent {
  /** Four headers that the gateway sets: `Host`, and `x-api-key`, `X-Forwarded-For` and `x-restapi`, which are empty. */
  headers: APIGatewayProxyEventHeaders;
  /** The same headers, each with an array of one value. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders;
  /** Absent: only `$connect` has a query. */
  queryStringParameters?: never;
  /** Absent: only `$connect` has a query. */
  multiValueQueryStringParameters?: never;
  /** The stage variables. Absent if the stage has none. */
  stageVariables?: APIGatewayProxyEventStageVariables;
  /** Metadata about the connection and why it closed. */
  requestContext: APIGatewayEventWebsocketDisconnectRequestContext;
  /** Absent: only a message has a body. */
  body?: never;
  /** Always `false`. */
  isBase64Encoded: boolean;
}

/** The fields of `requestContext` that every WebSocket event has. */
export interface APIGatewayEventWebsocketRequestContext {
  /** The route that matched: `$connect`, `$disconnect`, the one that the route selection expression names, or `$default`. */
  routeKey: string;
  /** Id of the event, for example `R1knPH17NjMFftw=`. */
  extendedRequestId: string;
  /** Time of the event in UTC, as `20/Jan/2024:11:55:00 +0000`. */
  requestTime: string;
  /** Always `IN`. */
  messageDirection: string;
  /** Name of the stage. */
  stage: string;
  /** When the connection opened, in milliseconds since the Unix epoch. */
  connectedAt: number;
  /** Time of the event, in milliseconds since the Unix epoch. */
  requestTimeEpoch: number;
  /** The client. */
  identity: APIGatewayEventWebsocketIdentity;
  /** Equals `extendedRequestId`. */
  requestId: string;
  /** Host name of the API: `{apiId}.execute-api.{region}.amazonaws.com` or a custom domain. */
  domainName: string;
  /** Id of the connection, for example `R1kmxc2VNjMCFIA=`. Use it with the `@connections` API to send messages. */
  connectionId: string;
  /** Id of the API: ten characters of `a-z0-9`. */
  apiId: string;
  /** Context that a Lambda authorizer returned at `$connect`, as strings, and two keys of the gateway. Absent without an authorizer. */
  authorizer?: APIGatewayEventWebsocketAuthorizer;
}

/** `requestContext` of a `$connect` event. */
export interface APIGatewayEventWebsocketConnectRequestContext extends APIGatewayEventWebsocketRequestContext {
  /** Always `CONNECT`. */
  eventType: 'CONNECT';
}

/** `requestContext` of a message event. */
export interface APIGatewayEventWebsocketMessageRequestContext extends APIGatewayEventWebsocketRequestContext {
  /** Always `MESSAGE`. */
  eventType: 'MESSAGE';
  /** Id of the message, for example `R1knPc2ntjMCFIA=`. */
  messageId: string;
}

/** `requestContext` of a `$disconnect` event. */
export interface APIGatewayEventWebsocketDisconnectRequestContext extends APIGatewayEventWebsocketRequestContext {
  /** Always `DISCONNECT`. */
  eventType: 'DISCONNECT';
  /** Close code: 1001 after ten idle minutes or when the page was closed, 1005 for a close frame without a code, or any other integer. */
  disconnectStatusCode: number;
  /** Close reason: the client's, or `''`, `Going away` or `Client-side close frame status not set`. */
  disconnectReason: string;
}

/** `requestContext.identity` of a WebSocket event. */
export interface APIGatewayEventWebsocketIdentity {
  /** IP address of the client, v4 or v6. */
  sourceIp: string;
  /** User-Agent header of the handshake. Absent without one; events of 2021 had `null`. */
  userAgent?: string | null;
  /** Value of the API key of the handshake. Absent without one. */
  apiKey?: string;
  /** Id of the API key of the handshake. Absent without one. */
  apiKeyId?: string;
}

/** `requestContext.authorizer` of a WebSocket event. AWS documents it, but no real event with it is known. */
export interface APIGatewayEventWebsocketAuthorizer {
  /** The `principalId` that the authorizer returned. */
  principalId?: string;
  /** How long the authorizer took, in milliseconds. */
  integrationLatency?: number;
  /** Values that the authorizer returned as its context. */
  [key: string]: unknown;
}
