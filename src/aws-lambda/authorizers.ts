import type { APIGatewayAuthorizerResult, APIGatewayAuthorizerResultContext } from '../types/authorizer-result.js';
import type { APIGatewayRequestAuthorizerEvent } from '../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../types/request-authorizer-event-v2.js';
import type { APIGatewaySimpleAuthorizerResult } from '../types/simple-authorizer-result.js';
import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import type { Callback, Handler } from './handler.js';

/** Any event of a REST API's Lambda authorizer. Narrow it by `type`. */
export type APIGatewayAuthorizerEvent = APIGatewayTokenAuthorizerEvent | APIGatewayRequestAuthorizerEvent;

/** A policy with a context. */
export type APIGatewayAuthorizerWithContextResult<TContext> = APIGatewayAuthorizerResult<TContext> & { context: TContext };

/** A policy, as an HTTP API's authorizer returns it. */
export type APIGatewayIAMAuthorizerResult = APIGatewayAuthorizerResult;

/** A policy with a context, as an HTTP API's authorizer returns it. */
export type APIGatewayIAMAuthorizerWithContextResult<TContext> = APIGatewayAuthorizerWithContextResult<TContext>;

/** A simple response with a context. */
export type APIGatewaySimpleAuthorizerWithContextResult<TContext> = APIGatewaySimpleAuthorizerResult<TContext> & { context: TContext };

/** A handler of a REST API's authorizer of either type. */
export type APIGatewayAuthorizerHandler = Handler<APIGatewayAuthorizerEvent, APIGatewayAuthorizerResult>;
/** A handler of a REST API's authorizer of either type that returns a context. */
export type APIGatewayAuthorizerWithContextHandler<TContext> = Handler<
  APIGatewayAuthorizerEvent,
  APIGatewayAuthorizerWithContextResult<TContext>
>;
/** A handler of a TOKEN authorizer. */
export type APIGatewayTokenAuthorizerHandler = Handler<APIGatewayTokenAuthorizerEvent, APIGatewayAuthorizerResult>;
/** A handler of a TOKEN authorizer that returns a context. */
export type APIGatewayTokenAuthorizerWithContextHandler<TContext> = Handler<
  APIGatewayTokenAuthorizerEvent,
  APIGatewayAuthorizerWithContextResult<TContext>
>;
/** A handler of a REST API's REQUEST authorizer. */
export type APIGatewayRequestAuthorizerHandler = Handler<APIGatewayRequestAuthorizerEvent, APIGatewayAuthorizerResult>;
/** A handler of a REST API's REQUEST authorizer that returns a context. */
export type APIGatewayRequestAuthorizerWithContextHandler<TContext> = Handler<
  APIGatewayRequestAuthorizerEvent,
  APIGatewayAuthorizerWithContextResult<TContext>
>;
/** A handler of an HTTP API's authorizer that returns a policy. */
export type APIGatewayRequestIAMAuthorizerHandlerV2 = Handler<APIGatewayRequestAuthorizerEventV2, APIGatewayIAMAuthorizerResult>;
/** A handler of an HTTP API's authorizer that returns a policy and a context. */
export type APIGatewayRequestIAMAuthorizerV2WithContextHandler<TContext> = Handler<
  APIGatewayRequestAuthorizerEventV2,
  APIGatewayIAMAuthorizerWithContextResult<TContext>
>;
/** A handler of an HTTP API's authorizer that returns a simple response. */
export type APIGatewayRequestSimpleAuthorizerHandlerV2 = Handler<APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerResult>;
/** A handler of an HTTP API's authorizer that returns a simple response with a context. */
export type APIGatewayRequestSimpleAuthorizerHandlerV2WithContext<TContext> = Handler<
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult<TContext>
>;

/** The callback of a REST API's authorizer. */
export type APIGatewayAuthorizerCallback = Callback<APIGatewayAuthorizerResult>;
/** The callback of a REST API's authorizer that returns a context. */
export type APIGatewayAuthorizerWithContextCallback<TContext> = Callback<APIGatewayAuthorizerWithContextResult<TContext>>;

/** An older name for {@link APIGatewayAuthorizerEvent}. */
export type CustomAuthorizerEvent = APIGatewayAuthorizerEvent;
/** An older name for {@link APIGatewayAuthorizerHandler}. */
export type CustomAuthorizerHandler = APIGatewayAuthorizerHandler;
/** An older name for {@link APIGatewayAuthorizerCallback}. */
export type CustomAuthorizerCallback = APIGatewayAuthorizerCallback;
/** An older name for `APIGatewayAuthorizerResult`. */
export type CustomAuthorizerResult = APIGatewayAuthorizerResult;
/** An older name for `APIGatewayAuthorizerResult`. */
export type AuthResponse = APIGatewayAuthorizerResult;
/** An older name for `APIGatewayAuthorizerResultContext`. */
export type AuthResponseContext = APIGatewayAuthorizerResultContext;

/** Whether a statement allows or denies what it matches. */
export type StatementEffect = 'Allow' | 'Deny';
/** Condition key (`aws:SourceIp` …) to the value or values that match. */
export interface Condition {
  [key: string]: string | string[];
}
/** The principals that a statement applies to. */
export type PrincipalValue = { [key: string]: string | string[] } | string | string[];
/** The principal of a statement, if it has one. */
export interface MaybeStatementPrincipal {
  /** The principals that the statement applies to. */
  Principal?: PrincipalValue | undefined;
  /** The principals that the statement doesn't apply to. */
  NotPrincipal?: PrincipalValue | undefined;
}
/** The resources of a statement, if it has any. */
export interface MaybeStatementResource {
  /** ARNs that the statement applies to. */
  Resource?: string | string[] | undefined;
  /** ARNs that the statement doesn't apply to. */
  NotResource?: string | string[] | undefined;
}
/** The actions that a statement applies to, or doesn't apply to. */
export type StatementAction = { Action: string | string[] } | { NotAction: string | string[] };
/** The resources that a statement applies to, or doesn't apply to. */
export type StatementResource = MaybeStatementPrincipal & ({ Resource: string | string[] } | { NotResource: string | string[] });
/** The principal that a statement applies to, or doesn't apply to. */
export type StatementPrincipal = MaybeStatementResource & ({ Principal: PrincipalValue } | { NotPrincipal: PrincipalValue });
