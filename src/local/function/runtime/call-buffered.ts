import type { EventLoop } from './event-loop.js';
import type { Handler } from './handler-kind.js';
import { contextWithCallbacks, contextWithoutCallbacks, type PlainContext } from './invocation-context.js';
import type { RuntimeRules } from './lambda-runtime.js';
import { runtimeError } from './runtime-error.js';

/** What a handler answered. */
export interface BufferedAnswer {
  /** The value, as the handler has it. */
  readonly value: unknown;
  /** The same as JSON, which the runtime posts. */
  readonly text: string;
}

/** A call of a handler that doesn't stream. */
export interface BufferedCall {
  readonly handler: Handler;
  readonly event: unknown;
  readonly context: PlainContext;
  readonly rules: RuntimeRules;
  /** Tells when nothing is left to wait for. Node.js 24 asks only in a thread of the handler. */
  readonly loop: EventLoop;
}

/**
 * Calls a handler that doesn't stream, as the runtime does. Rejects with what the handler throws, or with the runtime's error for a value
 * that can't be serialized.
 */
export function callBuffered(call: BufferedCall): Promise<BufferedAnswer> {
  return call.rules.hasCallbacks ? callWithCallbacks(call).finally(call.loop.release) : callPlainly(call);
}

async function callPlainly({ handler, event, context, rules, loop }: BufferedCall): Promise<BufferedAnswer> {
  const full = contextWithoutCallbacks(context);
  if (!loop.isExact) return serialise(await handler(event, full), rules);
  const returned = (async () => handler(event, full))();
  const exited = new Promise<never>((_, reject) => {
    loop.whenEmpty(() => reject(runtimeError('Runtime.ExitError', 'Runtime exited without providing a reason')));
  });
  return serialise(await Promise.race([returned, exited]), rules);
}

/** The answer of a handler whose event loop is empty before it has called back. */
const NOTHING: BufferedAnswer = { value: null, text: 'null' };

function callWithCallbacks({ handler, event, context, rules, loop }: BufferedCall): Promise<BufferedAnswer> {
  return new Promise((resolve, reject) => {
    const wait = { waits: true };
    let isOver = false;
    // Only the first call counts. One that throws doesn't, so its error can still be the answer.
    const once =
      (act: (first: unknown, second: unknown) => void) =>
      (first?: unknown, second?: unknown): void => {
        if (isOver) return;
        act(first, second);
        isOver = true;
      };
    const complete = (value: unknown): void => resolve(serialise(value, rules));
    const finish = (error: unknown, value: unknown): void => (isNothing(error) ? complete(value) : reject(error));
    const callback = once((error, value) => {
      if (isNothing(error) && wait.waits) loop.whenEmpty(() => attempt(() => complete(value), reject));
      else finish(error, value);
    });
    const succeed = once((value) => finish(null, value));
    const fail = once((error) => reject(isNothing(error) ? 'handled' : error));
    let returned: unknown;
    try {
      returned = loop.run(() => handler(event, contextWithCallbacks(context, wait, { succeed, fail, done: once(finish) }), callback));
      if (hasThen(returned)) returned.then(succeed, fail).catch(fail);
    } catch (error) {
      callback(error);
    }
    if (!loop.isExact && hasThen(returned)) return loop.release();
    loop.whenEmpty(() => {
      if (!isOver) resolve(NOTHING);
    });
  });
}

interface Thenable {
  then(resolve: (value: unknown) => void, reject: (error: unknown) => void): Promise<unknown>;
}

/** Returns whether the runtime treats a value as a promise. */
export function hasThen(value: unknown): value is Thenable {
  return typeof Object(value).then === 'function';
}

function isNothing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function attempt(act: () => void, fail: (error: unknown) => void): void {
  try {
    act();
  } catch (error) {
    fail(error);
  }
}

function serialise(value: unknown, { unserialisable }: RuntimeRules): BufferedAnswer {
  try {
    // assumed: a value that JSON leaves out, such as a function, is sent as null.
    const text: string | undefined = JSON.stringify(value);
    return { value, text: text ?? 'null' };
  } catch (cause) {
    const error = Object.assign(runtimeError(unserialisable, 'Unable to stringify response body'), { cause });
    UNSERIALISED.set(error, { value });
    throw error;
  }
}

/** The values that could not be serialized, by the error that says so. */
const UNSERIALISED = new WeakMap<Error, { readonly value: unknown }>();

/** Returns the value that couldn't be serialized, or `undefined` for any other error. */
export function unserialisedOf(error: unknown): { readonly value: unknown } | undefined {
  return UNSERIALISED.get(error as Error); // anything may be looked up
}
