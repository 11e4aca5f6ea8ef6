import { BYTES_TYPE } from '../../aws/media-types.js';
import { concatBytes, encodeText } from '../../http/text.js';
import type { HttpResponseStreamMetadata } from '../../types/stream-metadata.js';
import { OUTCOME, outcomeOf } from './outcome.js';
import { encodePrelude } from './prelude.js';

/** The type by which Lambda's Node runtime says that metadata stands in front of the body. */
export const PRELUDE_TYPE = 'application/vnd.awslambda.http-integration-response';

/** What a function wrote to its response stream, from start to end: made by {@link streamedResult} and {@link streamedBytes}. */
export interface StreamedResult {
  readonly [OUTCOME]: 'stream';
  /** The stream's content type, as the function set it; with metadata in front, {@link PRELUDE_TYPE}. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * A result that the function streamed: metadata, then the body.
 *
 * @example
 * ```ts
 * import { renderResult, streamedResult } from 'apigw-proxy';
 *
 * const result = streamedResult({ statusCode: 201, cookies: ['a=1'] }, 'hello');
 * const response = renderResult(result, { target: 'rest', responseTransferMode: 'STREAM' });
 * console.log(response.status, new TextDecoder().decode(response.body)); // => 201 hello
 * ```
 */
export function streamedResult(metadata: HttpResponseStreamMetadata, body: string | Uint8Array = ''): StreamedResult {
  return streamedBytes(concatBytes([encodePrelude(metadata), bytesOf(body)]), PRELUDE_TYPE);
}

/**
 * All that a function wrote to its response stream, as it is.
 *
 * @param contentType what the function set with `setContentType`. Default: `application/octet-stream`, as in Lambda's Node runtime.
 */
export function streamedBytes(bytes: string | Uint8Array, contentType = BYTES_TYPE): StreamedResult {
  return { [OUTCOME]: 'stream', contentType, bytes: bytesOf(bytes) };
}

/** Whether a value was made by {@link streamedResult} or {@link streamedBytes}. */
export function isStreamedResult(value: unknown): value is StreamedResult {
  return outcomeOf(value) === 'stream';
}

function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? encodeText(body) : body;
}
