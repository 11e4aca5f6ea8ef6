import { workerData } from 'node:worker_threads';
import type { AnyHandler } from '../invoke.js';
import { awslambda, isStreamified } from '../stream-runtime.js';
import { textsOf } from '../thrown.js';
import { callHandler } from './call-handler.js';
import { loadHandler, locateError } from './load-handler.js';
import type { ServerMessage, ThreadMessage } from './messages.js';
import type { ThreadData } from './start-thread.js';
import { type OpenAnswer, streamAnswer } from './stream-answer.js';

// This file runs in the thread of a module's handler. It answers the calls of the server over a port that the handler cannot reach.

const { port, file, name } = takeData();
// Bound before the handler's module can replace the method.
const post: (message: ThreadMessage) => void = port.postMessage.bind(port);
/** Answers that are being streamed, by the id of the call. */
const streams = new Map<number, OpenAnswer>();

Object.assign(globalThis, { awslambda });
// The interval keeps the thread alive. The port could do that, but then Node would list it where a handler finds it.
setInterval(() => undefined, 2 ** 30);
const loading = loadHandler(file, name);
loading.catch(() => undefined); // every call reports it
port.on('message', (message: ServerMessage) => receive(message));
port.unref();

/** Removes the data that the server gave to this thread, so that the handler doesn't find it. */
function takeData(): ThreadData {
  const data: ThreadData = { ...workerData }; // startThread passes it
  for (const key of Object.keys(workerData)) delete workerData[key];
  return data;
}

function receive(message: ServerMessage): void {
  if (message.kind === 'ping') post({ kind: 'pong' });
  else if (message.kind === 'more') streams.get(message.id)?.sendMore();
  else if (message.kind === 'cancel') streams.get(message.id)?.cancel();
  else void answer(message);
}

/** Answers a call. Never rejects. */
async function answer(message: ServerMessage & { readonly kind: 'load' | 'call' }): Promise<void> {
  const { id } = message;
  let handler: AnyHandler<unknown, unknown>;
  try {
    handler = await loading;
  } catch (error) {
    post({ kind: 'error', id, error: locateError(textsOf(error), file), isUnloaded: true });
    return;
  }
  try {
    if (message.kind === 'load') post({ kind: 'result', id, payload: 'null' });
    else await run(handler, message);
  } catch (error) {
    post({ kind: 'error', id, error: textsOf(error), isUnloaded: false });
  } finally {
    streams.delete(id);
  }
}

async function run(
  handler: AnyHandler<unknown, unknown>,
  { id, event, context, deadline }: ServerMessage & { readonly kind: 'call' },
): Promise<void> {
  const full = { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) };
  if (isStreamified(handler)) {
    await streamAnswer(handler, event, full, {
      open: (stream) => streams.set(id, stream),
      begin: (contentType) => post({ kind: 'begin', id, contentType }),
      write: (chunk) => post({ kind: 'chunk', id, chunk }),
    });
    post({ kind: 'end', id });
    return;
  }
  const result = await callHandler(handler, event, full);
  post({ kind: 'result', id, payload: JSON.stringify(result) ?? 'null' });
}
