import type { Plain } from './plain.js';

/**
 * The result of a Lambda authorizer of an HTTP API with payload format 2.0 and simple responses.
 *
 * To answer 401, throw an error whose message is exactly `Unauthorized`. With `isAuthorized: false`, the client gets a 403.
 *
 * @typeParam TContext Type of `context`: what the function behind the authorizer finds in `requestContext.authorizer.lambda`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewaySimpleAuthorizerResult<TContext = { [key: string]: unknown }> {
  /** Whether the caller may invoke the route. */
  isAuthorized: boolean;
  /** Values for the function behind the authorizer, of any JSON type. Absent without any; `null` is assumed to mean the same. */
  context?: Plain<TContext> | null;
}
