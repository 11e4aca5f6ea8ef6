import { isPayload2 } from '../aws/payload-format.js';
import { argumentError, requireObject, requireString } from '../http/argument-error.js';
import type { APIGatewayAuthorizerResult, APIGatewayAuthorizerResultContext, FlatContext } from '../types/authorizer-result.js';
import type { APIGatewaySimpleAuthorizerResult } from '../types/simple-authorizer-result.js';
import { formatExecuteApiArn, parseExecuteApiArn } from './execute-api-arn.js';

/** The field of an authorizer's event that identifies the request: `routeArn` in payload 2.0, `methodArn` in every other event. */
export type AskedEvent = { readonly methodArn: string } | { readonly routeArn: string };

/** Options of a policy. */
export interface PolicyInit<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext> {
  /** ARNs or patterns that the policy covers. Default: everything in the stage of the request. */
  readonly resources?: readonly string[];
  /** Values for the function behind the authorizer: strings, numbers and booleans. */
  readonly context?: TContext;
  /** REST APIs: the API key that the request counts against. */
  readonly usageIdentifierKey?: string;
}

/**
 * Returns the result of an authorizer that allows a request.
 *
 * By default the policy covers the whole stage. The gateway caches it for the caller's credentials, so a policy for one method would deny
 * the caller's next request to another one. If a caller isn't allowed to do everything, list all the `resources` that the caller may use, not only
 * the one in this request.
 *
 * @param event the event of the authorizer. Its ARN names the stage.
 * @param principalId who the caller is. A REST API puts it into `requestContext.authorizer`.
 * @param init which resources the policy covers, and the context for the function. Default: the whole stage, and no context.
 * @throws TypeError if the event has no ARN, or if `principalId` is not a string.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 * @example
 * ```ts
 * import { allowPolicy, buildTokenAuthorizerEvent } from 'apigw-proxy';
 *
 * const event = buildTokenAuthorizerEvent({ route: 'GET /users', headers: { Authorization: 'Bearer abc' } });
 * console.log(allowPolicy(event, 'ada').policyDocument.Statement[0]?.Effect); // => Allow
 * ```
 */
export function allowPolicy<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext>(
  event: AskedEvent,
  principalId: string,
  init: PolicyInit<TContext> = {},
): APIGatewayAuthorizerResult<TContext> {
  return policyOf('Allow', event, principalId, init);
}

/**
 * Returns the result of an authorizer that denies a request, so that the client gets a 403. By default the policy covers the whole stage;
 * see {@link allowPolicy}. If the client should get a 401, throw an error with the message `Unauthorized` instead.
 *
 * @param event the event of the authorizer. Its ARN names the stage.
 * @param principalId who the caller is. A REST API puts it into `requestContext.authorizer`.
 * @param init which resources the policy covers, and the context for the function. Default: the whole stage, and no context.
 * @throws TypeError if the event has no ARN, or if `principalId` is not a string.
 * @example
 * ```ts
 * import { buildTokenAuthorizerEvent, denyPolicy } from 'apigw-proxy';
 *
 * const event = buildTokenAuthorizerEvent({ headers: { Authorization: 'Bearer bad' } });
 * console.log(denyPolicy(event, 'nobody').policyDocument.Statement[0]?.Effect); // => Deny
 * ```
 */
export function denyPolicy<TContext extends FlatContext<TContext> = APIGatewayAuthorizerResultContext>(
  event: AskedEvent,
  principalId: string,
  init: PolicyInit<TContext> = {},
): APIGatewayAuthorizerResult<TContext> {
  return policyOf('Deny', event, principalId, init);
}

/**
 * Returns the simple result of an authorizer, for HTTP APIs with payload 2.0.
 *
 * @param isAuthorized whether the request is allowed. If not, the client gets a 403.
 * @param context any JSON for the function behind the authorizer.
 * @throws TypeError if `isAuthorized` is not a boolean.
 * @example
 * ```ts
 * import { simpleResult } from 'apigw-proxy';
 *
 * console.log(simpleResult(true, { plan: 'pro' })); // => { isAuthorized: true, context: { plan: 'pro' } }
 * ```
 */
export function simpleResult<TContext extends Record<string, unknown>>(
  isAuthorized: boolean,
  context?: TContext,
): APIGatewaySimpleAuthorizerResult {
  if (typeof isAuthorized !== 'boolean') throw argumentError(['isAuthorized'], 'a boolean', isAuthorized);
  return { isAuthorized, ...(context !== undefined && { context }) };
}

function policyOf<TContext extends FlatContext<TContext>>(
  effect: 'Allow' | 'Deny',
  event: AskedEvent,
  principalId: string,
  init: PolicyInit<TContext>,
): APIGatewayAuthorizerResult<TContext> {
  requireObject(['event'], event);
  requireObject(['init'], init);
  const { resources = [stageOf(event)], context, usageIdentifierKey } = init;
  return {
    principalId: requireString(['principalId'], principalId),
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: [resources].flat() }],
    },
    ...(context !== undefined && { context }),
    ...(usageIdentifierKey !== undefined && { usageIdentifierKey }),
  };
}

/** Returns the pattern of everything in the stage of a request. */
function stageOf(event: AskedEvent): string {
  const arn = requireString(['event', 'methodArn'], arnOf(event), 'Pass the event that your authorizer received.');
  const parts = parseExecuteApiArn(arn);
  if (parts?.stage === undefined) return arn;
  const { partition, region, accountId, apiId, stage } = parts;
  return formatExecuteApiArn({ partition, region, accountId, apiId, stage, routeKey: '*' });
}

interface AuthorizerEvent {
  readonly methodArn?: string;
  readonly routeArn?: string;
  readonly requestContext?: object;
}

/** Returns the ARN of the request. If an event has both, the payload format determines which one. */
function arnOf(event: AuthorizerEvent): string | undefined {
  const isFormat2: boolean = isPayload2(event);
  return isFormat2 ? (event.routeArn ?? event.methodArn) : (event.methodArn ?? event.routeArn);
}
