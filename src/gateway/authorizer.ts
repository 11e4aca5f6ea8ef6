import type { APIGatewayEventIAMAuthorizer } from '../types/proxy-event-v2-authorizer.js';

/**
 * What an authorizer adds to the event. Exactly one key, which names the kind of authorizer. The target determines where it goes:
 * `requestContext.authorizer`, a key of it, or `requestContext.identity`.
 */
export type GatewayAuthorizer =
  | { readonly lambda: LambdaAuthorizer }
  | { readonly cognito: CognitoAuthorizer }
  | { readonly jwt: JwtAuthorizer }
  | { readonly iam: IamAuthorizer };

/** The result of a Lambda authorizer. */
export interface LambdaAuthorizer {
  /** Id of the principal. Only REST and WebSocket events have it. Default: `'user'`. */
  readonly principalId?: string;
  /**
   * The context that the authorizer returned. Only payload 2.0 allows arrays and objects in it. REST and WebSocket APIs turn numbers and
   * booleans into strings. `null`: the authorizer returned none. Default: `null`.
   */
  readonly context?: Readonly<Record<string, unknown>> | null;
  /** How long the authorizer took, in milliseconds; 0 for a cached result. Only REST and WebSocket events have it. Default: `0`. */
  readonly integrationLatency?: number;
}

/** The token that a Cognito user pool authorizer of a REST API accepted. */
export interface CognitoAuthorizer {
  /** The claims of the token, all strings, as in the event. */
  readonly claims: Readonly<Record<string, string>>;
}

/** The token that a JWT authorizer of an HTTP API accepted. */
export interface JwtAuthorizer {
  /** The claims of the token, all strings, as in the event. */
  readonly claims: Readonly<Record<string, string>>;
  /** Scopes that the route requires. Default: `null`, none. */
  readonly scopes?: readonly string[] | null;
}

/** The caller that IAM authorization identified. Every field has a default. */
export type IamAuthorizer = Readonly<Partial<APIGatewayEventIAMAuthorizer['iam']>>;
