import { basename, dirname, extname, resolve } from 'node:path';
import { DEFAULT_REGION } from '../../aws/defaults.js';
import { checkShape, checkValue, type Shape } from '../../gateway/check-shape.js';
import type { LambdaContext } from '../../types/context.js';
import { RUNTIME_SHAPE } from './invoke.js';
import { markRemote } from './remote-handler.js';
import { type PlainContext, withoutCallbacks } from './runtime/invocation-context.js';
import { DEFAULT_RUNTIME, type LambdaRuntime } from './runtime/lambda-runtime.js';
import type { CompiledModule } from './source/compile-module.js';
import { readModule } from './source/read-module.js';
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
  /**
   * The source files of the handler, as absolute paths: its own and, if it was compiled, those that it imports from its project.
   * Complete once the module is loaded.
   */
  readonly sources: readonly string[];
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Settings of a {@link ModuleHandler}. */
export interface ModuleHandlerOptions {
  /** Environment variables of the handler, in addition to those of this process. Default: none. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node.js runtime of this function. Default: that of the API or the call. */
  readonly runtime?: LambdaRuntime;
}

const OPTION_SHAPES = {
  env: { is: 'object', example: "variables such as { TABLE: 'users' }" },
  runtime: RUNTIME_SHAPE,
} as const satisfies Record<keyof ModuleHandlerOptions, Shape>;

/** How long a module may take to load, in milliseconds. documented: Lambda's initialization has ten seconds. */
const LOADING = 10_000;

/**
 * Runs the handler of a module in a separate thread. A handler that calls `process.exit`, or blocks until its time is up, does not end your
 * process.
 *
 * The result is the JSON that Lambda's runtime would send. Calls at the same time share a thread, so if one of them ends it, the others fail,
 * too. After a time-out, an exit, or a module that could not be loaded, the next call gets a new thread.
 *
 * The module may be TypeScript: the esbuild in its project compiles it, or Node.js 22.18 and later remove the types. Without either, calls
 * reject with an error that says what to install.
 *
 * @param file Path of the module.
 * @param name Name of the export, of an ES module or a CommonJS module. Default: `handler`, or the default export.
 * @param options environment variables and the runtime of the function. Default: those of the process, and `nodejs24.x`.
 * @throws GatewayError `invalid-option`.
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs';
 * import { createLocalApi, createModuleHandler } from 'apigw-proxy/local';
 *
 * writeFileSync('hello.mjs', 'export const handler = async (event) => `hello ${event.rawPath}`;');
 * const hello = createModuleHandler('hello.mjs');
 * const api = createLocalApi({ target: 'http-2.0', routes: { 'GET /hello': hello.handler } });
 * console.log(await (await api.fetch('/hello')).text()); // => hello /hello
 * await hello.close();
 * ```
 */
export function createModuleHandler(file: string, name = 'handler', options: ModuleHandlerOptions = {}): ModuleHandler {
  checkValue(file, { is: 'name', example: "the path of a module, such as 'dist/users.mjs'" }, ['file']);
  checkValue(name, { is: 'name', example: "the name of an export, such as 'handler'" }, ['name']);
  checkShape(options, { fields: OPTION_SHAPES, example: '{ env: { … } }' }, ['options']);
  const path = resolve(file);
  const env = { ...environmentOf(path, name), ...process.env, ...options.env };
  const threads = new Set<HandlerThread>();
  let sources: readonly string[] = [path];
  let current: HandlerThread | undefined;

  async function compile(): Promise<CompiledModule | undefined> {
    const compiled = await readModule(path);
    sources = compiled?.sources ?? [path];
    return compiled;
  }

  function open(): HandlerThread {
    const thread = openThread(
      { file: path, name, compiled: compile(), env },
      {
        retired() {
          if (current === thread) current = undefined;
        },
        ended: () => threads.delete(thread),
      },
    );
    threads.add(thread);
    return thread;
  }

  function send(message: CallMessage, milliseconds: number): Promise<unknown> {
    current ??= open();
    return current.call(message, milliseconds);
  }

  function call(event: unknown, context: PlainContext, given: LambdaRuntime): Promise<unknown> {
    const { runtime = given } = options;
    const milliseconds = context.getRemainingTimeInMillis();
    const { getRemainingTimeInMillis: _, ...data } = context;
    return send({ kind: 'call', event, context: data, deadline: Date.now() + milliseconds, runtime }, milliseconds);
  }

  return {
    handler: markRemote((event: unknown, context: LambdaContext) => call(event, withoutCallbacks(context), DEFAULT_RUNTIME), call),
    async load() {
      await send({ kind: 'load' }, LOADING);
    },
    reload() {
      current?.retire();
    },
    get sources() {
      return sources;
    },
    async close() {
      current = undefined;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

/** The variables that Lambda sets. Those of this process go before them. */
function environmentOf(file: string, name: string): Readonly<Record<string, string>> {
  const handler = `${basename(file, extname(file))}.${name}`;
  return { AWS_REGION: DEFAULT_REGION, AWS_LAMBDA_FUNCTION_NAME: 'function', LAMBDA_TASK_ROOT: dirname(file), _HANDLER: handler };
}
