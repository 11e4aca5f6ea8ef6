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
