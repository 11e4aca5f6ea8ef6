/**
 * `requestContext.authorizer` of a payload 1.0 proxy event when it is not known which authorizer ran: what any of them may leave.
 * With knowledge, name one of the variants: `APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>`.
 */
export interface APIGatewayProxyEventAuthorizer {
  /**
   * Claims of the token. Cognito on REST and JWT on HTTP APIs; `null` beside a Lambda authorizer's context on HTTP APIs; a string
   * only where a REST Lambda authorizer's flat context uses the name itself.
   */
  claims?: { [claim: string]: string | undefined } | string | null;
  /** HTTP API: scopes the route asks for, `null` when it asks for none. A string only as in `claims`. */
  scopes?: string[] | string | null;
  /** REST Lambda authorizer: the principal it named. */
  principalId?: string;
  /** REST Lambda authorizer: how long it took, in milliseconds; 0 when its answer came from the cache. */
  integrationLatency?: number;
  /** A Lambda authorizer's context. */
  [key: string]: unknown;
}

/**
 * What a Lambda authorizer leaves in a REST event: its context, flat, beside two keys of the gateway. Numbers and booleans arrive as
 * strings, `null` stays `null` (recorded).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export interface APIGatewayLambdaAuthorizerContext {
  /** The principal that the authorizer named. */
  principalId: string;
  /** How long the authorizer took, in milliseconds; 0 when its answer came from the cache. */
  integrationLatency: number;
  /** The authorizer's context. */
  [key: string]: string | number | null | undefined;
}

/**
 * What a Cognito user pool authorizer leaves in a REST event. Every claim is a string: `exp` and `iat` read
 * `Tue Jun 18 15:00:04 UTC 2024`, `auth_time` is decimal seconds, lists are joined with commas (recorded).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export interface APIGatewayCognitoAuthorizerContext {
  /** Claims of the id or access token. */
  claims: { [claim: string]: string | undefined };
}

/** What a JWT authorizer leaves in an HTTP API's payload 1.0 event. */
export interface APIGatewayJWTAuthorizerContext {
  /** Claims of the token, every one a string. */
  claims: { [claim: string]: string | undefined };
  /** Scopes the route asks for. `null` when it asks for none. */
  scopes: string[] | null;
}

/** What a Lambda authorizer leaves in an HTTP API's payload 1.0 event: two keys that are `null`, and its context. */
export interface APIGatewayLambdaAuthorizerContextV1 {
  /** Always `null`. */
  claims: null;
  /** Always `null`. */
  scopes: null;
  /** The authorizer's context. */
  [key: string]: unknown;
}
