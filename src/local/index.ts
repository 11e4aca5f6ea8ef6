export type { ApiKey } from './api-keys.js';
export { buildContext, type ContextInit } from './build-context.js';
export {
  type Connection,
  type ConnectionClient,
  type ConnectionDetails,
  type ConnectionsApi,
  type ConnectionsApiInit,
  createConnectionsApi,
} from './connections-api.js';
export type { LocalServer } from './http-server.js';
export { type AnyHandler, type Invocation, invoke, TaskTimeoutError } from './invoke.js';
export type { LocalLimits } from './limits.js';
export type { ListenOptions } from './listen.js';
export { createLocalApi, type LocalApi, type LocalApiInit, type LocalSettings } from './local-api.js';
export type { AuthorizerCaching, Claims, JwtVerifier, LocalAuthorizer, RequestAuthorizer, TokenAuthorizer } from './local-authorizer.js';
export type { Authorization, LocalExchange } from './local-exchange.js';
export type { LocalHandler, LocalRoute, LocalRoutes, WebsocketHandlerEvent } from './local-route.js';
export {
  createLocalWebsocketApi,
  type HandshakeInit,
  type LocalConnection,
  type LocalWebsocketApi,
  type LocalWebsocketApiInit,
} from './local-websocket-api.js';
export { createModuleHandler, type ModuleHandler } from './module-handler.js';
export { serve } from './serve.js';
export { awslambda, type ResponseStream, type StreamHandler, type StreamifiedHandler } from './stream-runtime.js';
export type { WebsocketExchange } from './websocket-exchange.js';
export type { WebsocketLimits } from './websocket-limits.js';
