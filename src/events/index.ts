// Translates HTTP requests into events, for every target, and builds events for tests.

export { TARGETS, type Target } from '../aws/target.js';
export type { CognitoAuthorizer, GatewayAuthorizer, IamAuthorizer, JwtAuthorizer, LambdaAuthorizer } from '../gateway/authorizer.js';
export type { CloudFront } from '../gateway/cloud-front.js';
export type { CorsConfiguration } from '../gateway/cors.js';
export type { CustomDomain } from '../gateway/custom-domain.js';
export { GatewayError, type GatewayErrorCode, type RefusalCode } from '../gateway/error.js';
export type { Gateway } from '../gateway/gateway.js';
export type { GatewayIds } from '../gateway/ids.js';
export type { Inflater, RequestCoding } from '../gateway/inflater.js';
export type { ExplainedRequestIssue, RequestIssue, RequestIssueCode } from '../gateway/request-issue.js';
export { type AnonymizeOptions, anonymize } from './anonymize/anonymize.js';
export { type AuthorizerTarget, type TargetAuthorizerEvent, toAuthorizerEvent, toTokenAuthorizerEvent } from './authorizer-event.js';
export {
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
} from './build/build-authorizer-event.js';
export {
  buildEvents,
  buildEventTable,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  type EventRow,
} from './build/build-event.js';
export { buildWebsocketEvent } from './build/build-websocket-event.js';
export { buildWebsocketSession, type WebsocketSession, type WebsocketSessionInit } from './build/build-websocket-session.js';
export type { BuiltAuthorizer, InitAuthorizer } from './build/built-authorizer.js';
export type {
  BuiltRequestAuthorizerEvent,
  BuiltRequestAuthorizerEventV1,
  BuiltRequestAuthorizerEventV2,
} from './build/built-authorizer-event.js';
export type {
  BuiltAnonymousIdentity,
  BuiltEvent,
  BuiltFunctionUrlEvent,
  BuiltHttpEvent,
  BuiltHttpEventV1,
  BuiltRequestContext,
  BuiltRequestContextHttp,
  BuiltRequestContextV2,
  BuiltRestEvent,
  BuiltSenderIdentity,
  BuiltUrlRequestContext,
  InitClientCert,
} from './build/built-event.js';
export type {
  BuiltWebsocketConnectEvent,
  BuiltWebsocketDisconnectEvent,
  BuiltWebsocketEvent,
  BuiltWebsocketMessageEvent,
} from './build/built-websocket-event.js';
export type { BuildInit, EventBuilder } from './build/event-builder.js';
export type { EventInit, QueryValue } from './build/event-init.js';
export type { DefaultInit, EventsInit, HttpEventBuilder, HttpTarget, RoutedInit } from './build/http-event-builder.js';
export type { Override } from './build/override.js';
export { checkRequest } from './check-request.js';
export { fromEvent, type RecoverableEvent } from './recover/from-event.js';
export { repairEvent } from './recover/repair-event.js';
export { findRoute } from './routing/find-route.js';
export { selectRoute } from './routing/select-route.js';
export { type TargetEvent, toEvent } from './to-event.js';
