import { Transform, type Writable } from 'node:stream';
import { BYTES_TYPE } from '../../aws/media-types.js';
import { checkValue } from '../../gateway/check-shape.js';
import { encodePrelude, PRELUDE_TYPE } from '../../render/outcome/prelude.js';
import type { LambdaContext } from '../../types/context.js';
import type { HttpResponseStreamMetadata } from '../../types/stream-metadata.js';

/** The stream that a streaming handler writes to. It is a Node `Writable`, so `pipeline(…, responseStream)` works. */
export interface ResponseStream extends Writable {
  /** Sets the content type of the stream. Throws after the first write. */
  setContentType(contentType: string): void;
}

/** A handler that writes its response to a stream. */
export type StreamHandler<E> = (event: E, responseStream: ResponseStream, context: LambdaContext) => unknown;

/** A handler that `streamifyResponse` has marked. */
export type StreamifiedHandler<E> = StreamHandler<E> & { readonly [STREAMING]: 'response' };

/** The mark of Lambda's Node runtime. Other fakes of `awslambda` use it, too, so their handlers work here. */
const STREAMING: unique symbol = Symbol.for('aws.lambda.runtime.handler.streaming');

/** A response stream and its content type. */
export interface OpenStream {
  readonly responseStream: ResponseStream & Transform;
  /** Returns what the handler set, or the runtime's default. */
  contentType(): string;
}

/** The metadata that is written with the first write, by stream. */
const WAITING = new WeakMap<Writable, Uint8Array>();

/**
 * A fake of the global `awslambda` of Lambda's Node runtime. Set it before you load the module of the handler. `invoke` runs what
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
  /** Marks a handler as a streaming handler. */
  streamifyResponse<E>(handler: StreamHandler<E>): StreamifiedHandler<E>;
  readonly HttpResponseStream: {
    /** Sets the metadata of the response. As in the runtime, they are written with the first write, not before. */
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

/** Checks whether a handler is a streaming handler. */
export function isStreamified<H, E>(handler: H | StreamifiedHandler<E>): handler is StreamifiedHandler<E> {
  return typeof handler === 'function' && STREAMING in handler && handler[STREAMING] === 'response';
}

/** Opens a stream for a handler. */
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
    if (hasBegun) throw new Error('The response has begun, so the content type is fixed. Call setContentType before the first write.');
    contentType = String(type); // JavaScript may pass anything
  };
  return { responseStream: Object.assign(transform, { setContentType }), contentType: () => contentType };
}
