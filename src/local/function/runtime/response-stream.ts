import type { ClientRequest } from 'node:http';
import type { Writable } from 'node:stream';
import type { RuntimeRules } from './lambda-runtime.js';
import { runtimeError } from './runtime-error.js';

/** The stream that a streaming handler writes to. It is a Node `Writable`, so `pipeline(…, responseStream)` works. */
export interface ResponseStream extends Writable {
  /** Sets the content type of the stream. Throws after the first write. */
  setContentType(contentType: string): void;
}

/** Writes to the stream, without metadata. */
type Write = (chunk: string | Uint8Array) => void;

/** What the runtime adds to the request that posts a stream. */
interface Posting extends ClientRequest {
  setContentType(contentType: string): void;
  /** Writes the metadata: set by `HttpResponseStream.from`. */
  _onBeforeFirstWrite?: ((write: Write) => void) | undefined;
}

/** What a handler can do with its stream: the methods of the request. */
const METHODS = [
  ...['cork', 'destroy', 'end', 'uncork', 'write'],
  ...['addListener', 'emit', 'eventNames', 'getMaxListeners', 'listenerCount', 'listeners', 'off', 'on', 'once'],
  ...['prependListener', 'prependOnceListener', 'rawListeners', 'removeAllListeners', 'removeListener', 'setMaxListeners'],
  'setContentType',
] as const;

/** Its properties. The first ones can also be set. */
const PROPERTIES = {
  set: ['destroyed', 'writable', '_onBeforeFirstWrite'],
  get: [
    ...['writableFinished', 'writableObjectMode', 'writableEnded', 'writableNeedDrain'],
    ...['writableHighWaterMark', 'writableCorked', 'writableLength'],
  ],
} as const;

/** Returns the stream that a handler gets, in front of the request that posts it. */
export function toResponseStream(request: ClientRequest, rules: RuntimeRules): ResponseStream {
  const posting = toPosting(request, rules);
  const stream = {};
  for (const name of METHODS) Reflect.set(stream, name, Reflect.get(posting, name).bind(posting));
  const read = rules.hasWritableBuffer ? [...PROPERTIES.get, 'writableBuffer'] : PROPERTIES.get;
  for (const name of read) Object.defineProperty(stream, name, { get: () => Reflect.get(posting, name) });
  for (const name of PROPERTIES.set) {
    const set = (value: unknown): void => void Reflect.set(posting, name, value);
    Object.defineProperty(stream, name, { get: () => Reflect.get(posting, name), set });
  }
  // As in the runtime, it has the methods that a pipeline uses, not all of a Writable.
  return stream as ResponseStream;
}

/** Replaces the methods of the request that behave differently for a handler. */
function toPosting(request: ClientRequest, rules: RuntimeRules): Posting {
  // A handler may pass anything, and Node.js checks it.
  const write = request.write.bind(request) as (chunk: unknown, encoding?: unknown, callback?: unknown) => boolean;
  const end = request.end.bind(request) as (chunk: unknown, encoding?: unknown, callback?: unknown) => ClientRequest;
  let hasBegun = false;
  const posting: Posting = Object.assign(request, {
    setContentType(contentType: string): void {
      if (hasBegun) throw runtimeError('Runtime.InvalidStreamingOperation', 'Cannot set content-type, too late.');
      request.setHeader('Content-Type', contentType);
    },
    write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
      const bytes = toWritable(chunk, rules);
      // The metadata come with the first call of `write`, even if it writes nothing. `end` doesn't write them.
      if (!hasBegun) posting._onBeforeFirstWrite?.((metadata) => write(metadata));
      const isFlowing = write(bytes, encoding, callback);
      hasBegun = true;
      return isFlowing;
    },
    end: (chunk?: unknown, encoding?: unknown, callback?: unknown) =>
      rules.endIgnoresOptions ? end(chunk) : end(chunk, encoding, callback),
  });
  return posting;
}

/** Anything that is neither text nor bytes is written as JSON. `undefined` and `null` throw the error of the runtime. */
function toWritable(chunk: unknown, { writesSubclassesAsJson }: RuntimeRules): unknown {
  if (chunk === undefined || chunk === null) throw new TypeError(`Cannot read properties of ${chunk} (reading 'length')`);
  if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) return chunk;
  const isBytes = writesSubclassesAsJson ? Object(chunk).constructor === Uint8Array : chunk instanceof Uint8Array;
  return isBytes ? chunk : JSON.stringify(chunk);
}
