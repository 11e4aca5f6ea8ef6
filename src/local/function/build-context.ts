import { DEFAULT_ACCOUNT_ID, DEFAULT_REGION } from '../../aws/defaults.js';
import { checkShapes, invalidOption, type Shape } from '../../gateway/check-shape.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import { isObject } from '../../http/is-object.js';
import type { LambdaContext } from '../../types/context.js';
import { type PlainContext, withoutCallbacks } from './runtime/invocation-context.js';

/** The parts of a context that you want to set. */
export interface ContextInit extends Partial<Omit<LambdaContext, 'getRemainingTimeInMillis' | 'done' | 'fail' | 'succeed'>> {
  /** How long the function may run, in milliseconds. Default: 3000, Lambda's own default. */
  timeout?: number;
  /** The clock, in milliseconds since the Unix epoch. Default: `Date.now`. */
  now?: () => number;
}

const TEXT = { is: 'string', example: 'a string' } as const;
const OBJECT = { is: 'object', example: 'an object' } as const;

/** The types of the known parts of a context. Others reach the handler unchanged. */
export const CONTEXT_SHAPES = {
  timeout: { is: 'limit', example: 'a number of milliseconds such as 1000' },
  now: { is: 'function', example: 'a function' },
  callbackWaitsForEmptyEventLoop: { is: 'boolean', example: 'true or false' },
  functionName: TEXT,
  functionVersion: TEXT,
  invokedFunctionArn: TEXT,
  memoryLimitInMB: TEXT,
  awsRequestId: TEXT,
  logGroupName: TEXT,
  logStreamName: TEXT,
  clientContext: OBJECT,
  identity: OBJECT,
  tenantId: TEXT,
} as const satisfies Record<keyof ContextInit, Shape>;

/**
 * Builds the context that Lambda's runtime passes to a handler.
 *
 * @param init fields of the context, and `timeout`, in milliseconds. Default: fixed values, and 3000.
 * @throws GatewayError `invalid-option`.
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
  if (!isObject(init)) throw invalidOption(['init'], 'an object', init, 'Pass an object such as { timeout: 3000 }.');
  checkShapes(init, CONTEXT_SHAPES, []);
  const { timeout: _, now: _now, ...given } = init;
  const ofCallbacks = { callbackWaitsForEmptyEventLoop: true, done: ignore, fail: ignore, succeed: ignore };
  return { ...ofCallbacks, ...planContext(init)('6f5e4d3c-2b1a-4f0e-9d8c-7b6a5f4e3d2c'), ...dropUndefined(given) };
}

function ignore(): void {}

/** Makes the context of each call of a function. The parts that were set go before the id of the call; its tenant goes before them. */
export type NewContext = (awsRequestId: string, tenantId?: string) => PlainContext;

/** Prepares the contexts of all calls of a function from parts that were checked before. The time of a call starts when its context is made. */
export function planContext(init: ContextInit): NewContext {
  const { timeout = 3000, now = Date.now, functionName = 'function', ...others } = init;
  const given = withoutCallbacks(dropUndefined(others));
  const plan: PlainContext = {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${DEFAULT_REGION}:${DEFAULT_ACCOUNT_ID}:function:${functionName}`,
    memoryLimitInMB: '128',
    awsRequestId: '',
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: '2026/01/02/[$LATEST]0123456789abcdef0123456789abcdef',
    getRemainingTimeInMillis: () => timeout,
    ...given,
  };
  return (awsRequestId, tenantId) => {
    const deadline = now() + timeout;
    // The plan has all keys, so that this only replaces values, which is many times faster than adding keys to a copy.
    const context: PlainContext = { ...plan, awsRequestId, getRemainingTimeInMillis: () => deadline - now(), ...given };
    return tenantId === undefined ? context : { ...context, tenantId };
  };
}
