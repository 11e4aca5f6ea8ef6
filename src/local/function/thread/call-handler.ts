import type { LambdaContext } from '../../../types/context.js';
import type { AnyHandler } from '../invoke.js';
import type { ContextData } from './messages.js';

/** A context without the functions that end an invocation. */
export type OpenContext = ContextData & Pick<LambdaContext, 'getRemainingTimeInMillis'>;

/** Calls a handler as the runtime does: the result comes from a promise, a value, a callback, or the context. */
export function callHandler(handler: AnyHandler<unknown, unknown>, event: unknown, context: OpenContext): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown, result?: unknown): void => (error == null ? resolve(result) : reject(error));
    const full: LambdaContext = { ...context, done, succeed: resolve, fail: reject };
    const before = process.getActiveResourcesInfo();
    const returned = handler(event, full, done);
    if (hasThen(returned)) returned.then(resolve, reject);
    else if (returned !== undefined) resolve(returned);
    // The runtime returns null when nothing is left to wait for. A handler that declares a callback has to call it.
    else if (handler.length < 3) whenIdle(before, () => resolve(null));
  });
}

function hasThen(value: unknown): value is PromiseLike<unknown> {
  return typeof Object(value).then === 'function';
}

/** Calls back when the thread waits for nothing but what it waited for before. */
function whenIdle(before: readonly string[], callBack: () => void): void {
  setImmediate(() => {
    const left = [...before];
    const isIdle = process.getActiveResourcesInfo().every((kind) => left.includes(kind) && left.splice(left.indexOf(kind), 1));
    if (isIdle) callBack();
    else setTimeout(whenIdle, 5, before, callBack).unref();
  });
}
