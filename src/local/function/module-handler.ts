import { basename, dirname, extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { payload } from '../../render/outcome/outcome.js';
import type { LambdaContext } from '../../types/context.js';
import { TaskTimeoutError } from './invoke.js';
import { liveResult } from './live-stream.js';
import { errorOf, traceOf } from './thrown.js';
import { timerOf } from './timer.js';
import { WORKER_SOURCE } from './worker-source.js';

/** A handler that a module exports, in a thread of its own. */
export interface ModuleHandler {
  /** Calls it. */
  readonly handler: (event: unknown, context: LambdaContext) => Promise<unknown>;
  /** Loads the module ahead of the first call; rejects with why it cannot be loaded. The next call tries again. */
  load(): Promise<void>;
  /** Loads the module, and all that it imports, anew for the next call. Calls that are under way end in the old one. */
  reload(): void;
  /** Ends its threads. */
  close(): Promise<void>;
}

/** What the thread says. */
type Message =
  | 'pong'
  | { readonly id: number; readonly payload: string }
  | {
      readonly id: number;
      readonly error: { readonly name: string; readonly message: string; readonly stack?: string };
      readonly isUnloaded?: true;
    }
  | { readonly id: number; readonly begins: true; readonly contentType: string }
  | { readonly id: number; readonly chunk: Uint8Array }
  | { readonly id: number; readonly ends: true };

/** A call that has not ended. */
interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
  stream?: ReadableStreamDefaultController<Uint8Array>;
}

/** A thread and its calls. */
interface Thread {
  readonly worker: Worker;
  readonly calls: Map<number, Call>;
  /** Whether it gets no more calls, and ends with the last that it has. */
  isRetired: boolean;
  /** Ends it unless it says that it is alive. */
  alarm?: ReturnType<typeof setTimeout>;
}

/** How long a module may take to load, in milliseconds. documented: Lambda's initialisation has ten seconds. */
const LOADING = 10_000;
/** How long a thread may take to say that it is alive, in milliseconds. */
const PONG = 1000;

/**
 * A handler in a thread of its own, so that one that exits, or blocks until its time is up, leaves the process alive. What it returns comes
 * back as the runtime serialises it. Calls at the same time share the thread: one that ends it fails the others. After a time-out, an exit
 * or a module that could not be loaded, the next call gets a fresh thread.
 *
 * @param file path of the module.
 * @param name name of its export; CommonJS and a default export will do, too. Default: `handler`.
 */
export function createModuleHandler(file: string, name = 'handler'): ModuleHandler {
  const threads = new Set<Thread>();
  let current: Thread | undefined;
  let count = 0;

  function start(): Thread {
    const worker = new Worker(WORKER_SOURCE, { eval: true, workerData: { file, name }, env: environmentOf(file, name) });
    const thread: Thread = { worker, calls: new Map(), isRetired: false };
    threads.add(thread);
    worker.on('message', (message: Message) => hear(message, thread, retire));
    worker.on('error', (error) => {
      if (thread.calls.size === 0) process.stderr.write(`${traceOf(error)}\n`);
      failAll(thread, errorOf(error));
    });
    worker.on('exit', (code) => {
      threads.delete(thread);
      retire(thread);
      failAll(thread, new Error(`Runtime exited with exit status ${code}`));
    });
    // Listening has held the process open; calls do that, not a thread that waits for one.
    worker.unref();
    return thread;
  }

  /** Sends the next call to another thread; this one ends with its last call, or at once if it is too busy to answer. */
  function retire(thread: Thread): void {
    if (current === thread) current = undefined;
    if (thread.isRetired) return;
    thread.isRetired = true;
    if (thread.calls.size === 0) {
      void thread.worker.terminate();
      return;
    }
    thread.alarm = setTimeout(() => void thread.worker.terminate(), PONG);
    thread.worker.postMessage('ping');
  }

  function send(message: object, milliseconds: number): Promise<unknown> {
    current ??= start();
    const thread = current;
    count += 1;
    const id = count;
    return new Promise((resolve, reject) => {
      thread.worker.postMessage({ id, ...message });
      const timer = timerOf(milliseconds, () => {
        end(thread, id, new TaskTimeoutError(milliseconds));
        // As in Lambda: after a time-out the environment starts afresh.
        retire(thread);
      });
      thread.calls.set(id, { resolve, reject, timer });
      thread.worker.ref();
    });
  }

  return {
    handler(event, context) {
      const milliseconds = context.getRemainingTimeInMillis();
      const { getRemainingTimeInMillis: _, done: __, fail: ___, succeed: ____, ...data } = context;
      return send({ event, context: data, deadline: Date.now() + milliseconds }, milliseconds);
    },
    async load() {
      await send({ loads: true }, LOADING);
    },
    reload() {
      if (current !== undefined) retire(current);
    },
    async close() {
      current = undefined;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function environmentOf(file: string, name: string): NodeJS.ProcessEnv {
  const handler = `${basename(file, extname(file))}.${name}`;
  const own = { AWS_REGION: 'us-east-1', AWS_LAMBDA_FUNCTION_NAME: 'function', LAMBDA_TASK_ROOT: dirname(file), _HANDLER: handler };
  return { ...own, ...process.env };
}

function hear(message: Message, thread: Thread, retire: (thread: Thread) => void): void {
  if (message === 'pong') {
    clearTimeout(thread.alarm);
    return;
  }
  const { id } = message;
  const call = thread.calls.get(id);
  if (call === undefined) return;
  if ('begins' in message) call.resolve(liveResult(streamOf(thread, id, call), message.contentType));
  else if ('chunk' in message) call.stream?.enqueue(message.chunk);
  else if ('error' in message) {
    if (message.isUnloaded) retire(thread);
    end(thread, id, Object.assign(new Error(message.error.message), message.error));
  } else {
    forget(thread, id);
    if ('payload' in message) call.resolve(payload(message.payload));
    else call.stream?.close();
  }
}

function streamOf({ worker }: Thread, id: number, call: Call): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      call.stream = controller;
    },
    pull: () => worker.postMessage({ id, more: true }),
    cancel() {
      delete call.stream;
      worker.postMessage({ id, cancels: true });
    },
  };
  return new ReadableStream(source, { highWaterMark: 1 });
}

function failAll(thread: Thread, error: Error): void {
  for (const id of [...thread.calls.keys()]) end(thread, id, error);
}

function end(thread: Thread, id: number, error: Error): void {
  const call = thread.calls.get(id);
  forget(thread, id);
  call?.stream?.error(error);
  call?.reject(error);
}

function forget({ worker, calls, isRetired, alarm }: Thread, id: number): void {
  clearTimeout(calls.get(id)?.timer);
  calls.delete(id);
  if (calls.size > 0) return;
  worker.unref();
  if (!isRetired) return;
  clearTimeout(alarm);
  void worker.terminate();
}
