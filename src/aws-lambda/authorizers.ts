import type { APIGatewayAuthorizerResult, APIGatewayAuthorizerResultContext } from '../types/authorizer-result.js';
import type { APIGatewayRequestAuthorizerEvent } from '../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../types/request-authorizer-event-v2.js';
import type { APIGatewaySimpleAuthorizerResult } from '../types/simple-authorizer-result.js';
import type { APIGatewayTokenAuthorizerEvent } from '../types/token-authorizer-event.js';
import type { Callback, Handler } from './handler.js';

/** Any event of a REST API's Lambda authorizer. Narrow it by `type`. */
export type APIGatewayAuthorizerEvent = APIGatewayTokenAuthorizerEvent | APIGatewayRequestAuthorizerEvent;

/** A policy that comes with a context. */
export type APIGatewayAuthorizerWithContextResult<TContext> = APIGatewayAuthorizerResult<TContext> & { context: TContext };

/** A policy, as an HTTP API's authorizer returns it. */
export type APIGatewayIAMAuthorizerResult = APIGatewayAuthorizerResult;

/** A policy that comes with a context, as an HTTP API's authorizer returns it. */
export type APIGatewayIAMAuthorizerWithContextResult<TContext> = APIGatewayAuthorizerWithContextResult<TContext>;

/** A simple answer that comes with a context. */
export type APIGatewaySimpleAuthorizerWithContextResult<TContext> = APIGatewaySimpleAuthorizerResult<TContext> & { context: TContext };

/** A handler of either kind of a REST API's authorizer. */
export type APIGatewayAuthorizerHandler = Handler<APIGatewayAuthorizerEvent, APIGatewayAuthorizerResult>;
/** A handler of either kind of a REST API's authorizer that returns a context. */
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
/** A handler of an HTTP API's authorizer with simple answers. */
export type APIGatewayRequestSimpleAuthorizerHandlerV2 = Handler<APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerResult>;
/** A handler of an HTTP API's authorizer with simple answers that come with a context. */
export type APIGatewayRequestSimpleAuthorizerHandlerV2WithContext<TContext> = Handler<
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult<TContext>
>;

/** The callback of a REST API's authorizer. */
export type APIGatewayAuthorizerCallback = Callback<APIGatewayAuthorizerResult>;
/** The callback of a REST API's authorizer that returns a context. */
export type APIGatewayAuthorizerWithContextCallback<TContext> = Callback<APIGatewayAuthorizerWithContextResult<TContext>>;

/** An older name of {@link APIGatewayAuthorizerEvent}. */
export type CustomAuthorizerEvent = APIGatewayAuthorizerEvent;
/** An older name of {@link APIGatewayAuthorizerHandler}. */
export type CustomAuthorizerHandler = APIGatewayAuthorizerHandler;
/** An older name of {@link APIGatewayAuthorizerCallback}. */
export type CustomAuthorizerCallback = APIGatewayAuthorizerCallback;
/** An older name of `APIGatewayAuthorizerResult`. */
export type CustomAuthorizerResult = APIGatewayAuthorizerResult;
/** An older name of `APIGatewayAuthorizerResult`. */
export type AuthResponse = APIGatewayAuthorizerResult;
/** An older name of `APIGatewayAuthorizerResultContext`. */
export type AuthResponseContext = APIGatewayAuthorizerResultContext;

/** Whether a statement allows or denies what it matches. */
export type StatementEffect = 'Allow' | 'Deny';
/** Condition key (`aws:SourceIp` …) to the value or values that match. */
export interface Condition {
  [key: string]: string | string[];
}
/** Who a statement is about. */
export type PrincipalValue = { [key: string]: string | string[] } | string | string[];
/** The principal of a statement, where it names one. */
export interface MaybeStatementPrincipal {
  /** Who the statement is about. */
  Principal?: PrincipalValue | undefined;
  /** Who the statement is not about. */
  NotPrincipal?: PrincipalValue | undefined;
}
/** The resources of a statement, where it names any. */
export interface MaybeStatementResource {
  /** ARNs that the statement is about. */
  Resource?: string | string[] | undefined;
  /** ARNs that the statement is not about. */
  NotResource?: string | string[] | undefined;
}
/** The actions of a statement: these, or all but these. */
export type StatementAction = { Action: string | string[] } | { NotAction: string | string[] };
/** The resources of a statement: these, or all but these. */
export type StatementResource = MaybeStatementPrincipal & ({ Resource: string | string[] } | { NotResource: string | string[] });
/** The principal of a statement: this, or all but this. */
export type StatementPrincipal = MaybeStatementResource & ({ Principal: PrincipalValue } | { NotPrincipal: PrincipalValue });
