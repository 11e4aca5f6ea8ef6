import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { HANDLER_THREAD } from './compiled.js';

/** What a thread gets when it starts. */
export interface ThreadData {
  /** The thread's end of the channel to the server. */
  readonly port: MessagePort;
}

/** A thread that has started, and the server's end of the channel to it. */
export interface StartedThread {
  readonly worker: Worker;
  readonly port: MessagePort;
}

/**
 * Starts a handler's thread.
 *
 * The two sides talk over a channel that only they know. `parentPort` is the handler's: the server ignores what is posted there.
 */
export function startThread(env: NodeJS.ProcessEnv): StartedThread {
  const { port1, port2 } = new MessageChannel();
  const workerData: ThreadData = { port: port2 };
  const worker = new Worker(HANDLER_THREAD ?? runFromSource(), {
    eval: true,
    workerData,
    transferList: [port2],
    env,
  });
  return { worker, port: port1 };
}

/** Code that runs the thread's file from the sources; a build leaves it out. */
function runFromSource(): string {
  const file = new URL('./handler-thread.ts', import.meta.url).href;
  return `import('tsx/esm/api').then(({ tsImport }) => tsImport('${file}', '${import.meta.url}'));`;
}
