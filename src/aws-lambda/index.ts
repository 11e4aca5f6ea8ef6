// The API Gateway types under the names of `@types/aws-lambda`: change the import and keep every name. At run time this entry is empty.

export type {
  APIGatewayAuthorizerResult,
  APIGatewayAuthorizerResultContext,
  BaseStatement,
  ConditionBlock,
  PolicyDocument,
  Statement,
} from '../types/authorizer-result.js';
export type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';
export type { ClientContext, ClientContextClient, ClientContextEnv, CognitoIdentity } from '../types/client-context.js';
export type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
export type { APIGatewayEventIdentity } from '../types/identity.js';
export type {
  APIGatewayEventRequestContext,
  APIGatewayProxyEvent,
  APIGatewayProxyEventBase,
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventHeaders as APIGatewayRequestAuthorizerEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueHeaders as APIGatewayRequestAuthorizerEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventMultiValueQueryStringParameters as APIGatewayRequestAuthorizerEventMultiValueQueryStringParameters,
  APIGatewayProxyEventPathParameters,
  APIGatewayProxyEventPathParameters as APIGatewayRequestAuthorizerEventPathParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventQueryStringParameters as APIGatewayRequestAuthorizerEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
  APIGatewayProxyEventStageVariables as APIGatewayRequestAuthorizerEventStageVariables,
} from '../types/proxy-event.js';
export type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
export type { APIGatewayProxyResult } from '../types/proxy-result.js';
export type { APIGatewayProxyResultV2, APIGatewayProxyStructuredResultV2 } from '../types/proxy-result-v2.js';
export type { APIGatewayRequestAuthorizerEvent } from '../types/request-authorizer-event.js';
export type { APIGatewayRequestAuthorizerEventV2 } from '../types/request-authorizer-event-v2.js';
export type { APIGatewaySimpleAuthorizerResult } from '../types/simple-authorizer-result.js';
export type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
export type {
  APIGatewayAuthorizerCallback,
  APIGatewayAuthorizerEvent,
  APIGatewayAuthorizerHandler,
  APIGatewayAuthorizerWithContextCallback,
  APIGatewayAuthorizerWithContextHandler,
  APIGatewayAuthorizerWithContextResult,
  APIGatewayIAMAuthorizerResult,
  APIGatewayIAMAuthorizerWithContextResult,
  APIGatewayRequestAuthorizerHandler,
  APIGatewayRequestAuthorizerWithContextHandler,
  APIGatewayRequestIAMAuthorizerHandlerV2,
  APIGatewayRequestIAMAuthorizerV2WithContextHandler,
  APIGatewayRequestSimpleAuthorizerHandlerV2,
  APIGatewayRequestSimpleAuthorizerHandlerV2WithContext,
  APIGatewaySimpleAuthorizerWithContextResult,
  APIGatewayTokenAuthorizerHandler,
  APIGatewayTokenAuthorizerWithContextHandler,
  AuthResponse,
  AuthResponseContext,
  Condition,
  CustomAuthorizerCallback,
  CustomAuthorizerEvent,
  CustomAuthorizerHandler,
  CustomAuthorizerResult,
  MaybeStatementPrincipal,
  MaybeStatementResource,
  PrincipalValue,
  StatementAction,
  StatementEffect,
  StatementPrincipal,
  StatementResource,
} from './authorizers.js';
export type { Callback, Context, Handler, StreamifyHandler } from './handler.js';
export type {
  APIGatewayEvent,
  APIGatewayEventDefaultAuthorizerContext,
  APIGatewayEventLambdaAuthorizerContext,
  APIGatewayEventRequestContextIAMAuthorizer,
  APIGatewayEventRequestContextJWTAuthorizer,
  APIGatewayEventRequestContextLambdaAuthorizer,
  APIGatewayEventRequestContextV2WithAuthorizer,
  APIGatewayEventRequestContextWithAuthorizer,
  APIGatewayEventWebsocketRequestContextV2,
  APIGatewayProxyCallback,
  APIGatewayProxyCallbackV2,
  APIGatewayProxyCognitoAuthorizer,
  APIGatewayProxyEventV2WithIAMAuthorizer,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyEventV2WithLambdaAuthorizer,
  APIGatewayProxyEventV2WithRequestContext,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  APIGatewayProxyHandlerV2WithIAMAuthorizer,
  APIGatewayProxyHandlerV2WithJWTAuthorizer,
  APIGatewayProxyHandlerV2WithLambdaAuthorizer,
  APIGatewayProxyWebsocketEventV2,
  APIGatewayProxyWebsocketEventV2WithRequestContext,
  APIGatewayProxyWebsocketHandlerV2,
  APIGatewayProxyWithCognitoAuthorizerEvent,
  APIGatewayProxyWithCognitoAuthorizerHandler,
  APIGatewayProxyWithLambdaAuthorizerEvent,
  APIGatewayProxyWithLambdaAuthorizerEventRequestContext,
  APIGatewayProxyWithLambdaAuthorizerHandler,
  LambdaFunctionURLCallback,
  LambdaFunctionURLEventWithIAMAuthorizer,
  LambdaFunctionURLHandler,
  LambdaFunctionURLHandlerWithIAMAuthorizer,
  LambdaFunctionURLResult,
  ProxyCallback,
  ProxyHandler,
  ProxyResult,
} from './proxy.js';
