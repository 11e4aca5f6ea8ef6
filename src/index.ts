/**
 * Everything between Amazon API Gateway and a Lambda function, built on two pure functions and two plain values.
 *
 *     Request · IncomingMessage · bytes                              Response · ServerResponse · bytes
 *                │                                                              ▲
 *                ▼                                                              │
 *           HttpRequest ──toEvent──▶ event ──▶ handler ──▶ result ──renderResult──▶ HttpResponse
 *                          └──────────────── gateway settings ────────────────┘
 *
 * `http/` has the two values and converts them from and to other forms, `gateway/` has the settings, `events/` the first function, `render/`
 * the second. Builders (`events/`, `results/`) and accessors are shortcuts to them. `types/` describes events and results, `guards/` and the
 * zod `schemas/` (not in this entry) check them. `local/` and `cli/` run handlers on your computer.
 */

export { bodyBytes, bodyJson, bodyText } from './accessors/body.js';
export { BodyError, type BodyErrorCode } from './accessors/body-error.js';
export { type Claims, claims } from './accessors/claims.js';
export { clientIp } from './accessors/client-ip.js';
export { cookies } from './accessors/cookies.js';
export type {
  ClaimsEvent,
  ClientIpEvent,
  EventBody,
  EventHeaders,
  EventWithBody,
  HttpEvent,
  MethodEvent,
  PathEvent,
  PathParametersEvent,
  Payload1Event,
  Payload2Event,
  QueryEvent,
  RequestEvent,
} from './accessors/event.js';
export { header, headerList } from './accessors/header.js';
export { method } from './accessors/method.js';
export { path } from './accessors/path.js';
export { type PathParameters, pathParameters } from './accessors/path-parameters.js';
export { query } from './accessors/query.js';
export { SchemaError, type SchemaErrorPart, type SchemaIssue } from './accessors/schema-error.js';
export type { SchemaOutput, StandardIssue, StandardResult, StandardSchema } from './accessors/standard-schema.js';
export { toFetchRequest } from './accessors/to-fetch-request.js';
export { type AskedEvent, allowPolicy, denyPolicy, type PolicyInit, simpleResult } from './arn/authorizer-policy.js';
export { checkFunctionUrl, type FunctionUrlCall, type FunctionUrlCheck, type FunctionUrlFailure } from './arn/check-function-url.js';
export { checkInvoke, type Invocation, type InvokeCheck } from './arn/check-invoke.js';
export type { ConditionContext } from './arn/condition-keys.js';
export { type ExecuteApiArnParts, formatExecuteApiArn, parseExecuteApiArn } from './arn/execute-api-arn.js';
export type { InvokeFailure } from './arn/findings.js';
export {
  addPermissionArguments,
  type FunctionPolicy,
  type FunctionPolicyStatement,
  functionPolicy,
  type InvokePermission,
  invokeStatement,
} from './arn/function-policy.js';
export { type FunctionUrlAuthType, type FunctionUrlPermission, functionUrlStatements } from './arn/function-url-permission.js';
export { matchesArn } from './arn/match-arn.js';
export { type InvokingEvent, sourceArnOf } from './arn/source-arn.js';
export {
  type AnonymizeOptions,
  type AuthorizerTarget,
  anonymize,
  type BuildInit,
  type BuiltAnonymousIdentity,
  type BuiltAuthorizer,
  type BuiltEvent,
  type BuiltFunctionUrlEvent,
  type BuiltHttpEvent,
  type BuiltHttpEventV1,
  type BuiltRequestAuthorizerEvent,
  type BuiltRequestAuthorizerEventV1,
  type BuiltRequestAuthorizerEventV2,
  type BuiltRequestContext,
  type BuiltRequestContextHttp,
  type BuiltRequestContextV2,
  type BuiltRestEvent,
  type BuiltSenderIdentity,
  type BuiltUrlRequestContext,
  type BuiltWebsocketConnectEvent,
  type BuiltWebsocketDisconnectEvent,
  type BuiltWebsocketEvent,
  type BuiltWebsocketMessageEvent,
  buildEvents,
  buildEventTable,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketEvent,
  buildWebsocketRequestAuthorizerEvent,
  buildWebsocketSession,
  type CloudFront,
  type CognitoAuthorizer,
  type CorsConfiguration,
  type CustomDomain,
  checkRequest,
  type DefaultInit,
  type EventBuilder,
  type EventInit,
  type EventRow,
  type EventsInit,
  type ExplainedRequestIssue,
  findRoute,
  fromEvent,
  type Gateway,
  type GatewayAuthorizer,
  GatewayError,
  type GatewayErrorCode,
  type GatewayIds,
  type HttpEventBuilder,
  type HttpTarget,
  type IamAuthorizer,
  type Inflater,
  type InitAuthorizer,
  type InitClientCert,
  type JwtAuthorizer,
  type LambdaAuthorizer,
  type Override,
  type QueryValue,
  type RecoverableEvent,
  type RefusalCode,
  type RequestCoding,
  type RequestIssue,
  type RequestIssueCode,
  type RoutedInit,
  repairEvent,
  selectRoute,
  TARGETS,
  type Target,
  type TargetAuthorizerEvent,
  type TargetEvent,
  toAuthorizerEvent,
  toEvent,
  toTokenAuthorizerEvent,
  type WebsocketSession,
  type WebsocketSessionInit,
} from './events/index.js';
export type { ExecuteApiArn } from './gateway/arn.js';
export { apiPath, connectionsUrl, type InvokePath, invokeUrl, parseInvokeUrl } from './gateway/invoke-url.js';
export {
  detectEvent,
  isAPIGatewayAuthorizerResult,
  isAPIGatewayProxyEvent,
  isAPIGatewayProxyEventV2,
  isAPIGatewayProxyResult,
  isAPIGatewayProxyResultV2,
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
  isEvent,
  isHttpResponseStreamMetadata,
  isLambdaFunctionURLEvent,
} from './guards/index.js';
export {
  type ClientCertificate,
  fromFetchRequest,
  type HttpField,
  type HttpRequest,
  type HttpResponse,
  toFetchResponse,
  toHttp1Bytes,
  UnsafeResponseError,
} from './http/index.js';
export {
  type AssertOptions,
  apiConfigurationError,
  assertNoIssues,
  type CheckedHandler,
  type CheckedOptions,
  type ConfiguredCors,
  type ContentCoding,
  type CustomizedResponses,
  checked,
  checkResult,
  configureCors,
  customizeResponses,
  decodePrelude,
  type Evidence,
  type ExplainedIssue,
  encodePrelude,
  explainIssue,
  type Failure,
  type FailureType,
  failure,
  forbidden,
  functionError,
  type GatewayResponse,
  GatewayResponseError,
  type GatewayResponseErrorCode,
  type GatewayResponses,
  type GatewayResponseType,
  gatewayThrottled,
  ISSUE_CODES,
  type Issue,
  type IssueCode,
  noPermission,
  noRoute,
  type Payload,
  type Prelude,
  payload,
  preflight,
  quotaExceeded,
  type RenderedMessage,
  type RenderedResponse,
  type RenderedStream,
  type RenderOptions,
  type RenderTarget,
  ResultIssuesError,
  renderHandshake,
  renderMessage,
  renderResult,
  renderStream,
  requestTooLarge,
  responseTooLarge,
  type Severity,
  type StreamedResult,
  type StreamOptions,
  streamedBytes,
  streamedResult,
  throttled,
  timedOut,
  unauthorized,
  unknownUrl,
} from './render/index.js';
export {
  expectStructured,
  type FetchApp,
  type FetchEnv,
  type FetchFunction,
  type FetchHandler,
  type FetchHandlerOptions,
  type FetchObject,
  type FetchStream,
  type FetchStreamHandler,
  fetchHandler,
  fromFetchResponse,
  type HttpResults,
  type MadeFor,
  type NotInThisPayload,
  type Payload1Result,
  type Payload2Result,
  type Problem,
  type Result,
  type ResultHeaders,
  type ResultInit,
  type Results,
  resultsFor,
  type StructuredResult,
  type WebsocketResultInit,
  type WebsocketResults,
} from './results/index.js';
export type {
  APIGatewayAuthorizerResult,
  APIGatewayAuthorizerResultContext,
  BaseStatement,
  ConditionBlock,
  FlatContext,
  PolicyDocument,
  Statement,
  StatementOfActionAndNotResource,
  StatementOfActionAndResource,
  StatementOfNotActionAndNotResource,
  StatementOfNotActionAndResource,
} from './types/authorizer-result.js';
export type { APIGatewayEventClientCertificate } from './types/client-certificate.js';
export type { ClientContext, ClientContextClient, ClientContextEnv, CognitoIdentity } from './types/client-context.js';
export type { LambdaContext } from './types/context.js';
export type { EventKind, EventOfKind } from './types/event-kind.js';
export type {
  LambdaFunctionURLEvent,
  LambdaFunctionURLEventRequestContext,
  LambdaFunctionURLEventRequestContextWithAuthorizer,
  LambdaFunctionURLEventRequestContextWithOptionalAuthorizer,
  LambdaFunctionURLEventRequestContextWithoutAuthorizer,
} from './types/function-url-event.js';
export type {
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  APIGatewayProxyWebsocketHandler,
  APIGatewayRequestAuthorizerHandler,
  APIGatewayRequestAuthorizerHandlerV1,
  APIGatewayRequestIAMAuthorizerHandlerV2,
  APIGatewayRequestSimpleAuthorizerHandlerV2,
  APIGatewayTokenAuthorizerHandler,
  APIGatewayWebsocketRequestAuthorizerHandler,
  LambdaFunctionURLHandler,
  LambdaHandler,
} from './types/handlers.js';
export type {
  APIGatewayEventCognitoIdentity,
  APIGatewayEventConsoleTestIdentity,
  APIGatewayEventIAMIdentity,
  APIGatewayEventIdentity,
  APIGatewayEventMutualTLSIdentity,
  APIGatewayEventPrivateIdentity,
} from './types/identity.js';
export type { Plain } from './types/plain.js';
export type {
  APIGatewayEventRequestContext,
  APIGatewayEventRequestContextWithAuthorizer,
  APIGatewayEventRequestContextWithOptionalAuthorizer,
  APIGatewayEventRequestContextWithoutAuthorizer,
  APIGatewayProxyEvent,
  APIGatewayProxyEventBase,
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
  APIGatewayEventRequestContextV2WithAuthorizer,
  APIGatewayEventRequestContextV2WithOptionalAuthorizer,
  APIGatewayEventRequestContextV2WithoutAuthorizer,
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2Base,
  APIGatewayProxyEventV2Headers,
  APIGatewayProxyEventV2PathParameters,
  APIGatewayProxyEventV2QueryStringParameters,
  APIGatewayProxyEventV2StageVariables,
  APIGatewayProxyEventV2WithoutParameters,
  APIGatewayProxyEventV2WithParameters,
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
export type { RouteParameters } from './types/route-parameters.js';
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
