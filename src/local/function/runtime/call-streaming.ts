import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http';
import { BYTES_TYPE } from '../../../aws/media-types.js';
import { traceOf } from '../thrown.js';
import { hasThen } from './call-buffered.js';
import { type Handler, HIGH_WATER_MARK } from './handler-kind.js';
import { contextWithCallbacks, contextWithoutCallbacks, type PlainContext } from './invocation-context.js';
import type { RuntimeRules } from './lambda-runtime.js';
import { connectInMemory } from './memory-connection.js';
import { toResponseStream } from './response-stream.js';

/** A call of a streaming handler. */
export interface StreamingCall {
  /** What the handler writes, only as fast as it is read. Fails with the handler's error. */
  readonly chunks: AsyncGenerator<Uint8Array, void, void>;
  /** Returns the content type that the handler set. Final once the first bytes have arrived, or the stream has ended. */
  contentType(): string;
  /** Breaks the stream off: nobody reads it any more, or its time is up. */
  destroy(error?: Error): void;
}

/** The trailer with which the runtime reports an error after the stream has begun. */
const ERROR_TRAILER = 'Lambda-Runtime-Function-Error-Type';

/**
 * Calls a streaming handler as the runtime does: what the handler writes is the body of an HTTP request, which here goes over a connection
 * in memory. So writes, ends and errors in any order have the effect that they have on Lambda.
 */
export function callStreaming(handler: Handler, event: unknown, context: PlainContext, rules: RuntimeRules): StreamingCall {
  const post = openPost(Reflect.get(handler, HIGH_WATER_MARK));
  const full = rules.hasCallbacks ? contextWithCallbacks(context, { waits: true }, {}) : contextWithoutCallbacks(context);
  const returned = startHandler(() => handler(event, toResponseStream(post.request, rules), full));
  const isAsync = returned instanceof Promise;
  const done = isAsync ? returned : Promise.reject(rules.failsWithText ? NOT_ASYNC : new Error(NOT_ASYNC));
  done.then(warnOfValue, (error: unknown) => {
    // The error of a handler that isn't async reaches the client, see `readPost`.
    if (!post.fail(error) && isAsync) warnOfLateError(error);
  });
  return {
    chunks: readPost(post, isAsync ? undefined : done),
    contentType: () => post.message?.headers['content-type'] ?? BYTES_TYPE,
    destroy: (error) => void post.request.destroy(error),
  };
}

const NOT_ASYNC = 'Streaming does not support non-async handlers.';

/** Calls the handler. Returns a promise if the handler returned one, or threw. */
function startHandler(call: () => unknown): unknown {
  try {
    const returned = call();
    return hasThen(returned) ? Promise.resolve(returned) : undefined;
  } catch (error) {
    return Promise.reject(error);
  }
}

function warnOfValue(value: unknown): void {
  if (value !== undefined) process.emitWarning('Streaming handlers ignore return values.', { type: 'StreamWarning' });
}

/** The request with which the runtime posts a stream. */
interface Post {
  readonly request: ReturnType<typeof sendRequest>;
  /** Resolves when the head has arrived, with the first write or the end. Rejects if the request breaks off before that. */
  readonly received: Promise<ServerResponse>;
  /** The head. `undefined` before it has arrived. */
  readonly message: IncomingMessage | undefined;
  /** Resolves with the reason when the request has broken off. */
  readonly broken: Promise<unknown>;
  /** What the handler threw. `undefined` if it hasn't. */
  readonly failure: { readonly error: unknown } | undefined;
  /** Reports an error of the handler. Returns `false` if the stream has ended, so that it is too late. */
  fail(error: unknown): boolean;
}

function openPost(highWaterMark: unknown): Post {
  const [near, far] = connectInMemory(typeof highWaterMark === 'number' ? highWaterMark : undefined);
  // A request that is complete counts, even if its connection breaks off before it was read.
  const server = Object.assign(createServer(), { httpAllowHalfOpen: true });
  const headers = { Trailer: ERROR_TRAILER, 'Content-Type': BYTES_TYPE, 'Transfer-Encoding': 'chunked' };
  const request = sendRequest({ method: 'POST', headers, createConnection: () => near }, (response) => response.resume());
  let message: IncomingMessage | undefined;
  let failure: Post['failure'];
  const broken = new Promise<unknown>((resolve) => {
    request.on('error', (error) => {
      resolve(error);
      request.destroy(error);
    });
    request.on('close', () => resolve(new Error('The response stream was destroyed.')));
  });
  const received = new Promise<ServerResponse>((resolve, reject) => {
    server.on('request', (incoming, response) => {
      message = incoming;
      resolve(response);
    });
    broken.then(reject);
  });
  received.catch(() => undefined); // whoever reads the post gets it
  server.emit('connection', far);
  return {
    request,
    received,
    broken,
    get message() {
      return message;
    },
    get failure() {
      return failure;
    },
    fail(error) {
      failure = { error };
      if (request.writableEnded || request.destroyed) return false;
      request.addTrailers({ [ERROR_TRAILER]: 'error' });
      request.end();
      return true;
    },
  };
}

/** An error after the end of the stream changes nothing for the client. The runtime logs it. */
function warnOfLateError(error: unknown): void {
  process.emitWarning('The streaming handler failed after its stream had ended, so the client got the whole response.', {
    type: 'StreamWarning',
    detail: traceOf(error),
  });
}

/**
 * Reads what is posted, as Lambda does.
 *
 * @param refused rejects at once if the runtime refuses the handler. It reports that as an error of the function, but too late for a stream
 *   that has ended by then. assumed: the client gets the error all the same.
 */
async function* readPost(post: Post, refused: Promise<unknown> | undefined): StreamingCall['chunks'] {
  let isComplete = false;
  try {
    await refused;
    const response = await post.received;
    for await (const chunk of post.message ?? []) yield chunk;
    isComplete = true;
    response.writeHead(202).end();
  } catch (error) {
    throw refused === undefined ? await post.broken : error;
  } finally {
    if (!isComplete) post.request.destroy();
  }
  if (post.message?.trailers[ERROR_TRAILER.toLowerCase()] !== undefined) throw post.failure?.error;
}
