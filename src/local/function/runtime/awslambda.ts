import { STREAMING } from '../../../aws/streaming-mark.js';
import { checkValue } from '../../../gateway/check-shape.js';
import { DELIMITER, PRELUDE_TYPE } from '../../../render/outcome/prelude.js';
import type { LambdaContext } from '../../../types/context.js';
import type { HttpResponseStreamMetadata } from '../../../types/stream-metadata.js';
import { HIGH_WATER_MARK } from './handler-kind.js';
import type { ResponseStream } from './response-stream.js';

/** A handler that writes its response to a stream. Lambda requires that it is async. */
export type StreamHandler<E> = (event: E, responseStream: ResponseStream, context: LambdaContext) => unknown;

/** A handler that `streamifyResponse` has marked. */
export type StreamifiedHandler<E> = StreamHandler<E> & { readonly [STREAMING]: 'response' };

/** Options of a streaming handler. */
export interface StreamifyOptions {
  /** How many bytes the stream holds before `write` returns `false`. Default: that of a socket in Node.js. */
  readonly highWaterMark?: number;
}

/**
 * A double of the global `awslambda` of Lambda's Node.js runtime. Set it before you load the module of the handler. `invoke` runs what
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
  /**
   * Marks a handler as a streaming handler.
   *
   * @throws GatewayError `invalid-option` if it isn't a function.
   */
  streamifyResponse<E>(handler: StreamHandler<E>, options?: StreamifyOptions): StreamifiedHandler<E>;
  readonly HttpResponseStream: {
    /**
     * Sets the metadata of the response. As in the runtime, they are written with the first call of `write`, even an empty one, and not by
     * `end`.
     */
    from(responseStream: ResponseStream, metadata: HttpResponseStreamMetadata): ResponseStream;
  };
} = {
  streamifyResponse<E>(handler: StreamHandler<E>, options?: StreamifyOptions): StreamifiedHandler<E> {
    checkValue(handler, { is: 'function', example: 'a handler' }, ['handler']);
    const mark = options?.highWaterMark;
    return Object.assign(handler, {
      [STREAMING]: 'response' as const,
      ...(typeof mark === 'number' && { [HIGH_WATER_MARK]: Math.trunc(mark) }),
    });
  },
  HttpResponseStream: {
    from(responseStream, metadata) {
      responseStream.setContentType(PRELUDE_TYPE);
      const text = JSON.stringify(metadata);
      const onBeforeFirstWrite = (write: (chunk: string | Uint8Array) => void): void => {
        write(text);
        write(new Uint8Array(DELIMITER));
      };
      return Object.assign(responseStream, { _onBeforeFirstWrite: onBeforeFirstWrite });
    },
  },
};

/** Checks whether a handler is a streaming handler. */
export function isStreamified<H, E>(handler: H | StreamifiedHandler<E>): handler is StreamifiedHandler<E> {
  return typeof handler === 'function' && STREAMING in handler && handler[STREAMING] === 'response';
}
