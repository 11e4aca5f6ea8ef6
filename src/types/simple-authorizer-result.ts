/**
 * What a Lambda authorizer of an HTTP API with payload format 2.0 returns when simple responses are enabled. To refuse with 401 throw an
 * error whose message is exactly `Unauthorized`; `isAuthorized: false` is a 403.
 *
 * @typeParam TContext what the function behind finds in `requestContext.authorizer.lambda`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewaySimpleAuthorizerResult<TContext = { [key: string]: unknown }> {
  /** Whether the request may pass. */
  isAuthorized: boolean;
  /** Values for the function behind, of any JSON type. That `null` means none is assumed. */
  context?: TContext | null;
}
