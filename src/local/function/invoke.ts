import type { StreamedResult } from '../../render/outcome/outcome.js';
import type { LambdaContext } from '../../types/context.js';
import { buildContext } from './build-context.js';
import { collectStream } from './stream-invoke.js';
import { isStreamified, type StreamifiedHandler } from './stream-runtime.js';
import { timerOf } from './timer.js';

/** A handler in any of the forms that Lambda's Node runtimes know: with a promise, with a callback, or with a plain value. */
export type AnyHandler<E, R> = (event: E, context: LambdaContext, callback: (error?: Error | string | null, result?: R) => void) => unknown;

/** How an invocation ended. */
export type Invocation<R> =
  /** The function answered. */
  | { readonly ok: true; readonly result: R }
  /** The function threw, rejected, called back with an error, or ran out of time. */
  | { readonly ok: false; readonly error: unknown };

/** The function's own time ran out: what Lambda writes into its log. */
export class TaskTimeoutError extends Error {
  override readonly name = 'TaskTimeoutError';
  /** The time that the function had, in milliseconds. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`);
    this.milliseconds = milliseconds;
  }
}

/**
 * Invokes a handler as the runtime does and waits for its answer; never throws itself. A handler made by `awslambda.streamifyResponse`
 * answers with all that it wrote to its stream.
 *
 * @param context what the handler gets beside the event. Default: {@link buildContext}. The time it has left is the time it may take; when
 *   that is over the error is a {@link TaskTimeoutError}.
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
export function invoke<E>(handler: StreamifiedHandler<E>, event: E, context?: LambdaContext): Promise<Invocation<StreamedResult>>;
export function invoke<E, R = unknown>(handler: AnyHandler<E, R>, event: E, context?: LambdaContext): Promise<Invocation<R>>;
export async function invoke<E, R>(
  handler: AnyHandler<E, R> | StreamifiedHandler<E>,
  event: E,
  context: LambdaContext = buildContext(),
): Promise<Invocation<R | StreamedResult>> {
  return invokeUntil(handler, event, context);
}

/**
 * The same for somebody who may stop waiting.
 *
 * @param given when it aborts, nobody waits for the answer any more, and the handler's time no longer holds the process open.
 */
export async function invokeUntil<E, R>(
  handler: AnyHandler<E, R> | StreamifiedHandler<E>,
  event: E,
  context: LambdaContext,
  given?: AbortSignal,
): Promise<Invocation<R | StreamedResult>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  given?.addEventListener('abort', () => timer?.unref());
  try {
    const milliseconds = context.getRemainingTimeInMillis();
    // Started before the timer, so that a handler that watches its own time notices first that it is up.
    const answer = isStreamified(handler) ? collectStream(handler, event, context) : answerOf(handler, event, context);
    const timedOut = new Promise<never>((_, reject) => {
      timer = timerOf(milliseconds, () => reject(new TaskTimeoutError(milliseconds)));
    });
    return { ok: true, result: await Promise.race([answer, timedOut]) };
  } catch (error) {
    return { ok: false, error };
  } finally {
    clearTimeout(timer);
  }
}

function answerOf<E, R>(handler: AnyHandler<E, R>, event: E, context: LambdaContext): Promise<R> {
  return new Promise((resolve, reject) => {
    // What the handler declares as its result is what it answers with: the type parameter says no more than that.
    const done = (error?: Error | string | null, result?: R): void => (error == null ? resolve(result as R) : reject(error));
    const settling = { ...context, done, fail: reject, succeed: (result: unknown) => resolve(result as R) };
    const returned = handler(event, settling, done);
    if (isPromise(returned)) returned.then((result) => resolve(result as R), reject);
    // A handler that takes a callback answers by it; any other has answered.
    else if (handler.length < 3) resolve(returned as R);
  });
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
