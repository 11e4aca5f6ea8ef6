import { instanceCheck, markError } from '../../http/error-mark.js';
import type { StreamedResult } from '../../render/outcome/outcome.js';
import type { LambdaContext } from '../../types/context.js';
import { buildContext } from './build-context.js';
import { collectStream } from './stream-invoke.js';
import { isStreamified, type StreamifiedHandler } from './stream-runtime.js';
import { startTimer } from './timer.js';

/** A handler in any form that Lambda's Node runtimes accept: it returns a promise or a value, or calls a callback. */
export type AnyHandler<E, R> = (event: E, context: LambdaContext, callback: (error?: Error | string | null, result?: R) => void) => unknown;

/** How a call of a function ended. */
export type Invocation<R> =
  /** The function returned. */
  | { readonly ok: true; readonly result: R }
  /** The function threw, rejected, called back with an error, or ran too long. */
  | { readonly ok: false; readonly error: unknown };

/** The error of a function that runs too long. Its message is the one in Lambda's log. */
export class TaskTimeoutError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('TaskTimeoutError');
  override readonly name = 'TaskTimeoutError';
  /** How long the function was allowed to run, in milliseconds. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`);
    this.milliseconds = milliseconds;
    markError(this, 'TaskTimeoutError');
  }
}

/**
 * Calls a handler as the runtime does and waits for its result. Never throws: an error of the handler is in the result. For a handler made by
 * `awslambda.streamifyResponse`, the result is everything that it wrote to its stream.
 *
 * @param context The context of the call. Default: {@link buildContext}. The handler may run for as long as the context says; after that, the
 *   error is a {@link TaskTimeoutError}.
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
 * Does the same for a caller that may stop waiting.
 *
 * @param given when it aborts, the timeout of the handler no longer keeps the process alive.
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
    // Starts before the timer, so that a handler that watches its own time notices the end first.
    const answer = isStreamified(handler) ? collectStream(handler, event, context) : callHandler(handler, event, context);
    const timedOut = new Promise<never>((_, reject) => {
      timer = startTimer(milliseconds, () => reject(new TaskTimeoutError(milliseconds)));
    });
    return { ok: true, result: await Promise.race([answer, timedOut]) };
  } catch (error) {
    return { ok: false, error };
  } finally {
    clearTimeout(timer);
  }
}

function callHandler<E, R>(handler: AnyHandler<E, R>, event: E, context: LambdaContext): Promise<R> {
  return new Promise((resolve, reject) => {
    // R is the type that the handler declares for its result; nothing checks it.
    const done = (error?: Error | string | null, result?: R): void => (error == null ? resolve(result as R) : reject(error));
    const settling = { ...context, done, fail: reject, succeed: (result: unknown) => resolve(result as R) };
    const returned = handler(event, settling, done);
    if (isPromise(returned)) returned.then((result) => resolve(result as R), reject);
    // A handler that declares a callback calls it. Any other has returned its result.
    else if (handler.length < 3) resolve(returned as R);
  });
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
