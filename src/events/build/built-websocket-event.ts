import type {
  APIGatewayEventWebsocketConnectRequestContext,
  APIGatewayEventWebsocketDisconnectRequestContext,
  APIGatewayEventWebsocketMessageRequestContext,
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from '../../types/websocket-event.js';
import type { Absent } from './absent.js';

// A built WebSocket event fits the type of AWS's events and that of @types/aws-lambda, which requires a message id of every event.

/** The event of a WebSocket session. */
export type BuiltWebsocketEvent = BuiltWebsocketConnectEvent | BuiltWebsocketMessageEvent | BuiltWebsocketDisconnectEvent;

/** The `$connect` event of a session. It fits `APIGatewayProxyWebsocketConnectEvent`. */
export interface BuiltWebsocketConnectEvent extends Omit<APIGatewayProxyWebsocketConnectEvent, 'requestContext'> {
  /** Metadata about the event: its kind, its connection and its API. */
  requestContext: APIGatewayEventWebsocketConnectRequestContext & NoMessage;
}

/** A message event of a session. It fits `APIGatewayProxyWebsocketMessageEvent`. */
export interface BuiltWebsocketMessageEvent extends Omit<APIGatewayProxyWebsocketMessageEvent, 'requestContext'> {
  /** Metadata about the event: its kind, its connection and its API. */
  requestContext: APIGatewayEventWebsocketMessageRequestContext & Incoming;
}

/** The `$disconnect` event of a session. It fits `APIGatewayProxyWebsocketDisconnectEvent`. */
export interface BuiltWebsocketDisconnectEvent extends Omit<APIGatewayProxyWebsocketDisconnectEvent, 'requestContext'> {
  /** Metadata about the event: its kind, its connection and its API. */
  requestContext: APIGatewayEventWebsocketDisconnectRequestContext & NoMessage;
}

// Not interfaces, because a library that exports a context could not name them in its declarations.

type Incoming = {
  /** Always `IN`. */
  messageDirection: 'IN';
};

type NoMessage = Incoming & {
  /** Absent: only a message has one. */
  messageId: Absent;
};
