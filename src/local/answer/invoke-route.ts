import { failure } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';
import type { LocalRoute } from '../api/local-route.js';
import { type ContextInit, type NewContext, planContext } from '../function/build-context.js';
import { type AnyHandler, invokeUntil } from '../function/invoke.js';
import { unserialisedOf } from '../function/runtime/call-buffered.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { TaskTimeoutError } from '../function/task-timeout-error.js';
import { isError } from '../function/thrown.js';
import { LATE } from '../function/wait-up-to.js';
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

/** The function of a route, and how it is called. */
export interface RouteFunction {
  readonly handler: AnyHandler<unknown, unknown>;
  readonly newContext: NewContext;
  readonly runtime: LambdaRuntime;
}

/** A call of a function. */
export interface FunctionCall {
  readonly awsRequestId: string;
  /** The tenant that the request names. Absent if the function has no tenant isolation. */
  readonly tenantId?: string;
  /** How long the gateway waits, in milliseconds. */
  readonly patience: number;
}

/** Prepares the calls of a route's function. */
export function functionOf<E>(
  { handler, timeout }: Pick<LocalRoute<E>, 'handler' | 'timeout'>,
  context: ContextInit,
  runtime: LambdaRuntime,
): RouteFunction {
  const newContext = planContext({ timeout: FUNCTION_TIMEOUT, ...context, ...(timeout !== undefined && { timeout }) });
  // A streaming handler is a function, too, and `invoke` recognizes it by its mark. It gets the events of its route.
  return { handler: handler as AnyHandler<unknown, unknown>, newContext, runtime };
}

/** Copies an event, so that the exchange keeps it as it was, whatever the function does to its own. */
export function copyEvent<E>(event: E): E {
  return copyJson(event) as E; // an event is what JSON can represent
}

/**
 * Invokes the function of a route.
 *
 * @param event the event, which the function may change.
 */
export async function invokeRoute(
  { handler, newContext, runtime }: RouteFunction,
  event: unknown,
  { awsRequestId, tenantId, patience }: FunctionCall,
): Promise<RouteResult> {
  const invocation = await invokeUntil(handler, event, newContext(awsRequestId, tenantId), runtime, patience);
  if (invocation === LATE) return { result: failure('timeout') };
  if (invocation.ok) return { result: invocation.result };
  const { error } = invocation;
  // The renderer finds out by itself why a result can't be serialized, and says so in an issue.
  const unserialised = unserialisedOf(error);
  return { result: unserialised === undefined ? failureOf(error) : unserialised.value, error };
}

function failureOf(error: unknown): Failure {
  return failure(isError(error) && error instanceof TaskTimeoutError ? 'function-timeout' : 'function-error');
}
