import type { APIGatewayAuthorizerResult, APIGatewayAuthorizerResultContext } from '../types/authorizer-result.js';
import type { APIGatewaySimpleAuthorizerResult } from '../types/simple-authorizer-result.js';
import { formatExecuteApiArn, parseExecuteApiArn } from './execute-api-arn.js';

/** What of an authorizer's event says what is asked for: `routeArn` in payload 2.0, `methodArn` elsewhere. */
export type AskedEvent = { readonly methodArn: string } | { readonly routeArn: string };

/** What a policy says besides whether. */
export interface PolicyInit<TContext = APIGatewayAuthorizerResultContext> {
  /** ARNs or patterns that the policy speaks of. Default: everything in the stage that was asked for. */
  readonly resources?: readonly string[];
  /** Values for the function behind: texts, numbers and booleans. */
  readonly context?: TContext;
  /** REST: the API key to count the request under. */
  readonly usageIdentifierKey?: string;
}

/**
 * The answer of an authorizer that lets a caller pass. By default it speaks of the whole stage: the gateway caches the policy by the
 * caller's credentials, and one that names a single method would refuse the caller's next request to another. Name `resources` where the
 * caller may not do everything, all of them, whatever was asked for.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function allowPolicy<TContext = APIGatewayAuthorizerResultContext>(
  event: AskedEvent,
  principalId: string,
  init: PolicyInit<TContext> = {},
): APIGatewayAuthorizerResult<TContext> {
  return policy('Allow', event, principalId, init);
}

/**
 * The answer of an authorizer that refuses a caller with 403, by default throughout the stage; see {@link allowPolicy}. To ask for
 * credentials with 401, throw an error whose message is `Unauthorized`.
 */
export function denyPolicy<TContext = APIGatewayAuthorizerResultContext>(
  event: AskedEvent,
  principalId: string,
  init: PolicyInit<TContext> = {},
): APIGatewayAuthorizerResult<TContext> {
  return policy('Deny', event, principalId, init);
}

/** The simple answer of an HTTP API's authorizer with payload 2.0: whether the caller passes, and any JSON for the function behind. */
export function simpleResult<TContext extends Record<string, unknown>>(
  isAuthorized: boolean,
  context?: TContext,
): APIGatewaySimpleAuthorizerResult {
  return { isAuthorized, ...(context !== undefined && { context }) };
}

function policy<TContext>(
  effect: 'Allow' | 'Deny',
  event: AskedEvent,
  principalId: string,
  { resources = [stageOf(event)], context, usageIdentifierKey }: PolicyInit<TContext>,
): APIGatewayAuthorizerResult<TContext> {
  return {
    principalId,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: [...resources] }],
    },
    ...(context !== undefined && { context }),
    ...(usageIdentifierKey !== undefined && { usageIdentifierKey }),
  };
}

/** The pattern of everything in the stage that was asked for. */
function stageOf(event: AskedEvent): string {
  const arn = 'methodArn' in event ? event.methodArn : event.routeArn;
  const parts = parseExecuteApiArn(arn);
  if (parts?.stage === undefined) return arn;
  const { partition, region, accountId, apiId, stage } = parts;
  return formatExecuteApiArn({ partition, region, accountId, apiId, stage, routeKey: '*' });
}
