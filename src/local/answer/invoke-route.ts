import { failure } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';
import type { LambdaContext } from '../../types/context.js';
import type { LocalRoute } from '../api/local-route.js';
import { type ContextInit, makeContext } from '../function/build-context.js';
import { type AnyHandler, invokeUntil, TaskTimeoutError } from '../function/invoke.js';
import { isError } from '../function/thrown.js';
import { LATE, within } from '../function/within.js';

/** What a function answered. */
export interface RouteResult {
  /** What it returned, or a failure in its place. */
  readonly result: unknown;
  /** What it threw. */
  readonly error?: unknown;
}

/** Time of a function that sets none, in milliseconds. */
const FUNCTION_TIMEOUT = 30_000;

/** The handler of a route: what is marked as streaming is a function, too, and `invoke` knows the mark. */
export function handlerOf<E>({ handler }: LocalRoute<E>): AnyHandler<E, unknown> {
  return handler as AnyHandler<E, unknown>;
}

/** The context of a route's handler. */
export function contextOf({ timeout }: LocalRoute<never>, context: ContextInit): LambdaContext {
  return makeContext({ timeout: FUNCTION_TIMEOUT, ...context, ...(timeout !== undefined && { timeout }) });
}

/** The event as the function gets it: what it does to it is not seen in the exchange. */
export function deliveryOf<E>(event: E): E {
  return structuredClone(event);
}

/**
 * Invokes the handler of a route.
 *
 * @param patience how long the gateway waits, in milliseconds.
 */
export async function invokeRoute<E>(route: LocalRoute<E>, event: E, context: ContextInit, patience: number): Promise<RouteResult> {
  const gone = new AbortController();
  const invoked = invokeUntil(handlerOf(route), deliveryOf(event), contextOf(route, context), gone.signal);
  const invocation = await within(patience, invoked);
  if (invocation === LATE) {
    gone.abort();
    return { result: failure('timeout') };
  }
  if (invocation.ok) return { result: invocation.result };
  const { error } = invocation;
  return { result: failureOf(error), error };
}

function failureOf(error: unknown): Failure {
  return failure(isError(error) && error instanceof TaskTimeoutError ? 'function-timeout' : 'function-error');
}
