import { receiveMessageOnPort } from 'node:worker_threads';
import { payload } from '../../../render/payload.js';
import { liveResult } from '../live-stream.js';
import { rememberReport } from '../runtime/error-report.js';
import type { CompiledModule } from '../source/compile-module.js';
import { TaskTimeoutError } from '../task-timeout-error.js';
import { errorOf, textsOf, toError, traceOf } from '../thrown.js';
import { startTimer } from '../timer.js';
import { type CallMessage, isThreadMessage, type ServerMessage, type ThreadMessage } from './messages.js';
import { type StartedThread, startThread } from './start-thread.js';

/** A handler's thread, as the server uses it. */
export interface HandlerThread {
  /**
   * Sends a call and waits for its answer.
   *
   * @param milliseconds how long to wait. After that, the call rejects with a {@link TaskTimeoutError} and the thread gets no more calls.
   */
  call(message: CallMessage, milliseconds: number): Promise<unknown>;
  /** Stops giving calls to the thread. It ends with its last call, or soon if it is too busy to answer. */
  retire(): void;
  /** Ends the thread at once. */
  terminate(): Promise<void>;
}

/** What the owner of a thread is told. */
export interface ThreadListener {
  /** Called when the thread gets no more calls. */
  retired(): void;
  /** Called when the thread has ended. */
  ended(): void;
}

/** A call that has not ended. */
interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
  /** Present once its stream has begun. */
  stream?: ReadableStreamDefaultController<Uint8Array>;
}

/** A thread and its calls. */
interface Thread extends StartedThread {
  readonly calls: Map<number, Call>;
  readonly listener: ThreadListener;
  /** Whether it gets no more calls. */
  isRetired: boolean;
  /** Ends it unless it answers a ping. */
  alarm?: ReturnType<typeof setTimeout>;
}

/** How long a retired thread may take to answer a ping, in milliseconds. */
const PONG = 1000;

/** What runs in a thread. */
export interface ThreadModule {
  /** Path of the module. */
  readonly file: string;
  /** Name of the export. */
  readonly name: string;
  /** The code of the module, if Node.js cannot run its file. */
  readonly compiled: Promise<CompiledModule | undefined>;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts a thread for the handler of a module. Its calls wait until the module is compiled. */
export function openThread({ file, name, compiled, env }: ThreadModule, listener: ThreadListener): HandlerThread {
  const thread: Thread = { ...startThread(env), calls: new Map(), listener, isRetired: false };
  let count = 0;
  listen(thread);
  compiled.then(
    (code) => send({ kind: 'module', file, name, compiled: code }, thread),
    (error: unknown) => {
      failAll(thread, toError(error));
      retire(thread);
    },
  );
  return {
    call(message, milliseconds) {
      count += 1;
      return call({ ...message, id: count }, milliseconds, thread);
    },
    retire: () => retire(thread),
    async terminate() {
      await thread.worker.terminate();
    },
  };
}

function listen(thread: Thread): void {
  const { worker, port } = thread;
  port.on('message', (message: unknown) => receive(message, thread));
  worker.on('error', (error: unknown) => {
    if (thread.calls.size === 0) process.stderr.write(`${traceOf(error)}\n`);
    failAll(thread, errorOf(textsOf(error)));
    retire(thread);
  });
  worker.on('exit', (code) => {
    // What the thread sent before it ended still counts.
    for (let left = receiveMessageOnPort(port); left !== undefined; left = receiveMessageOnPort(port)) receive(left.message, thread);
    port.close();
    failAll(thread, new Error(`Runtime exited with exit status ${code}`));
    retire(thread);
    thread.listener.ended();
  });
  // A call keeps the process alive, a thread that waits for one does not.
  port.unref();
  worker.unref();
}

function call(message: ServerMessage & { readonly id: number }, milliseconds: number, thread: Thread): Promise<unknown> {
  return new Promise((resolve, reject) => {
    send(message, thread);
    const timer = startTimer(milliseconds, () => {
      fail(thread, message.id, new TaskTimeoutError(milliseconds));
      // As in Lambda: after a time-out the environment starts afresh.
      retire(thread);
    });
    thread.calls.set(message.id, { resolve, reject, timer });
    thread.worker.ref();
  });
}

function send(message: ServerMessage, { port }: Thread): void {
  port.postMessage(message);
}

function receive(message: unknown, thread: Thread): void {
  if (!isThreadMessage(message)) return;
  if (message.kind === 'pong') clearTimeout(thread.alarm);
  else receiveAnswer(message, thread);
}

/** Ignores what belongs to no call, or comes out of turn. */
function receiveAnswer(message: Exclude<ThreadMessage, { kind: 'pong' }>, thread: Thread): void {
  const { id } = message;
  const call = thread.calls.get(id);
  if (call === undefined) return;
  if (message.kind === 'error') {
    fail(thread, id, rememberReport(errorOf(message.error), message.report));
    if (message.isUnloaded) retire(thread);
  } else if (call.stream === undefined) {
    if (message.kind === 'begin') call.resolve(liveResult(openStream(thread, id, call), message.contentType));
    if (message.kind !== 'result') return;
    forget(thread, id);
    call.resolve(payload(message.payload));
  } else if (message.kind === 'chunk') {
    call.stream.enqueue(message.chunk);
  } else if (message.kind === 'end') {
    forget(thread, id);
    call.stream.close();
  }
}

function openStream(thread: Thread, id: number, call: Call): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      call.stream = controller;
    },
    pull: () => send({ kind: 'more', id }, thread),
    cancel() {
      forget(thread, id);
      send({ kind: 'cancel', id }, thread);
    },
  };
  return new ReadableStream(source, { highWaterMark: 1 });
}

function retire(thread: Thread): void {
  if (thread.isRetired) return;
  thread.isRetired = true;
  thread.listener.retired();
  if (thread.calls.size === 0) {
    void thread.worker.terminate();
    return;
  }
  thread.alarm = setTimeout(() => void thread.worker.terminate(), PONG);
  send({ kind: 'ping' }, thread);
}

function failAll(thread: Thread, error: Error): void {
  for (const id of [...thread.calls.keys()]) fail(thread, id, error);
}

function fail(thread: Thread, id: number, error: Error): void {
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
