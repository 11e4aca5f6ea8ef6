import { workerData } from 'node:worker_threads';
import { awslambda } from '../runtime/awslambda.js';
import { callBuffered } from '../runtime/call-buffered.js';
import { callStreaming } from '../runtime/call-streaming.js';
import { warnOfCallback } from '../runtime/callback-warning.js';
import { reportError } from '../runtime/error-report.js';
import { threadLoop } from '../runtime/event-loop.js';
import { type Handler, kindOf } from '../runtime/handler-kind.js';
import { DEFAULT_RUNTIME, RUNTIMES } from '../runtime/lambda-runtime.js';
import { textsOf } from '../thrown.js';
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
const loop = threadLoop(setInterval(() => undefined, 2 ** 30));
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
  const rules = RUNTIMES[message.kind === 'call' ? message.runtime : DEFAULT_RUNTIME];
  let handler: Handler;
  try {
    handler = await loading;
  } catch (error) {
    post({ kind: 'error', id, error: locateError(textsOf(error), file), report: reportError(error, rules), isUnloaded: true });
    return;
  }
  try {
    if (message.kind === 'load') post({ kind: 'result', id, payload: 'null' });
    else await run(handler, message);
  } catch (error) {
    post({ kind: 'error', id, error: textsOf(error), report: reportError(error, rules), isUnloaded: false });
  } finally {
    streams.delete(id);
  }
}

async function run(handler: Handler, { id, event, context, deadline, runtime }: ServerMessage & { readonly kind: 'call' }): Promise<void> {
  const rules = RUNTIMES[runtime];
  const full = { ...context, getRemainingTimeInMillis: () => deadline - Date.now() };
  if (kindOf(handler, rules) === 'streaming') {
    await streamAnswer(callStreaming(handler, event, full, rules), {
      open: (stream) => streams.set(id, stream),
      begin: (contentType) => post({ kind: 'begin', id, contentType }),
      write: (chunk) => post({ kind: 'chunk', id, chunk }),
    });
    post({ kind: 'end', id });
    return;
  }
  warnOfCallback(handler, rules);
  const { text } = await callBuffered({ handler, event, context: full, rules, loop });
  post({ kind: 'result', id, payload: text });
}
