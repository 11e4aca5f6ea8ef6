export {
  type Connection,
  type ConnectionClient,
  type ConnectionDetails,
  type ConnectionsApi,
  type ConnectionsApiInit,
  createConnectionsApi,
} from './answer/connections-api.js';
export type { HandshakeInit, LocalConnection } from './answer/local-connection.js';
export type {
  HttpApiTarget,
  LocalApiInit,
  LocalApiInitForAnyHandler,
  LocalApiInitWithPayloads,
  LocalApiSettings,
  LocalSettings,
  LocalWebsocketApiInit,
} from './api/api-init.js';
export type { ApiKey, ApiKeySource } from './api/api-keys.js';
export type { CustomRoute, FunctionlessRoute } from './api/custom-route.js';
export type { LocalLimits } from './api/limits.js';
export type {
  AuthorizerCaching,
  Claims,
  JwtVerifier,
  LocalAuthorizer,
  RefusingAuthorizer,
  RequestAuthorizer,
  TokenAuthorizer,
} from './api/local-authorizer.js';
export type { Authorization, CustomExchange, LocalExchange } from './api/local-exchange.js';
export type {
  LocalEvent,
  LocalEventForAnyHandler,
  LocalHandler,
  LocalRoute,
  LocalRoutes,
  PayloadRoute,
  WebsocketHandlerEvent,
} from './api/local-route.js';
export type { TenantIdSource } from './api/tenant-id.js';
export type { WebsocketExchange } from './api/websocket-exchange.js';
export type { WebsocketLimits } from './api/websocket-limits.js';
export { buildContext, type ContextInit } from './function/build-context.js';
export { type AnyHandler, type Invocation, type InvokeOptions, invoke } from './function/invoke.js';
export { createModuleHandler, type ModuleHandler } from './function/module-handler.js';
export { awslambda, type StreamHandler, type StreamifiedHandler, type StreamifyOptions } from './function/runtime/awslambda.js';
export type { ErrorReport } from './function/runtime/error-report.js';
export type { LambdaRuntime } from './function/runtime/lambda-runtime.js';
export type { ResponseStream } from './function/runtime/response-stream.js';
export { TaskTimeoutError } from './function/task-timeout-error.js';
export { createLocalApi, type LocalApi } from './local-api.js';
export { createLocalWebsocketApi, type LocalWebsocketApi } from './local-websocket-api.js';
export type { LocalServer } from './server/http-server.js';
export type { ListenOptions } from './server/listen-options.js';
export { type ServeOptions, serve } from './server/serve.js';
