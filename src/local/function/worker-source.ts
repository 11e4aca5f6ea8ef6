/**
 * What runs in a handler's own thread, as text: a thread starts from a file or from text, and a file would have to be found from every
 * build. It loads the module, says so to `{ id, loads }`, and answers every message `{ id, event, context, deadline }` by what the handler returns as JSON text, by its
 * error, or by the pieces that it streams, one for each `{ id, more }`; `{ id, cancels }` says that nobody listens any more. A `ping` is
 * answered at once, so that a handler that blocks is noticed.
 */
export const WORKER_SOURCE = `
const { spawnSync } = require('node:child_process');
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

const flows = new Map();
const loaded = load();
loaded.catch(() => undefined);
parentPort.on('message', (message) => {
  if (message === 'ping') parentPort.postMessage('pong');
  else if (message.more) flows.get(message.id)?.more();
  else if (message.cancels) flows.get(message.id)?.cancel();
  else answer(message);
});

async function load() {
  const { file, name } = workerData;
  const module = await import(pathToFileURL(file).href);
  const handler = module[name] ?? module.default?.[name] ?? (name === 'handler' ? module.default : undefined);
  if (typeof handler !== 'function') throw new Error(file + ' exports no function ' + name + '.');
  return handler;
}

async function answer({ id, loads, event, context, deadline }) {
  let handler;
  try {
    handler = await loaded;
  } catch (error) {
    return parentPort.postMessage({ id, error: located(described(error)), isUnloaded: true });
  }
  if (loads) return parentPort.postMessage({ id, payload: 'null' });
  try {
    const full = { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()), done() {}, fail() {}, succeed() {} };
    if (handler[STREAMING] === 'response') return await stream(handler, id, event, full);
    const result = await call(handler, event, full);
    parentPort.postMessage({ id, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    parentPort.postMessage({ id, error: described(error) });
  }
}

function described(error) {
  if (!(error instanceof Error)) return { name: 'Error', message: typeof error === 'object' ? JSON.stringify(error) : String(error) };
  const { name, message, stack } = error;
  return { name, message, stack };
}

// A syntax error that is caught does not say where it is; Node's own check does.
function located(error) {
  if (error.name !== 'SyntaxError') return error;
  const { stderr } = spawnSync(process.execPath, ['--check', workerData.file], { encoding: 'utf8' });
  const [place] = String(stderr).split(/\\r?\\n\\r?\\n/);
  return place ? { ...error, stack: place + '\\n' + error.name + ': ' + error.message } : error;
}

function call(handler, event, context) {
  return new Promise((resolve, reject) => {
    const done = (error, result) => (error == null ? resolve(result) : reject(error));
    Object.assign(context, { done, succeed: resolve, fail: reject });
    const before = process.getActiveResourcesInfo();
    const returned = handler(event, context, done);
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
    else if (returned !== undefined) resolve(returned);
    // The runtime answers null when nothing is left to wait for. A handler that takes a callback has to call it.
    else if (handler.length < 3) whenIdle(before, resolve);
  });
}

function whenIdle(before, resolve) {
  setImmediate(() => {
    const left = [...before];
    const isIdle = process.getActiveResourcesInfo().every((kind) => left.includes(kind) && left.splice(left.indexOf(kind), 1));
    if (isIdle) resolve(null);
    else setTimeout(whenIdle, 5, before, resolve).unref();
  });
}

async function stream(handler, id, event, context) {
  const output = new PassThrough();
  let contentType = 'application/octet-stream';
  let hasBegun = false;
  output.setContentType = (type) => {
    if (hasBegun) throw new Error('Cannot set the content type: the response has begun.');
    contentType = type;
  };
  const flow = flowOf(output);
  flows.set(id, flow);
  const written = (async () => {
    for await (const chunk of output) {
      if (!hasBegun) parentPort.postMessage({ id, begins: true, contentType });
      hasBegun = true;
      const parts = output.prelude === undefined ? [chunk] : [output.prelude, chunk];
      output.prelude = undefined;
      for (const part of parts) {
        await flow.wanted();
        parentPort.postMessage({ id, chunk: new Uint8Array(part) });
      }
    }
  })();
  try {
    await Promise.all([Promise.resolve(handler(event, output, context)), written]);
    if (!hasBegun) parentPort.postMessage({ id, begins: true, contentType });
    parentPort.postMessage({ id, ends: true });
  } finally {
    output.destroy();
    flows.delete(id);
  }
}

function flowOf(output) {
  let count = 0;
  let go = () => undefined;
  return {
    more() {
      count += 1;
      go();
    },
    async wanted() {
      while (count === 0) await new Promise((resolve) => (go = resolve));
      count -= 1;
    },
    cancel: () => output.destroy(),
  };
}
`;
