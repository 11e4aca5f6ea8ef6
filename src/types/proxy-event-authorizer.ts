/**
 * `requestContext.authorizer` of a payload 1.0 proxy event behind any authorizer.
 *
 * If you know the authorizer, name its type: `APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>`.
 */
export interface APIGatewayProxyEventAuthorizer {
  /**
   * Claims of the token, behind a Cognito authorizer of a REST API or a JWT authorizer of an HTTP API. `null` behind a Lambda authorizer of
   * an HTTP API. A Lambda authorizer of a REST API can return a string with this name, which guards and schemas accept.
   */
  claims?: { [claim: string]: string | undefined } | null;
  /** HTTP API: scopes that the route requires. `null` if it requires none. A string only as in `claims`. */
  scopes?: string[] | null;
  /** Lambda authorizer of a REST API: the `principalId` it returned. */
  principalId?: string;
  /** Lambda authorizer of a REST API: how long it took, in milliseconds. 0 if its answer came from the cache. */
  integrationLatency?: number;
  /** Values that a Lambda authorizer returned as its context. */
  [key: string]: unknown;
}

/**
 * `requestContext.authorizer` of a REST event behind a Lambda authorizer: its context, and two keys of the gateway.
 *
 * Numbers and booleans of the context arrive as strings. `null` stays `null`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export interface APIGatewayLambdaAuthorizerContext {
  /** The `principalId` that the authorizer returned. */
  principalId: string;
  /** How long the authorizer took, in milliseconds. 0 if its answer came from the cache. */
  integrationLatency: number;
  /** Values that the authorizer returned as its context. */
  [key: string]: string | number | null | undefined;
}

/**
 * `requestContext.authorizer` of a REST event behind a Cognito user pool authorizer.
 *
 * Every claim is a string. `exp` and `iat` look like `Tue Jun 18 15:00:04 UTC 2024`, `auth_time` is in seconds since the Unix epoch, and
 * arrays are joined with commas.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export type APIGatewayCognitoAuthorizerContext = {
  /** Claims of the id token or access token. */
  claims: { [claim: string]: string | undefined };
};

/**
 * `requestContext.authorizer` of a payload 1.0 event of an HTTP API behind a JWT authorizer.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @example
 * ```ts no-run
 * import type { APIGatewayJWTAuthorizerContext, APIGatewayProxyEvent } from 'apigw-proxy';
 *
 * export const subOf = (event: APIGatewayProxyEvent<APIGatewayJWTAuthorizerContext>) => event.requestContext.authorizer.claims['sub'];
 * ```
 */
export type APIGatewayJWTAuthorizerContext = {
  /** Claims of the token. Every value is a string. */
  claims: { [claim: string]: string | undefined };
  /** Scopes that the route requires. `null` if it requires none. */
  scopes: string[] | null;
};

/**
 * `requestContext.authorizer` of a payload 1.0 event of an HTTP API behind a Lambda authorizer: its context, and two keys that are always
 * `null`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @example
 * ```ts no-run
 * import type { APIGatewayLambdaAuthorizerContextV1, APIGatewayProxyEvent } from 'apigw-proxy';
 *
 * export const planOf = (event: APIGatewayProxyEvent<APIGatewayLambdaAuthorizerContextV1>) => event.requestContext.authorizer['plan'];
 * ```
 */
export interface APIGatewayLambdaAuthorizerContextV1 {
  /** Always `null`. */
  claims: null;
  /** Always `null`. */
  scopes: null;
  /** Values that the authorizer returned as its context. */
  [key: string]: unknown;
}
