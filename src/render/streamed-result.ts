import { BYTES_TYPE } from '../aws/media-types.js';
import { argumentError, requireString } from '../http/argument-error.js';
import { isBytes } from '../http/is-object.js';
import { concatBytes, encodeText } from '../http/text.js';
import type { HttpResponseStreamMetadata } from '../types/stream-metadata.js';
import { STREAM_SENTENCES } from './issues/stream-sentences.js';
import { ANSWER, OUTCOME, SENTENCES, type StreamedResult } from './outcome/outcome.js';
import { encodePrelude, PRELUDE_TYPE } from './outcome/prelude.js';
import { answerStream } from './stream/answer-stream.js';

/**
 * Returns a result that the function streamed: metadata, then the body.
 *
 * @param metadata status, headers and cookies. All are optional.
 * @param body what follows the metadata. Default: nothing.
 * @throws TypeError if the metadata can't be serialized, or the body is neither a string nor bytes.
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
  return streamedBytes(concatBytes([encodePrelude(metadata), bytesOf(body, 'body')]), PRELUDE_TYPE);
}

/**
 * Returns everything that a function wrote to its response stream, as it is.
 *
 * @param bytes what was written. A string is encoded as UTF-8.
 * @param contentType what the function set with `setContentType`. Default: `application/octet-stream`, as in Lambda's Node runtime.
 * @throws TypeError if the bytes are neither a string nor bytes, or the type is not a string.
 * @example
 * ```ts
 * import { renderResult, streamedBytes } from 'apigw-proxy';
 *
 * const gateway = { target: 'function-url', invokeMode: 'RESPONSE_STREAM' } as const;
 * console.log(new TextDecoder().decode(renderResult(streamedBytes('hello', 'text/plain'), gateway).body)); // => hello
 * ```
 */
export function streamedBytes(bytes: string | Uint8Array, contentType: string = BYTES_TYPE): StreamedResult {
  const type = requireString(['contentType'], contentType, "Pass a media type such as 'text/plain'.");
  return { [OUTCOME]: 'stream', [ANSWER]: answerStream, [SENTENCES]: STREAM_SENTENCES, contentType: type, bytes: bytesOf(bytes, 'bytes') };
}

function bytesOf(content: string | Uint8Array, name: string): Uint8Array {
  if (typeof content === 'string') return encodeText(content);
  if (isBytes(content)) return content;
  throw argumentError([name], 'a string or a Uint8Array', content);
}
