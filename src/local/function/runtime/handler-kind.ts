import { STREAMING } from '../../../aws/streaming-mark.js';
import type { RuntimeRules } from './lambda-runtime.js';
import { runtimeError } from './runtime-error.js';

/** The mark with which `streamifyResponse` sets how many bytes the stream of a handler holds. */
export const HIGH_WATER_MARK: unique symbol = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');

/** A handler as the runtime calls it: the runtime doesn't know its types. */
export type Handler = (...given: readonly unknown[]) => unknown;

/** How a handler answers: it returns its result, or it streams. */
export type HandlerKind = 'buffered' | 'streaming';

const DEPRECATED =
  'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.';

/** Name of the error for a handler with a callback that its runtime doesn't support. */
export const CALLBACK_DEPRECATED = 'Runtime.CallbackHandlerDeprecated';

/**
 * Checks a handler as the runtime does when it loads it.
 *
 * @throws Error with a name that starts with `Runtime.` if the runtime refuses the handler.
 */
export function kindOf(handler: object, { hasCallbacks, unknownStreaming }: RuntimeRules): HandlerKind {
  const mark: unknown = Reflect.get(handler, STREAMING);
  if (mark === 'response') return 'streaming';
  if (mark) throw runtimeError(...unknownStreaming);
  // documented: Node.js 24 looks at the number of declared parameters, before the first call.
  if (!hasCallbacks && declaresCallback(handler)) throw runtimeError(CALLBACK_DEPRECATED, DEPRECATED);
  return 'buffered';
}

/** Returns whether a handler has a third parameter, which is the callback of a handler that doesn't stream. */
export function declaresCallback(handler: object): boolean {
  return typeof handler === 'function' && handler.length >= 3 && !Reflect.get(handler, STREAMING);
}
