export { buildContext, type ContextInit } from './build-context.js';
export { type Connection, type ConnectionsApi, type ConnectionsApiInit, createConnectionsApi } from './connections-api.js';
export { type AnyHandler, type Invocation, invoke } from './invoke.js';
export { type LocalServer, serve } from './serve.js';
