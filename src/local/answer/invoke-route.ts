import { failure } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';
import type { LambdaContext } from '../../types/context.js';
import type { CustomRoute } from '../api/custom-route.js';
import type { LocalRoute } from '../api/local-route.js';
import { type ContextInit, makeContext } from '../function/build-context.js';
import { type AnyHandler, invokeUntil } from '../function/invoke.js';
import { unserialisedOf } from '../function/runtime/call-buffered.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { TaskTimeoutError } from '../function/task-timeout-error.js';
import { isError } from '../function/thrown.js';
import { LATE, waitUpTo } from '../function/wait-up-to.js';
import { copyJson } from './copy-json.js';

/** How the call of a function ended. */
export interface RouteResult {
  /** What it returned, or a failure in its place. */
  readonly result: unknown;
  /** What it threw. Absent if it threw nothing. */
  readonly error?: unknown;
}

/** How long a function may run by default, in milliseconds. */
const FUNCTION_TIMEOUT = 30_000;

/** Returns the handler of a route. A streaming handler is a function, too, and `invoke` recognizes it by its mark. */
export function handlerOf<E>({ handler }: LocalRoute<E> | CustomRoute): AnyHandler<E, unknown> {
  return handler as AnyHandler<E, unknown>;
}

/** Returns the context of a route's handler. */
export function contextOf({ timeout }: LocalRoute<never> | CustomRoute, context: ContextInit): LambdaContext {
  return makeContext({ timeout: FUNCTION_TIMEOUT, ...context, ...(timeout !== undefined && { timeout }) });
}

/** Copies an event for the function, so that the exchange keeps it as it was. */
export function copyEvent<E>(event: E): E {
  return copyJson(event) as E; // an event is what JSON can represent
}

/** How a function is called. */
export interface CallSettings {
  readonly context: ContextInit;
  readonly runtime: LambdaRuntime;
  /** How long the gateway waits, in milliseconds. */
  readonly patience: number;
}

/** Invokes the handler of a route. */
export async function invokeRoute<E>(route: LocalRoute<E> | CustomRoute, event: E, call: CallSettings): Promise<RouteResult> {
  const { context, runtime, patience } = call;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const invoked = invokeUntil(handlerOf(route), copyEvent(event), contextOf(route, context), runtime, (started) => {
    timer = started;
  });
  const invocation = await waitUpTo(patience, invoked);
  if (invocation === LATE) {
    timer?.unref();
    return { result: failure('timeout') };
  }
  if (invocation.ok) return { result: invocation.result };
  const { error } = invocation;
  // The renderer finds out by itself why a result can't be serialized, and says so in an issue.
  const unserialised = unserialisedOf(error);
  return { result: unserialised === undefined ? failureOf(error) : unserialised.value, error };
}

function failureOf(error: unknown): Failure {
  return failure(isError(error) && error instanceof TaskTimeoutError ? 'function-timeout' : 'function-error');
}
