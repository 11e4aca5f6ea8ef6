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

/** What an authorizer left in a payload 1.0 event, whichever it was. */
export type APIGatewayEventDefaultAuthorizerContext = APIGatewayProxyEventAuthorizer | null | undefined;
/** The context of a REST API's Lambda authorizer as the function receives it: every value is a string. */
export type APIGatewayEventLambdaAuthorizerContext<TContext> = {
  [Name in keyof TContext]: TContext[Name] extends null ? null : string;
} & { principalId: string; integrationLatency: number };
/** What a Cognito user pool authorizer left in the event. */
export type APIGatewayProxyCognitoAuthorizer = APIGatewayCognitoAuthorizerContext;
/** The request context of a payload 1.0 event with an authorizer. */
export type APIGatewayEventRequestContextWithAuthorizer<TAuthorizer> = APIGatewayEventRequestContext<TAuthorizer>;
/** The request context behind a REST API's Lambda authorizer. */
export type APIGatewayProxyWithLambdaAuthorizerEventRequestContext<TContext> = APIGatewayEventRequestContext<
  APIGatewayEventLambdaAuthorizerContext<TContext>
>;

/** A payload 1.0 event behind a Lambda authorizer. */
export type APIGatewayProxyWithLambdaAuthorizerEvent<TContext> = APIGatewayProxyEvent<APIGatewayEventLambdaAuthorizerContext<TContext>>;
/** A REST API's event behind a Cognito user pool authorizer. */
export type APIGatewayProxyWithCognitoAuthorizerEvent = APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>;

/** What a JWT authorizer left in the event. */
export type APIGatewayEventRequestContextJWTAuthorizer = APIGatewayEventJWTAuthorizer;
/** What a Lambda authorizer left in the event. */
export type APIGatewayEventRequestContextLambdaAuthorizer<TContext> = APIGatewayEventLambdaAuthorizer<TContext>;
/** What IAM authorization left in the event. */
export type APIGatewayEventRequestContextIAMAuthorizer = APIGatewayEventIAMAuthorizer;
/** The request context of a payload 2.0 event with an authorizer. */
export type APIGatewayEventRequestContextV2WithAuthorizer<TAuthorizer> = APIGatewayEventRequestContextV2<TAuthorizer>;

/** A payload 2.0 event with a request context of your own. */
export type APIGatewayProxyEventV2WithRequestContext<TRequestContext> = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: TRequestContext;
};
/** A payload 2.0 event behind a JWT authorizer. */
export type APIGatewayProxyEventV2WithJWTAuthorizer = APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>;
/** A payload 2.0 event behind a Lambda authorizer. */
export type APIGatewayProxyEventV2WithLambdaAuthorizer<TContext> = APIGatewayProxyEventV2<APIGatewayEventLambdaAuthorizer<TContext>>;
/** A payload 2.0 event behind IAM authorization. */
export type APIGatewayProxyEventV2WithIAMAuthorizer = APIGatewayProxyEventV2<APIGatewayEventIAMAuthorizer>;
/** A function URL's event behind IAM authorization. */
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
/** A handler of payload 1.0 behind a Lambda authorizer. */
export type APIGatewayProxyWithLambdaAuthorizerHandler<TContext> = Handler<
  APIGatewayProxyWithLambdaAuthorizerEvent<TContext>,
  APIGatewayProxyResult
>;
/** A handler of payload 1.0 behind a Cognito user pool authorizer. */
export type APIGatewayProxyWithCognitoAuthorizerHandler = Handler<APIGatewayProxyWithCognitoAuthorizerEvent, APIGatewayProxyResult>;
/** A handler of payload 2.0. */
export type APIGatewayProxyHandlerV2<T = never> = Handler<APIGatewayProxyEventV2, APIGatewayProxyResultV2<T>>;
/** A handler of payload 2.0 behind a JWT authorizer. */
export type APIGatewayProxyHandlerV2WithJWTAuthorizer<T = never> = Handler<
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyResultV2<T>
>;
/** A handler of payload 2.0 behind a Lambda authorizer. */
export type APIGatewayProxyHandlerV2WithLambdaAuthorizer<TContext, T = never> = Handler<
  APIGatewayProxyEventV2WithLambdaAuthorizer<TContext>,
  APIGatewayProxyResultV2<T>
>;
/** A handler of payload 2.0 behind IAM authorization. */
export type APIGatewayProxyHandlerV2WithIAMAuthorizer<T = never> = Handler<
  APIGatewayProxyEventV2WithIAMAuthorizer,
  APIGatewayProxyResultV2<T>
>;
/** A handler of a WebSocket API's routes. */
export type APIGatewayProxyWebsocketHandlerV2<T = never> = Handler<APIGatewayProxyWebsocketEventV2, APIGatewayProxyResultV2<T>>;
/** A handler of a function URL. */
export type LambdaFunctionURLHandler<T = never> = Handler<LambdaFunctionURLEvent, LambdaFunctionURLResult<T>>;
/** A handler of a function URL behind IAM authorization. */
export type LambdaFunctionURLHandlerWithIAMAuthorizer<T = never> = Handler<
  LambdaFunctionURLEventWithIAMAuthorizer,
  LambdaFunctionURLResult<T>
>;

/** What a function behind a function URL returns. */
export type LambdaFunctionURLResult<T = never> = APIGatewayProxyResultV2<T>;

/** The callback of a payload 1.0 handler. */
export type APIGatewayProxyCallback = Callback<APIGatewayProxyResult>;
/** The callback of a payload 2.0 handler. */
export type APIGatewayProxyCallbackV2 = Callback<APIGatewayProxyResultV2>;
/** The callback of a function URL's handler. */
export type LambdaFunctionURLCallback = APIGatewayProxyCallbackV2;

/** An older name of `APIGatewayProxyEvent`. */
export type APIGatewayEvent = APIGatewayProxyEvent;
/** An older name of {@link APIGatewayProxyHandler}. */
export type ProxyHandler = APIGatewayProxyHandler;
/** An older name of {@link APIGatewayProxyCallback}. */
export type ProxyCallback = APIGatewayProxyCallback;
/** An older name of `APIGatewayProxyResult`. */
export type ProxyResult = APIGatewayProxyResult;
