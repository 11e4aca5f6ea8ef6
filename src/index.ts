export {
  type AuthorizerTarget,
  type BuildInit,
  buildEvents,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
  buildWebsocketSession,
  type CloudFront,
  type CognitoAuthorizer,
  type CorsConfiguration,
  type CustomDomain,
  type EventBuilder,
  type EventInit,
  findRoute,
  type Gateway,
  type GatewayAuthorizer,
  GatewayError,
  type GatewayErrorCode,
  type GatewayIds,
  type HttpEvent,
  type HttpEventBuilder,
  type HttpTarget,
  type IamAuthorizer,
  type JwtAuthorizer,
  type LambdaAuthorizer,
  type Override,
  type QueryValue,
  type RoutedEvent,
  type RoutedInit,
  selectRoute,
  type Target,
  type TargetAuthorizerEvent,
  type TargetEvent,
  toAuthorizerEvent,
  toEvent,
  toFetchRequest,
  toTokenAuthorizerEvent,
  type WebsocketSession,
  type WebsocketSessionInit,
} from './events/index.js';
export {
  detectEvent,
  isAPIGatewayAuthorizerResult,
  isAPIGatewayProxyEvent,
  isAPIGatewayProxyEventV2,
  isAPIGatewayProxyResult,
  isAPIGatewayProxyStructuredResultV2,
  isAPIGatewayProxyWebsocketConnectEvent,
  isAPIGatewayProxyWebsocketDisconnectEvent,
  isAPIGatewayProxyWebsocketEvent,
  isAPIGatewayProxyWebsocketMessageEvent,
  isAPIGatewayProxyWebsocketResult,
  isAPIGatewayRequestAuthorizerEvent,
  isAPIGatewayRequestAuthorizerEventV1,
  isAPIGatewayRequestAuthorizerEventV2,
  isAPIGatewaySimpleAuthorizerResult,
  isAPIGatewayTokenAuthorizerEvent,
  isAPIGatewayWebsocketRequestAuthorizerEvent,
  isHttpResponseStreamMetadata,
  isLambdaFunctionURLEvent,
} from './guards/index.js';
export {
  fromFetchRequest,
  type HttpField,
  type HttpRequest,
  type HttpResponse,
  toFetchResponse,
  toHttp1Bytes,
  UnsafeResponseError,
} from './http/index.js';
export {
  apiConfigurationError,
  type ContentCoding,
  checkResult,
  type Evidence,
  type Failure,
  type FailureType,
  failure,
  forbidden,
  functionError,
  gatewayThrottled,
  ISSUE_CODES,
  type Issue,
  type IssueCode,
  noPermission,
  noRoute,
  type Payload,
  payload,
  preflight,
  quotaExceeded,
  type RenderedResponse,
  type RenderOptions,
  type RenderTarget,
  renderResult,
  requestTooLarge,
  responseTooLarge,
  throttled,
  timedOut,
  unauthorized,
  unknownUrl,
} from './render/index.js';
export type {
  APIGatewayAuthorizerResult,
  APIGatewayAuthorizerResultContext,
  BaseStatement,
  ConditionBlock,
  PolicyDocument,
  Statement,
  StatementOfActionAndNotResource,
  StatementOfActionAndResource,
  StatementOfNotActionAndNotResource,
  StatementOfNotActionAndResource,
} from './types/authorizer-result.js';
export type { APIGatewayEventClientCertificate } from './types/client-certificate.js';
export type { LambdaContext } from './types/context.js';
export type { EventKind } from './types/event-kind.js';
export type { LambdaFunctionURLEvent, LambdaFunctionURLEventRequestContext } from './types/function-url-event.js';
export type { APIGatewayEventIdentity } from './types/identity.js';
export type {
  APIGatewayEventRequestContext,
  APIGatewayProxyEvent,
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventPathParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
} from './types/proxy-event.js';
export type {
  APIGatewayCognitoAuthorizerContext,
  APIGatewayJWTAuthorizerContext,
  APIGatewayLambdaAuthorizerContext,
  APIGatewayLambdaAuthorizerContextV1,
  APIGatewayProxyEventAuthorizer,
} from './types/proxy-event-authorizer.js';
export type {
  APIGatewayEventRequestContextV2,
  APIGatewayEventRequestContextV2Http,
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2Headers,
  APIGatewayProxyEventV2PathParameters,
  APIGatewayProxyEventV2QueryStringParameters,
  APIGatewayProxyEventV2StageVariables,
} from './types/proxy-event-v2.js';
export type {
  APIGatewayEventIAMAuthorizer,
  APIGatewayEventJWTAuthorizer,
  APIGatewayEventLambdaAuthorizer,
  APIGatewayProxyEventV2Authorizer,
} from './types/proxy-event-v2-authorizer.js';
export type { APIGatewayProxyResult } from './types/proxy-result.js';
export type { APIGatewayProxyResultV2, APIGatewayProxyStructuredResultV2 } from './types/proxy-result-v2.js';
export type {
  APIGatewayRequestAuthorizerEvent,
  APIGatewayRequestAuthorizerEventIdentity,
  APIGatewayRequestAuthorizerEventRequestContext,
} from './types/request-authorizer-event.js';
export type { APIGatewayRequestAuthorizerEventV1 } from './types/request-authorizer-event-v1.js';
export type { APIGatewayRequestAuthorizerEventV2 } from './types/request-authorizer-event-v2.js';
export type { APIGatewaySimpleAuthorizerResult } from './types/simple-authorizer-result.js';
export type { HttpResponseStreamMetadata } from './types/stream-metadata.js';
export type { APIGatewayTokenAuthorizerEvent } from './types/token-authorizer-event.js';
export type {
  APIGatewayEventWebsocketAuthorizer,
  APIGatewayEventWebsocketConnectRequestContext,
  APIGatewayEventWebsocketDisconnectRequestContext,
  APIGatewayEventWebsocketIdentity,
  APIGatewayEventWebsocketMessageRequestContext,
  APIGatewayEventWebsocketRequestContext,
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from './types/websocket-event.js';
export type { APIGatewayWebsocketRequestAuthorizerEvent } from './types/websocket-request-authorizer-event.js';
export type { APIGatewayProxyWebsocketResult } from './types/websocket-result.js';
