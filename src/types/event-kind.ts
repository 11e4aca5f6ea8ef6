/** What `detectEvent` tells apart: the events that API Gateway and function URLs send to a function, and whatever is none of them. */
export type EventKind =
  /** Proxy event of a REST API: `APIGatewayProxyEvent` without `version`. */
  | 'rest'
  /** Proxy event of an HTTP API, payload 1.0: `APIGatewayProxyEvent` with `version: '1.0'`. */
  | 'http-1.0'
  /** Proxy event of an HTTP API, payload 2.0: `APIGatewayProxyEventV2`. */
  | 'http-2.0'
  /** Event of a Lambda function URL: `LambdaFunctionURLEvent`. */
  | 'function-url'
  /** A client connects to a WebSocket API: `APIGatewayProxyWebsocketConnectEvent`. */
  | 'websocket-connect'
  /** A client of a WebSocket API sent a message: `APIGatewayProxyWebsocketMessageEvent`. */
  | 'websocket-message'
  /** A client of a WebSocket API is gone: `APIGatewayProxyWebsocketDisconnectEvent`. */
  | 'websocket-disconnect'
  /** Token authorizer of a REST API: `APIGatewayTokenAuthorizerEvent`. */
  | 'authorizer-token'
  /** Request authorizer of a REST API: `APIGatewayRequestAuthorizerEvent`. */
  | 'authorizer-request-rest'
  /** Authorizer of an HTTP API, payload 1.0: `APIGatewayRequestAuthorizerEventV1`. */
  | 'authorizer-request-http-1.0'
  /** Authorizer of an HTTP API, payload 2.0: `APIGatewayRequestAuthorizerEventV2`. */
  | 'authorizer-request-http-2.0'
  /** Authorizer of a WebSocket API: `APIGatewayWebsocketRequestAuthorizerEvent`. */
  | 'authorizer-request-websocket'
  /** Anything else: another service's event, or one of these that is not whole. */
  | 'unknown';
