import { workerData } from 'node:worker_threads';
import { awslambda } from '../runtime/awslambda.js';
import { callBuffered } from '../runtime/call-buffered.js';
import { callStreaming } from '../runtime/call-streaming.js';
import { warnOfCallback } from '../runtime/callback-warning.js';
import { reportError } from '../runtime/error-report.js';
import { threadLoop } from '../runtime/event-loop.js';
import { type Handler, kindOf } from '../runtime/handler-kind.js';
import { DEFAULT_RUNTIME, RUNTIMES } from '../runtime/lambda-runtime.js';
import { type ErrorTexts, textsOf } from '../thrown.js';
import { loadHandler, locateError } from './load-handler.js';
import type { ServerMessage, ThreadMessage } from './messages.js';
import type { ThreadData } from './start-thread.js';
import { type OpenAnswer, streamAnswer } from './stream-answer.js';

// This file runs in the thread of a module's handler. It answers the calls of the server over a port that the handler cannot reach.

const { port } = takeData();
// Bound before the handler's module can replace the method.
const post: (message: ThreadMessage) => void = port.postMessage.bind(port);
/** Answers that are being streamed, by the id of the call. */
const streams = new Map<number, OpenAnswer>();

Object.assign(globalThis, { awslambda });
// The interval keeps the thread alive. The port could do that, but then Node would list it where a handler finds it.
const loop = threadLoop(setInterval(() => undefined, 2 ** 30));
let give: (handler: Promise<Handler>) => void = () => undefined;
/** The handler, once the server has named its module. */
const loading = new Promise<Handler>((resolve) => {
  give = resolve;
});
let file = '';
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
  if (message.kind === 'module') load(message);
  else if (message.kind === 'ping') post({ kind: 'pong' });
  else if (message.kind === 'more') streams.get(message.id)?.sendMore();
  else if (message.kind === 'cancel') streams.get(message.id)?.cancel();
  else void answer(message);
}

function load(module: ServerMessage & { readonly kind: 'module' }): void {
  file = module.file;
  give(loadHandler(module));
}

/** Answers a call. Never rejects. */
async function answer(message: ServerMessage & { readonly kind: 'load' | 'call' }): Promise<void> {
  const { id } = message;
  const rules = RUNTIMES[message.kind === 'call' ? message.runtime : DEFAULT_RUNTIME];
  let handler: Handler;
  try {
    handler = await loading;
  } catch (error) {
    post({ kind: 'error', id, error: locateError(describe(error), file), report: reportError(error, rules), isUnloaded: true });
    return;
  }
  try {
    if (message.kind === 'load') post({ kind: 'result', id, payload: 'null' });
    else await run(handler, message);
  } catch (error) {
    post({ kind: 'error', id, error: describe(error), report: reportError(error, rules), isUnloaded: false });
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

/** Lines of a stack for the code of this thread and of Node.js. */
const OWN_FRAME = /^ +at (?:new Promise \(<anonymous>\)$|.*(?:\[worker eval\]|node:internal\/))/;

/** Returns the strings of an error. Its stack has the lines of the handler's project only. */
function describe(error: unknown): ErrorTexts {
  const texts = textsOf(error);
  if (texts.stack === undefined) return texts;
  const lines = texts.stack.split('\n').filter((line) => !OWN_FRAME.test(line));
  return { ...texts, stack: lines.join('\n') };
}
