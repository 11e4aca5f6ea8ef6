import type { GatewayAuthorizer } from '../../gateway/authorizer.js';
import type { LocalHandler } from './local-route.js';

/** An authorizer of an API, by kind: exactly one of the keys `lambda`, `cognito`, `jwt`, `iam`, `token`, `request`, `verify`. */
export type LocalAuthorizer =
  /** A fixed finding: every request passes with it. */
  GatewayAuthorizer | TokenAuthorizer | RequestAuthorizer | JwtVerifier;

/** A Lambda authorizer of type TOKEN. REST only. */
export interface TokenAuthorizer extends AuthorizerCaching {
  /** The authorizer's function: it answers with a policy. */
  readonly token: LocalHandler<never>;
  /** The header of the token. Default: `Authorization`. */
  readonly header?: string;
  /** What the token has to look like; another is a 401, and the function is not asked. Default: anything. */
  readonly validation?: RegExp;
}

/** A Lambda authorizer of type REQUEST. */
export interface RequestAuthorizer extends AuthorizerCaching {
  /** The authorizer's function: it answers with a policy or, on HTTP APIs with payload 2.0, with `isAuthorized`. */
  readonly request: LocalHandler<never>;
  /** Where it finds who asks; a request without one of these is a 401. Default: nowhere in particular, and nothing is cached. */
  readonly identitySource?: readonly string[];
  /** HTTP APIs: the payload format of its event. Default: the API's own. */
  readonly payload?: '1.0' | '2.0';
}

/** A JWT authorizer (HTTP APIs), or a Cognito user pool (REST): whoever verifies the token. */
export interface JwtVerifier {
  /** Verifies a token, without `Bearer`, and gives its claims; throws when it is not valid. `jose`'s `jwtVerify` fits, with `.payload`. */
  verify(token: string): Claims | Promise<Claims>;
  /** The header of the token. Default: `Authorization`. */
  readonly header?: string;
}

/** The claims of a token, as its JSON has them. */
export type Claims = Readonly<Record<string, unknown>>;

/** How long an authorizer's answers are kept. */
export interface AuthorizerCaching {
  /** Time that an answer is kept for the same identity, in seconds, 0 to 3600. Default: 300 on REST, 0 on HTTP APIs; never on WebSocket. */
  readonly ttl?: number;
}
