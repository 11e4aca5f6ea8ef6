import type { GatewayAuthorizer } from '../../gateway/authorizer.js';
import type { LocalHandler } from './local-route.js';

/** An authorizer. It has exactly one of the keys `lambda`, `cognito`, `jwt`, `iam`, `token`, `request`, `verify`, `refuse`. */
export type LocalAuthorizer =
  /** A fixed result: every request passes, with this in its event. */
  GatewayAuthorizer | TokenAuthorizer | RequestAuthorizer | JwtVerifier | RefusingAuthorizer;

/** A Lambda authorizer of type TOKEN. REST only. */
export interface TokenAuthorizer extends AuthorizerCaching {
  /** The authorizer's function. It returns a policy. */
  readonly token: LocalHandler<never>;
  /** Name of the header with the token. Default: `Authorization`. */
  readonly header?: string;
  /** Pattern of a valid token. For any other token the client gets a 401, and the function is not called. Default: every token is valid. */
  readonly validation?: RegExp;
}

/** A Lambda authorizer of type REQUEST. */
export interface RequestAuthorizer extends AuthorizerCaching {
  /** The authorizer's function. It returns a policy or, on HTTP APIs with payload 2.0, `isAuthorized`. */
  readonly request: LocalHandler<never>;
  /** Where the identity of the caller is in a request. If one of these is missing, the client gets a 401. Default: none, and nothing is cached. */
  readonly identitySource?: readonly string[];
  /** HTTP APIs: the payload format of the authorizer's event. Default: that of the API. */
  readonly payload?: '1.0' | '2.0';
  /**
   * HTTP APIs with payload 2.0: the form of the function's answer, `{ isAuthorized }` if this is `true`, a policy if it's `false`. An answer
   * of the other form is a 500. AWS's default is `false`. Default here: both forms are accepted, because the setting isn't known.
   */
  readonly enableSimpleResponses?: boolean;
}

/** A JWT authorizer (HTTP APIs) or a Cognito user pool (REST), with your own check of the token. */
export interface JwtVerifier {
  /** Verifies a token, without `Bearer`, and returns its claims. Throws if the token is invalid. Use `jwtVerify` of `jose`, for example. */
  verify(token: string): Claims | Promise<Claims>;
  /** Name of the header with the token. Default: `Authorization`. */
  readonly header?: string;
}

/** An authorizer that can't run here. No request passes. */
export interface RefusingAuthorizer {
  /** Every request is refused as this kind of authorizer refuses one without credentials: with 401, or 403 for `iam`. */
  readonly refuse: 'jwt' | 'cognito' | 'lambda' | 'iam';
  /** What to do to let requests pass. The issue `route-closed` says it. */
  readonly fix: string;
}

/** The claims of a token, as in its JSON. */
export type Claims = Readonly<Record<string, unknown>>;

/** How an authorizer's answers are cached. */
export interface AuthorizerCaching {
  /** How long an answer is cached for the same identity, in seconds, 0 to 3600. Default: 300 on REST, 0 on HTTP APIs. Ignored on WebSocket. */
  readonly ttl?: number;
}
