import { checkValue } from '../../gateway/check-shape.js';
import type { LambdaContext } from '../../types/context.js';
import { markRemote } from './remote-handler.js';
import { plainContext } from './runtime/invocation-context.js';
import { DEFAULT_RUNTIME, type LambdaRuntime } from './runtime/lambda-runtime.js';
import type { CallMessage } from './thread/messages.js';
import { type HandlerThread, openThread } from './thread/open-thread.js';

/** A handler that a module exports, running in a separate thread. */
export interface ModuleHandler {
  /** Calls the handler. Rejects if it fails, with its error or a `TaskTimeoutError`. */
  readonly handler: (event: unknown, context: LambdaContext) => Promise<unknown>;
  /** Loads the module before the first call. Rejects if the module cannot be loaded; the next call tries again. */
  load(): Promise<void>;
  /** Loads the module, and everything it imports, again for the next call. Calls that have begun finish with the old code. */
  reload(): void;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** How long a module may take to load, in milliseconds. documented: Lambda's initialization has ten seconds. */
const LOADING = 10_000;

/**
 * Runs the handler of a module in a separate thread. A handler that calls `process.exit`, or blocks until its time is up, does not end your
 * process.
 *
 * The result is the JSON that Lambda's runtime would send. Calls at the same time share a thread, so if one of them ends it, the others fail,
 * too. After a time-out, an exit, or a module that could not be loaded, the next call gets a new thread.
 *
 * @param file Path of the module.
 * @param name Name of the export, of an ES module or a CommonJS module. Default: `handler`, or the default export.
 * @throws GatewayError `invalid-option`.
 */
export function createModuleHandler(file: string, name = 'handler'): ModuleHandler {
  checkValue(file, { is: 'name', example: "the path of a module, such as 'dist/users.mjs'" }, ['file']);
  checkValue(name, { is: 'name', example: "the name of an export, such as 'handler'" }, ['name']);
  const threads = new Set<HandlerThread>();
  let current: HandlerThread | undefined;

  function open(): HandlerThread {
    const thread = openThread(file, name, {
      retired() {
        if (current === thread) current = undefined;
      },
      ended: () => threads.delete(thread),
    });
    threads.add(thread);
    return thread;
  }

  function send(message: CallMessage, milliseconds: number): Promise<unknown> {
    current ??= open();
    return current.call(message, milliseconds);
  }

  function call(event: unknown, context: LambdaContext, runtime: LambdaRuntime): Promise<unknown> {
    const milliseconds = context.getRemainingTimeInMillis();
    const { getRemainingTimeInMillis: _, ...data } = plainContext(context);
    return send({ kind: 'call', event, context: data, deadline: Date.now() + milliseconds, runtime }, milliseconds);
  }

  return {
    handler: markRemote((event: unknown, context: LambdaContext) => call(event, context, DEFAULT_RUNTIME), call),
    async load() {
      await send({ kind: 'load' }, LOADING);
    },
    reload() {
      current?.retire();
    },
    async close() {
      current = undefined;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
