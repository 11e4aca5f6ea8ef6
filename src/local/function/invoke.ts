import { checkShapes, invalidOption } from '../../gateway/check-shape.js';
import { isObject } from '../../http/is-object.js';
import type { StreamedResult } from '../../render/outcome/outcome.js';
import type { LambdaContext } from '../../types/context.js';
import { buildContext } from './build-context.js';
import { collectLive, type StartedCall, startCall } from './call-handler.js';
import type { StreamifiedHandler } from './runtime/awslambda.js';
import { type ErrorReport, reportOf } from './runtime/error-report.js';
import { type PlainContext, withoutCallbacks } from './runtime/invocation-context.js';
import { DEFAULT_RUNTIME, LAMBDA_RUNTIMES, type LambdaRuntime, RUNTIMES } from './runtime/lambda-runtime.js';
import { TaskTimeoutError } from './task-timeout-error.js';
import { startTimer } from './timer.js';
import { LATE } from './wait-up-to.js';

/**
 * A handler in any form that Lambda's Node.js runtimes accept: it returns a promise or, on Node.js 24, a value. On Node.js 20 and 22, it may
 * call a callback.
 */
export type AnyHandler<E, R> = (event: E, context: LambdaContext, callback: (error?: Error | string | null, result?: R) => void) => unknown;

/** How a call of a function ended. */
export type Invocation<R> =
  /** The function returned. */
  | { readonly ok: true; readonly result: R }
  /** The function threw, rejected, called back with an error, or ran too long. */
  | {
      readonly ok: false;
      readonly error: unknown;
      /** What the runtime reports to Lambda. Its types and messages depend on the runtime. */
      readonly report: ErrorReport;
    };

/** The runtimes that a setting can name. */
export const RUNTIME_SHAPE = { oneOf: LAMBDA_RUNTIMES } as const;

/** Options of {@link invoke}. */
export interface InvokeOptions {
  /**
   * The runtime of the function. It decides whether a handler may have a callback, what a handler returns that isn't async, and how errors
   * are reported. Default: `nodejs24.x`.
   */
  readonly runtime?: LambdaRuntime;
}

/**
 * Calls a handler as Lambda's Node.js runtime does and waits for its result. If the handler fails, this doesn't reject:
 * you get `{ ok: false, error, report }`. The result of a handler from `awslambda.streamifyResponse` is everything that it wrote to its stream.
 *
 * @param handler the handler, in any form that Lambda accepts.
 * @param event its event.
 * @param context The context of the call. Default: {@link buildContext}. When its time is up, the error is a {@link TaskTimeoutError}.
 * @param options the Node.js runtime to imitate. Default: `nodejs24.x`.
 * @throws GatewayError `invalid-option` for an unknown runtime.
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
export function invoke<E>(
  handler: StreamifiedHandler<E>,
  event: E,
  context?: LambdaContext,
  options?: InvokeOptions,
): Promise<Invocation<StreamedResult>>;
export function invoke<E, R = unknown>(
  handler: AnyHandler<E, R>,
  event: E,
  context?: LambdaContext,
  options?: InvokeOptions,
): Promise<Invocation<R>>;
export async function invoke<E, R>(
  handler: AnyHandler<E, R> | StreamifiedHandler<E>,
  event: E,
  context: LambdaContext = buildContext(),
  options: InvokeOptions = {},
): Promise<Invocation<R | StreamedResult>> {
  if (!isObject(options)) throw invalidOption(['options'], 'an object', options, "Pass an object such as { runtime: 'nodejs22.x' }.");
  const { runtime = DEFAULT_RUNTIME }: InvokeOptions = options;
  checkShapes({ runtime }, { runtime: RUNTIME_SHAPE }, []);
  // Any value can come from JavaScript. The call of a wrong one fails.
  const given: LambdaContext = Object(context);
  const plain = { ...withoutCallbacks(given), getRemainingTimeInMillis: () => context.getRemainingTimeInMillis() };
  const invocation = await invokeUntil(handler, event, plain, runtime);
  if (!invocation.ok) return invocation;
  try {
    return { ok: true, result: (await collectLive(invocation.result)) as R };
  } catch (error) {
    return failureOf(error, runtime);
  }
}

/**
 * Does the same for a caller that may stop waiting. The function continues then, but its time no longer keeps the process alive.
 *
 * @param patience how long the caller waits, in milliseconds. After that, this resolves with `LATE`. Default: as long as the function runs.
 */
export function invokeUntil<E, R>(
  handler: AnyHandler<E, R> | StreamifiedHandler<E>,
  event: E,
  context: PlainContext,
  runtime: LambdaRuntime,
): Promise<Invocation<R | StreamedResult>>;
export function invokeUntil<E, R>(
  handler: AnyHandler<E, R> | StreamifiedHandler<E>,
  event: E,
  context: PlainContext,
  runtime: LambdaRuntime,
  patience: number,
): Promise<Invocation<R | StreamedResult> | typeof LATE>;
export function invokeUntil<E, R>(
  handler: AnyHandler<E, R> | StreamifiedHandler<E>,
  event: E,
  context: PlainContext,
  runtime: LambdaRuntime,
  patience: number = Number.POSITIVE_INFINITY,
): Promise<Invocation<R | StreamedResult> | typeof LATE> {
  return new Promise((resolve) => {
    let milliseconds: number;
    let call: StartedCall;
    try {
      milliseconds = context.getRemainingTimeInMillis();
      // Starts before the timer, so that a handler that watches its own time notices the end first.
      call = startCall(handler, event, context, runtime);
    } catch (error) {
      resolve(failureOf(error, runtime));
      return;
    }
    function expire(): void {
      const error = new TaskTimeoutError(milliseconds);
      resolve(failureOf(error, runtime));
      call.stop(error);
    }
    function leave(): void {
      timer = startTimer(milliseconds - patience, expire).unref();
      resolve(LATE);
    }
    let timer = patience < milliseconds ? startTimer(patience, leave) : startTimer(milliseconds, expire);
    call.answer.then(
      ({ value }) => {
        clearTimeout(timer);
        resolve({ ok: true, result: value as R }); // R is the type that the handler declares for its result; nothing checks it
      },
      (error: unknown) => {
        clearTimeout(timer);
        resolve(failureOf(error, runtime));
      },
    );
  });
}

function failureOf(error: unknown, runtime: LambdaRuntime): Invocation<never> {
  return { ok: false, error, report: reportOf(error, RUNTIMES[runtime]) };
}
