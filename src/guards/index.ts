// Guards for everything AWS sends and accepts. They have no dependencies and take nanoseconds.

export { isAPIGatewayAuthorizerResult } from './authorizer-result.js';
export { detectEvent } from './detect-event.js';
export { isLambdaFunctionURLEvent } from './function-url-event.js';
export { isEvent } from './is-event.js';
export { isAPIGatewayProxyEvent } from './proxy-event.js';
export { isAPIGatewayProxyEventV2 } from './proxy-event-v2.js';
export { isAPIGatewayProxyResult } from './proxy-result.js';
export { isAPIGatewayProxyResultV2, isAPIGatewayProxyStructuredResultV2 } from './proxy-result-v2.js';
export { isAPIGatewayRequestAuthorizerEvent } from './request-authorizer-event.js';
export { isAPIGatewayRequestAuthorizerEventV1 } from './request-authorizer-event-v1.js';
export { isAPIGatewayRequestAuthorizerEventV2 } from './request-authorizer-event-v2.js';
export { isAPIGatewaySimpleAuthorizerResult } from './simple-authorizer-result.js';
export { isHttpResponseStreamMetadata } from './stream-metadata.js';
export { isAPIGatewayTokenAuthorizerEvent } from './token-authorizer-event.js';
export {
  isAPIGatewayProxyWebsocketConnectEvent,
  isAPIGatewayProxyWebsocketDisconnectEvent,
  isAPIGatewayProxyWebsocketEvent,
  isAPIGatewayProxyWebsocketMessageEvent,
} from './websocket-event.js';
export { isAPIGatewayWebsocketRequestAuthorizerEvent } from './websocket-request-authorizer-event.js';
export { isAPIGatewayProxyWebsocketResult } from './websocket-result.js';
