import { Worker } from 'node:worker_threads';
import { payload } from '../render/outcome.js';
import type { LambdaContext } from '../types/context.js';
import { liveResult } from './live-stream.js';
import { WORKER_SOURCE } from './worker-source.js';

/** A handler that a module exports, in a thread of its own. */
export interface ModuleHandler {
  /** Calls it. */
  readonly handler: (event: unknown, context: LambdaContext) => Promise<unknown>;
  /** Loads the module, and all that it imports, anew for the next call. Calls that are under way end in the old one. */
  reload(): void;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** What the thread says. */
type Message =
  | 'pong'
  | { readonly id: number; readonly payload: string }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string; readonly stack?: string } }
  | { readonly id: number; readonly begins: true }
  | { readonly id: number; readonly chunk: Uint8Array }
  | { readonly id: number; readonly ends: true };

/** A call that the thread has not answered. */
interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  stream?: ReadableStreamDefaultController<Uint8Array>;
}

/** A thread and its calls. */
interface Thread {
  readonly worker: Worker;
  readonly calls: Map<number, Call>;
}

/** How long a thread may take to say that it is alive, in milliseconds. */
const PONG = 1000;

/**
 * A handler in a thread of its own, where it may do what a process may do: one that exits, or blocks until its time is up, fails alone and
 * starts afresh with the next call. What it returns comes back as the runtime serialises it.
 *
 * @param file path of the module.
 * @param name name of its export; CommonJS and a default export will do, too. Default: `handler`.
 */
export function createModuleHandler(file: string, name = 'handler'): ModuleHandler {
  let thread: Thread | undefined;
  let count = 0;

  function start(): Thread {
    const calls: Thread['calls'] = new Map();
    const env = { AWS_REGION: 'us-east-1', AWS_LAMBDA_FUNCTION_NAME: 'function', ...process.env };
    const worker = new Worker(WORKER_SOURCE, { eval: true, workerData: { file, name }, env });
    const started: Thread = { worker, calls };
    worker.unref();
    worker.on('message', (message: Message) => hear(message, calls));
    worker.on('error', (error) => fail(calls, error));
    worker.on('exit', (code) => {
      if (thread === started) thread = undefined;
      fail(calls, new Error(`Runtime exited with exit status ${code}`));
    });
    return started;
  }

  function call(event: unknown, context: LambdaContext): Promise<unknown> {
    thread ??= start();
    const { worker, calls } = thread;
    count += 1;
    const id = count;
    const remaining = context.getRemainingTimeInMillis();
    const timer = setTimeout(() => endIfBlocked(worker), remaining);
    const { getRemainingTimeInMillis: _, done: __, fail: ___, succeed: ____, ...data } = context;
    return new Promise((resolve, reject) => {
      calls.set(id, { resolve, reject });
      worker.postMessage({ id, event, context: data, deadline: Date.now() + remaining });
    }).finally(() => clearTimeout(timer));
  }

  return {
    handler: call,
    reload() {
      const old = thread;
      thread = undefined;
      if (old !== undefined) endWhenIdle(old);
    },
    async close() {
      await thread?.worker.terminate();
    },
  };
}

function hear(message: Message, calls: Thread['calls']): void {
  const call = message === 'pong' ? undefined : calls.get(message.id);
  if (message === 'pong' || call === undefined) return;
  if ('begins' in message) call.resolve(liveResult(streamOf(call)));
  else if ('chunk' in message) call.stream?.enqueue(message.chunk);
  else {
    calls.delete(message.id);
    if ('payload' in message) call.resolve(payload(message.payload));
    else if ('ends' in message) call.stream?.close();
    else end(call, Object.assign(new Error(message.error.message), message.error));
  }
}

function streamOf(call: Call): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      call.stream = controller;
    },
    cancel() {
      delete call.stream;
    },
  });
}

function fail(calls: Thread['calls'], error: Error): void {
  for (const call of calls.values()) end(call, error);
  calls.clear();
}

function end(call: Call, error: Error): void {
  call.stream?.error(error);
  call.reject(error);
}

/** Ends a thread that is too busy to answer. */
function endIfBlocked(worker: Worker): void {
  const timer = setTimeout(() => void worker.terminate(), PONG);
  worker.once('message', () => clearTimeout(timer));
  worker.postMessage('ping');
}

/** Ends a thread when its calls are over: at once, or when the last has been answered. */
function endWhenIdle({ worker, calls }: Thread): void {
  const endIfIdle = (): unknown => calls.size === 0 && worker.terminate();
  worker.on('message', endIfIdle);
  endIfIdle();
}
