import type { LambdaContext } from '../types/context.js';
import { buildContext } from './build-context.js';

/** A handler in any of the forms that Lambda's Node runtimes know: with a promise, with a callback, or with a plain value. */
export type AnyHandler<E, R> = (event: E, context: LambdaContext, callback: (error?: Error | string | null, result?: R) => void) => unknown;

/** How an invocation ended. */
export type Invocation<R> =
  /** The function answered. */
  | { readonly ok: true; readonly result: R }
  /** The function threw, rejected, called back with an error, or ran out of time. */
  | { readonly ok: false; readonly error: unknown };

/**
 * Invokes a handler as the runtime does and waits for its answer; never throws itself.
 *
 * @param context what the handler gets beside the event. Default: {@link buildContext}. The time it has left is the time it may take.
 * @example
 * ```ts
 * import { buildHttpEvent, functionError, renderResult } from 'apigw-proxy';
 * import { invoke } from 'apigw-proxy/local';
 *
 * const handler = async () => {
 *   throw new Error('no database');
 * };
 * const invocation = await invoke(handler, buildHttpEvent());
 * const response = renderResult(invocation.ok ? invocation.result : functionError(), { target: 'http-2.0' });
 * console.log(response.status); // => 500
 * ```
 */
export async function invoke<E, R = unknown>(
  handler: AnyHandler<E, R>,
  event: E,
  context: LambdaContext = buildContext(),
): Promise<Invocation<R>> {
  const milliseconds = context.getRemainingTimeInMillis();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timedOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`)), milliseconds);
  });
  try {
    return { ok: true, result: await Promise.race([answerOf(handler, event, context), timedOut]) };
  } catch (error) {
    return { ok: false, error };
  } finally {
    clearTimeout(timer);
  }
}

function answerOf<E, R>(handler: AnyHandler<E, R>, event: E, context: LambdaContext): Promise<R> {
  return new Promise((resolve, reject) => {
    // What the handler declares as its result is what it answers with: the type parameter says no more than that.
    const settle = (error?: Error | string | null, result?: R): void => (error == null ? resolve(result as R) : reject(error));
    const returned = handler(event, context, settle);
    if (isPromise(returned)) returned.then((result) => resolve(result as R), reject);
    // A handler that takes a callback answers by it; any other has answered.
    else if (handler.length < 3) resolve(returned as R);
  });
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
