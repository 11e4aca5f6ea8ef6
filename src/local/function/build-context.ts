import { DEFAULT_ACCOUNT_ID, DEFAULT_REGION } from '../../aws/defaults.js';
import type { LambdaContext } from '../../types/context.js';

/** The parts of a context that a test cares about. */
export interface ContextInit extends Partial<Omit<LambdaContext, 'getRemainingTimeInMillis' | 'done' | 'fail' | 'succeed'>> {
  /** Time-out of the function, in milliseconds. Default: 3000. */
  timeout?: number;
  /** The clock, in milliseconds since the Unix epoch. Default: `Date.now`. */
  now?: () => number;
}

/**
 * Builds the context that Lambda's runtime hands to a handler.
 *
 * @example
 * ```ts
 * import { buildContext } from 'apigw-proxy/local';
 *
 * const context = buildContext({ functionName: 'users', timeout: 1000, now: () => 0 });
 * console.log(context.invokedFunctionArn); // => 'arn:aws:lambda:us-east-1:123456789012:function:users'
 * console.log(context.getRemainingTimeInMillis()); // => 1000
 * ```
 */
export function buildContext(init: ContextInit = {}): LambdaContext {
  const { timeout = 3000, now = Date.now, functionName = 'function', ...given } = init;
  const deadline = now() + timeout;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${DEFAULT_REGION}:${DEFAULT_ACCOUNT_ID}:function:${functionName}`,
    memoryLimitInMB: '128',
    awsRequestId: '6f5e4d3c-2b1a-4f0e-9d8c-7b6a5f4e3d2c',
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: '2026/01/02/[$LATEST]0123456789abcdef0123456789abcdef',
    getRemainingTimeInMillis: () => Math.max(0, deadline - now()),
    done: ignore,
    fail: ignore,
    succeed: ignore,
    ...given,
  };
}

function ignore(): void {}
