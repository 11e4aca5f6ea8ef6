import type { LambdaFunctionURLEvent } from './function-url-event.js';
import type { APIGatewayProxyEvent } from './proxy-event.js';
import type { APIGatewayProxyEventV2 } from './proxy-event-v2.js';
import type { APIGatewayRequestAuthorizerEvent } from './request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from './request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from './request-authorizer-event-v2.js';
import type { APIGatewayTokenAuthorizerEvent } from './token-authorizer-event.js';
import type {
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from './websocket-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from './websocket-request-authorizer-event.js';

/** The kinds of event that `detectEvent` returns. */
export type EventKind =
  /** Proxy event of a REST API: `APIGatewayProxyEvent` without `version`. */
  | 'rest'
  /** Proxy event of an HTTP API with payload 1.0: `APIGatewayProxyEvent` with `version: '1.0'`. */
  | 'http-1.0'
  /** Proxy event of an HTTP API with payload 2.0: `APIGatewayProxyEventV2`. */
  | 'http-2.0'
  /** Event of a Lambda function URL: `LambdaFunctionURLEvent`. */
  | 'function-url'
  /** A client connects to a WebSocket API: `APIGatewayProxyWebsocketConnectEvent`. */
  | 'websocket-connect'
  /** A client of a WebSocket API sent a message: `APIGatewayProxyWebsocketMessageEvent`. */
  | 'websocket-message'
  /** A client of a WebSocket API disconnected: `APIGatewayProxyWebsocketDisconnectEvent`. */
  | 'websocket-disconnect'
  /** Event of a TOKEN authorizer of a REST API: `APIGatewayTokenAuthorizerEvent`. */
  | 'authorizer-token'
  /** Event of a REQUEST authorizer of a REST API: `APIGatewayRequestAuthorizerEvent`. */
  | 'authorizer-request-rest'
  /** Event of an authorizer of an HTTP API with payload 1.0: `APIGatewayRequestAuthorizerEventV1`. */
  | 'authorizer-request-http-1.0'
  /** Event of an authorizer of an HTTP API with payload 2.0: `APIGatewayRequestAuthorizerEventV2`. */
  | 'authorizer-request-http-2.0'
  /** Event of an authorizer of a WebSocket API: `APIGatewayWebsocketRequestAuthorizerEvent`. */
  | 'authorizer-request-websocket'
  /** Anything else: an event of another service, or one that isn't complete. */
  | 'unknown';

/** The event type of each kind. */
export interface EventOfKind {
  rest: APIGatewayProxyEvent;
  'http-1.0': APIGatewayProxyEvent;
  'http-2.0': APIGatewayProxyEventV2;
  'function-url': LambdaFunctionURLEvent;
  'websocket-connect': APIGatewayProxyWebsocketConnectEvent;
  'websocket-message': APIGatewayProxyWebsocketMessageEvent;
  'websocket-disconnect': APIGatewayProxyWebsocketDisconnectEvent;
  'authorizer-token': APIGatewayTokenAuthorizerEvent;
  'authorizer-request-rest': APIGatewayRequestAuthorizerEvent;
  'authorizer-request-http-1.0': APIGatewayRequestAuthorizerEventV1;
  'authorizer-request-http-2.0': APIGatewayRequestAuthorizerEventV2;
  'authorizer-request-websocket': APIGatewayWebsocketRequestAuthorizerEvent;
}
