/**
 * What runs in a handler's own thread, as text: a thread starts from a file or from text, and a file would have to be found from every
 * build. It loads the module, answers every message `{ id, event, context, deadline }` by what the handler returns as JSON text, by its
 * error, or by the pieces that it streams, and answers a `ping`, so that a handler that blocks is noticed.
 */
export const WORKER_SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const { PassThrough } = require('node:stream');
const { pathToFileURL } = require('node:url');

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const PRELUDE_TYPE = 'application/vnd.awslambda.http-integration-response';
globalThis.awslambda = {
  streamifyResponse: (handler) => Object.assign(handler, { [STREAMING]: 'response' }),
  HttpResponseStream: {
    from(stream, metadata) {
      stream.setContentType(PRELUDE_TYPE);
      stream.prelude = Buffer.concat([Buffer.from(JSON.stringify(metadata)), Buffer.alloc(8)]);
      return stream;
    },
  },
};

const loaded = load();
loaded.catch(() => undefined);
parentPort.on('message', (message) => (message === 'ping' ? parentPort.postMessage('pong') : answer(message)));

async function load() {
  const { file, name } = workerData;
  const module = await import(pathToFileURL(file).href);
  const handler = module[name] ?? module.default?.[name] ?? (name === 'handler' ? module.default : undefined);
  if (typeof handler !== 'function') throw new Error(file + ' exports no function ' + name + '.');
  return handler;
}

async function answer({ id, event, context, deadline }) {
  try {
    const handler = await loaded;
    const full = { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()), done() {}, fail() {}, succeed() {} };
    if (handler[STREAMING] === 'response') return await stream(handler, id, event, full);
    const result = await call(handler, event, full);
    parentPort.postMessage({ id, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : { name: 'Error', message: String(error), stack: undefined };
    parentPort.postMessage({ id, error: { name, message, stack } });
  }
}

function call(handler, event, context) {
  return new Promise((resolve, reject) => {
    const returned = handler(event, context, (error, result) => (error == null ? resolve(result) : reject(error)));
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
    else if (handler.length < 3) resolve(returned);
  });
}

async function stream(handler, id, event, context) {
  const output = new PassThrough();
  output.setContentType = () => undefined;
  const written = (async () => {
    for await (const chunk of output) {
      const parts = output.prelude === undefined ? [chunk] : [output.prelude, chunk];
      output.prelude = undefined;
      for (const part of parts) parentPort.postMessage({ id, chunk: new Uint8Array(part) });
    }
  })();
  parentPort.postMessage({ id, begins: true });
  await Promise.all([Promise.resolve(handler(event, output, context)), written]).finally(() => output.destroy());
  parentPort.postMessage({ id, ends: true });
}
`;
