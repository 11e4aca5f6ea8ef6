import { Transform, type Writable } from 'node:stream';
import { BYTES_TYPE } from '../../aws/media-types.js';
import { checkValue } from '../../gateway/check-shape.js';
import { encodePrelude, PRELUDE_TYPE } from '../../render/outcome/prelude.js';
import type { LambdaContext } from '../../types/context.js';
import type { HttpResponseStreamMetadata } from '../../types/stream-metadata.js';

/** What a streaming handler writes to: a Node `Writable`, so that `pipeline(…, responseStream)` works. */
export interface ResponseStream extends Writable {
  /** Sets the content type of the stream. After the first write it is too late. */
  setContentType(contentType: string): void;
}

/** A handler that writes its answer. */
export type StreamHandler<E> = (event: E, responseStream: ResponseStream, context: LambdaContext) => unknown;

/** What `streamifyResponse` makes of a handler. */
export type StreamifiedHandler<E> = StreamHandler<E> & { readonly [STREAMING]: 'response' };

/** The mark that Lambda's Node runtime puts on a handler, so that handlers marked by others' doubles are known, too. */
const STREAMING: unique symbol = Symbol.for('aws.lambda.runtime.handler.streaming');

/** A response stream, and what the runtime knows of it. */
export interface OpenStream {
  readonly responseStream: ResponseStream & Transform;
  /** What the handler set, or the runtime's default. */
  contentType(): string;
}

/** Metadata that waits for the first write, by stream. */
const WAITING = new WeakMap<Writable, Uint8Array>();

/**
 * A double of the global `awslambda` of Lambda's Node runtime. A test sets it before the handler's module is loaded; `invoke` runs what
 * `streamifyResponse` returns.
 *
 * @example
 * ```ts
 * import { renderResult } from 'apigw-proxy';
 * import { awslambda, invoke } from 'apigw-proxy/local';
 *
 * const handler = awslambda.streamifyResponse(async (_event: unknown, responseStream) => {
 *   const stream = awslambda.HttpResponseStream.from(responseStream, { statusCode: 201 });
 *   stream.write('hel');
 *   stream.end('lo');
 * });
 * const invocation = await invoke(handler, {});
 * const response = renderResult(invocation.ok && invocation.result, { target: 'rest', responseTransferMode: 'STREAM' });
 * console.log(response.status, new TextDecoder().decode(response.body)); // => 201 hello
 * ```
 * @see https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export const awslambda: {
  /** Marks a handler as one that writes its answer. */
  streamifyResponse<E>(handler: StreamHandler<E>): StreamifiedHandler<E>;
  readonly HttpResponseStream: {
    /** Puts metadata in front of what is written; with the first write, not before (as the runtime does). */
    from(responseStream: ResponseStream, metadata: HttpResponseStreamMetadata): ResponseStream;
  };
} = {
  streamifyResponse<E>(handler: StreamHandler<E>): StreamifiedHandler<E> {
    checkValue(handler, { is: 'function', example: 'a handler' }, ['handler']);
    return Object.assign(handler, { [STREAMING]: 'response' as const });
  },
  HttpResponseStream: {
    from(responseStream, metadata) {
      responseStream.setContentType(PRELUDE_TYPE);
      WAITING.set(responseStream, encodePrelude(metadata));
      return responseStream;
    },
  },
};

/** Whether a handler writes its answer. */
export function isStreamified<H, E>(handler: H | StreamifiedHandler<E>): handler is StreamifiedHandler<E> {
  return typeof handler === 'function' && STREAMING in handler && handler[STREAMING] === 'response';
}

/** Opens a stream for a handler to write to; what it writes is read from the other side. */
export function openStream(): OpenStream {
  let contentType = BYTES_TYPE;
  let hasBegun = false;
  const transform = new Transform({
    transform(chunk: Uint8Array, _, done) {
      hasBegun = true;
      const metadata = WAITING.get(this);
      WAITING.delete(this);
      if (metadata !== undefined) this.push(metadata);
      done(null, chunk);
    },
  });
  const setContentType = (type: string): void => {
    if (hasBegun) throw new Error('Cannot set the content type: the response has begun.');
    contentType = String(type); // JavaScript may pass anything
  };
  return { responseStream: Object.assign(transform, { setContentType }), contentType: () => contentType };
}
