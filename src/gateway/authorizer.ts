import type { APIGatewayEventIAMAuthorizer, APIGatewayEventJWTAuthorizer } from '../types/proxy-event-v2-authorizer.js';

/**
 * What an authorizer found out about a request, by kind of authorizer: exactly one key. The target decides where it lands in the event:
 * flat in `requestContext.authorizer`, under a key of it, or in `requestContext.identity`.
 */
export type GatewayAuthorizer =
  | { readonly lambda: LambdaAuthorizer }
  | { readonly cognito: CognitoAuthorizer }
  | { readonly jwt: JwtAuthorizer }
  | { readonly iam: IamAuthorizer };

/** The answer of a Lambda authorizer. */
export interface LambdaAuthorizer {
  /** The principal it named. REST and WebSocket only. Default: `'user'`. */
  readonly principalId?: string;
  /**
   * Its context. Only payload 2.0 takes lists and objects in it; payload 1.0 and WebSocket events hold it flat, and REST and WebSocket turn
   * numbers and booleans into strings.
   */
  readonly context?: Readonly<Record<string, unknown>> | null;
  /** How long it took, in milliseconds; 0 for an answer from the cache. REST and WebSocket only. Default: `0`. */
  readonly integrationLatency?: number;
}

/** The token that a Cognito user pool authorizer (REST) accepted. */
export interface CognitoAuthorizer {
  /** The token's claims, as the strings that the event will hold. */
  readonly claims: Readonly<Record<string, string>>;
}

/** The token that a JWT authorizer (HTTP APIs) accepted. */
export interface JwtAuthorizer {
  /** The token's claims, as the strings that the event will hold. */
  readonly claims: Readonly<Record<string, string>>;
  /** Scopes that the route asks for. Default: `null`, none. */
  readonly scopes?: APIGatewayEventJWTAuthorizer['jwt']['scopes'];
}

/** The caller that IAM authorization recognised; every field has a default. */
export type IamAuthorizer = Readonly<Partial<APIGatewayEventIAMAuthorizer['iam']>>;
