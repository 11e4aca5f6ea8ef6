import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayEventRequestContext, APIGatewayProxyEvent } from '../types/proxy-event.js';
import type { APIGatewayCognitoAuthorizerContext, APIGatewayProxyEventAuthorizer } from '../types/proxy-event-authorizer.js';
import type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';
import type {
  APIGatewayEventIAMAuthorizer,
  APIGatewayEventJWTAuthorizer,
  APIGatewayEventLambdaAuthorizer,
} from '../types/proxy-event-v2-authorizer.js';
import type { APIGatewayProxyResult } from '../types/proxy-result.js';
import type { APIGatewayProxyResultV2 } from '../types/proxy-result-v2.js';
import type { APIGatewayEventWebsocketRequestContext, APIGatewayProxyWebsocketEvent } from '../types/websocket-event.js';
import type { Callback, Handler } from './handler.js';

/** Authorizer data in a payload 1.0 event, for any kind of authorizer. */
export type APIGatewayEventDefaultAuthorizerContext = APIGatewayProxyEventAuthorizer | null | undefined;
/** The context of a REST API's Lambda authorizer as the function receives it: every value is a string. */
export type APIGatewayEventLambdaAuthorizerContext<TContext> = {
  [Name in keyof TContext]: TContext[Name] extends null ? null : string;
} & { principalId: string; integrationLatency: number };
/** Authorizer data in an event with a Cognito user pool authorizer. */
export type APIGatewayProxyCognitoAuthorizer = APIGatewayCognitoAuthorizerContext;
/** The request context of a payload 1.0 event with an authorizer. */
export type APIGatewayEventRequestContextWithAuthorizer<TAuthorizer> = APIGatewayEventRequestContext<TAuthorizer>;
/** The request context of a REST API with a Lambda authorizer. */
export type APIGatewayProxyWithLambdaAuthorizerEventRequestContext<TContext> = APIGatewayEventRequestContext<
  APIGatewayEventLambdaAuthorizerContext<TContext>
>;

/** A payload 1.0 event with a Lambda authorizer. */
export type APIGatewayProxyWithLambdaAuthorizerEvent<TContext> = APIGatewayProxyEvent<APIGatewayEventLambdaAuthorizerContext<TContext>>;
/** A REST API's event with a Cognito user pool authorizer. */
export type APIGatewayProxyWithCognitoAuthorizerEvent = APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>;

/** Authorizer data in an event with a JWT authorizer. */
export type APIGatewayEventRequestContextJWTAuthorizer = APIGatewayEventJWTAuthorizer;
/** Authorizer data in an event with a Lambda authorizer. */
export type APIGatewayEventRequestContextLambdaAuthorizer<TContext> = APIGatewayEventLambdaAuthorizer<TContext>;
/** Authorizer data in an event with IAM authorization. */
export type APIGatewayEventRequestContextIAMAuthorizer = APIGatewayEventIAMAuthorizer;
/** The request context of a payload 2.0 event with an authorizer. */
export type APIGatewayEventRequestContextV2WithAuthorizer<TAuthorizer> = APIGatewayEventRequestContextV2<TAuthorizer>;

/** A payload 2.0 event with a request context of your own. */
export type APIGatewayProxyEventV2WithRequestContext<TRequestContext> = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: TRequestContext;
};
/** A payload 2.0 event with a JWT authorizer. */
export type APIGatewayProxyEventV2WithJWTAuthorizer = APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>;
/** A payload 2.0 event with a Lambda authorizer. */
export type APIGatewayProxyEventV2WithLambdaAuthorizer<TContext> = APIGatewayProxyEventV2<APIGatewayEventLambdaAuthorizer<TContext>>;
/** A payload 2.0 event with IAM authorization. */
export type APIGatewayProxyEventV2WithIAMAuthorizer = APIGatewayProxyEventV2<APIGatewayEventIAMAuthorizer>;
/** A function URL's event with IAM authorization. */
export type LambdaFunctionURLEventWithIAMAuthorizer = LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer>;

/** The request context of a WebSocket event. */
export type APIGatewayEventWebsocketRequestContextV2 = APIGatewayEventWebsocketRequestContext;
/** An event of a WebSocket API: connect, message or disconnect. */
export type APIGatewayProxyWebsocketEventV2 = APIGatewayProxyWebsocketEvent;
/** An event of a WebSocket API with a request context of your own. */
export type APIGatewayProxyWebsocketEventV2WithRequestContext<TRequestContext> = Omit<APIGatewayProxyWebsocketEvent, 'requestContext'> & {
  requestContext: TRequestContext;
};

/** A handler of payload 1.0. */
export type APIGatewayProxyHandler = Handler<APIGatewayProxyEvent, APIGatewayProxyResult>;
/** A handler of payload 1.0 with a Lambda authorizer. */
export type APIGatewayProxyWithLambdaAuthorizerHandler<TContext> = Handler<
  APIGatewayProxyWithLambdaAuthorizerEvent<TContext>,
  APIGatewayProxyResult
>;
/** A handler of payload 1.0 with a Cognito user pool authorizer. */
export type APIGatewayProxyWithCognitoAuthorizerHandler = Handler<APIGatewayProxyWithCognitoAuthorizerEvent, APIGatewayProxyResult>;
/** A handler of payload 2.0. */
export type APIGatewayProxyHandlerV2<T = never> = Handler<APIGatewayProxyEventV2, APIGatewayProxyResultV2<T>>;
/** A handler of payload 2.0 with a JWT authorizer. */
export type APIGatewayProxyHandlerV2WithJWTAuthorizer<T = never> = Handler<
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyResultV2<T>
>;
/** A handler of payload 2.0 with a Lambda authorizer. */
export type APIGatewayProxyHandlerV2WithLambdaAuthorizer<TContext, T = never> = Handler<
  APIGatewayProxyEventV2WithLambdaAuthorizer<TContext>,
  APIGatewayProxyResultV2<T>
>;
/** A handler of payload 2.0 with IAM authorization. */
export type APIGatewayProxyHandlerV2WithIAMAuthorizer<T = never> = Handler<
  APIGatewayProxyEventV2WithIAMAuthorizer,
  APIGatewayProxyResultV2<T>
>;
/** A handler of a WebSocket API's routes. */
export type APIGatewayProxyWebsocketHandlerV2<T = never> = Handler<APIGatewayProxyWebsocketEventV2, APIGatewayProxyResultV2<T>>;
/** A handler of a function URL. */
export type LambdaFunctionURLHandler<T = never> = Handler<LambdaFunctionURLEvent, LambdaFunctionURLResult<T>>;
/** A handler of a function URL with IAM authorization. */
export type LambdaFunctionURLHandlerWithIAMAuthorizer<T = never> = Handler<
  LambdaFunctionURLEventWithIAMAuthorizer,
  LambdaFunctionURLResult<T>
>;

/** The result of a function behind a function URL. */
export type LambdaFunctionURLResult<T = never> = APIGatewayProxyResultV2<T>;

/** The callback of a payload 1.0 handler. */
export type APIGatewayProxyCallback = Callback<APIGatewayProxyResult>;
/** The callback of a payload 2.0 handler. */
export type APIGatewayProxyCallbackV2 = Callback<APIGatewayProxyResultV2>;
/** The callback of a function URL's handler. */
export type LambdaFunctionURLCallback = APIGatewayProxyCallbackV2;

/** An older name for `APIGatewayProxyEvent`. */
export type APIGatewayEvent = APIGatewayProxyEvent;
/** An older name for {@link APIGatewayProxyHandler}. */
export type ProxyHandler = APIGatewayProxyHandler;
/** An older name for {@link APIGatewayProxyCallback}. */
export type ProxyCallback = APIGatewayProxyCallback;
/** An older name for `APIGatewayProxyResult`. */
export type ProxyResult = APIGatewayProxyResult;
