import type { GatewayAuthorizer } from '../../gateway/authorizer.js';
import type { Plain } from '../../types/plain.js';
import type { APIGatewayProxyEventAuthorizer } from '../../types/proxy-event-authorizer.js';
import type { APIGatewayEventIAMAuthorizer, APIGatewayProxyEventV2Authorizer } from '../../types/proxy-event-v2-authorizer.js';
import type { Absent } from './absent.js';

/** The type of a builder's `authorizer` option. `undefined` stands for no authorizer, `GatewayAuthorizer` for one that isn't known. */
export type InitAuthorizer = GatewayAuthorizer | undefined;

/** `requestContext.authorizer` of a built event, by target. The claims and the context that you pass are known by name. */
export interface BuiltAuthorizer<TInit extends InitAuthorizer> {
  rest: GatewayAuthorizer extends TInit ? APIGatewayProxyEventAuthorizer : RestAuthorizer<TInit>;
  'http-1.0': GatewayAuthorizer extends TInit ? APIGatewayProxyEventAuthorizer : HttpAuthorizerV1<TInit>;
  'http-2.0': GatewayAuthorizer extends TInit ? APIGatewayProxyEventV2Authorizer : HttpAuthorizer<TInit>;
  'function-url': GatewayAuthorizer extends TInit ? APIGatewayEventIAMAuthorizer : UrlAuthorizer<TInit>;
}

type RestAuthorizer<TInit> = TInit extends { readonly lambda: infer Lambda }
  ? Plain<{ [Name in keyof ContextOf<Lambda>]: ContextOf<Lambda>[Name] extends null ? null : string } & RestLambdaAuthorizer>
  : TInit extends WithClaims<infer Claims>
    ? { claims: { -readonly [Name in keyof Claims]: string } }
    : NoAuthorizerV1;

/** What a REST API adds to the context. It reserves no names, but hono requires a type that can have claims. */
type RestLambdaAuthorizer = { principalId: string; integrationLatency: number; claims?: Absent };

type HttpAuthorizerV1<TInit> = TInit extends { readonly lambda: infer Lambda }
  ? Plain<ContextOf<Lambda> & HttpLambdaAuthorizerV1>
  : TInit extends WithClaims<infer Claims>
    ? { claims: { -readonly [Name in keyof Claims]: string }; scopes: ScopesOf<TInit> }
    : NoAuthorizerV1;

/**
 * What an HTTP API adds to the context. @types/aws-lambda and Powertools use one type for both kinds of API, so it also has the two fields
 * that only a REST API adds, as absent.
 */
type HttpLambdaAuthorizerV1 = { claims: null; scopes: null; principalId: Absent; integrationLatency: Absent };

type HttpAuthorizer<TInit> = TInit extends { readonly lambda: infer Lambda }
  ? { lambda: Lambda extends { readonly context: infer Context } ? Json<Context> : null }
  : TInit extends WithClaims<infer Claims>
    ? { jwt: { claims: { -readonly [Name in keyof Claims]: string }; scopes: ScopesOf<TInit> } }
    : TInit extends { readonly iam: infer Caller }
      ? { iam: IamCaller<Caller> }
      : NoAuthorizerV2;

/** A function URL without IAM has none. Only `never` fits both an optional IAM authorizer and hono, which requires an object. */
type UrlAuthorizer<TInit> = TInit extends { readonly iam: infer Caller } ? { iam: IamCaller<Caller> } : Absent;

type WithClaims<Claims> = { readonly jwt: { readonly claims: Claims } } | { readonly cognito: { readonly claims: Claims } };

type ScopesOf<TInit> = TInit extends { readonly jwt: { readonly scopes: readonly string[] } } ? string[] : string[] | null;

/** The context that a Lambda authorizer returned, if the option has one. */
type ContextOf<Lambda> = Lambda extends { readonly context: infer Context extends object } ? Json<Context> : Record<never, never>;

/** A value after a round trip through JSON. The option's type is readonly, but arrays and objects in an event can be changed. */
type Json<T> = T extends { toJSON(): infer U } ? U : T extends object ? { -readonly [Key in keyof T]: Json<T[Key]> } : T;

/**
 * The caller that the option names. Everything else has a default, which is `null` for two of the fields. An organization that you pass is a
 * string, but hono's type has only `null`.
 */
type IamCaller<Caller> = Omit<APIGatewayEventIAMAuthorizer['iam'], 'cognitoIdentity' | 'principalOrgId'> & {
  cognitoIdentity: Caller extends { readonly cognitoIdentity: infer Identity extends object } ? Json<Identity> : null;
  principalOrgId: Absent;
};

/**
 * Payload 1.0 without an authorizer. hono requires an object here, and Powertools requires one that a Lambda authorizer could have. It fits
 * no handler that names its claims or its context. (An interface would not fit: it has no index signature.)
 */
type NoAuthorizerV1 = { claims?: Absent; scopes?: Absent; principalId: Absent; integrationLatency: Absent };

/** Payload 2.0 without an authorizer. hono requires an object here. It fits no handler that names its authorizer. */
type NoAuthorizerV2 = { iam?: Absent; jwt?: Absent; lambda?: Absent };
