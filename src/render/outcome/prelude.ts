import { argumentError } from '../../http/argument-error.js';
import { isBytes } from '../../http/is-object.js';
import { jsonText } from '../../http/json-text.js';
import { concatBytes, encodeText } from '../../http/text.js';
import type { HttpResponseStreamMetadata } from '../../types/stream-metadata.js';

/** The content type with which Lambda's Node runtime marks a stream that has metadata in front of its body. */
export const PRELUDE_TYPE = 'application/vnd.awslambda.http-integration-response';

/** documented: eight NUL bytes separate the metadata of a streamed response from its body. */
export const DELIMITER = 8;

/** documented: the delimiter is in the first 16 KB of the stream. */
export const MAX_PRELUDE: number = 16 * 1024;

/** The metadata in front of a streamed body. */
export interface Prelude {
  /** The text before the delimiter. It should be JSON. */
  readonly text: string;
  /** Where the body begins, in bytes from the start of the stream. */
  readonly end: number;
}

/**
 * Returns what a function writes in front of a streamed body: its metadata as JSON, and eight NUL bytes.
 *
 * @param metadata status, headers and cookies. All are optional.
 * @throws TypeError if the metadata can't be serialized as JSON.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-lambda-configure.html
 * @example
 * ```ts
 * import { encodePrelude } from 'apigw-proxy';
 *
 * console.log(encodePrelude({ statusCode: 200 }).length); // => 26
 * ```
 */
export function encodePrelude(metadata: HttpResponseStreamMetadata): Uint8Array {
  if (metadata === undefined) throw argumentError(['metadata'], 'an object', metadata, 'Pass { statusCode: 200 }.');
  return concatBytes([encodeText(jsonText(['metadata'], metadata)), new Uint8Array(DELIMITER)]);
}

/**
 * Finds the prelude of a streamed response.
 *
 * @param bytes the start of the stream: 16 KB are enough.
 * @returns `undefined` if there is no delimiter in the first 16 KB.
 * @throws TypeError if `bytes` is not a Uint8Array.
 * @example
 * ```ts
 * import { decodePrelude, encodePrelude } from 'apigw-proxy';
 *
 * console.log(decodePrelude(encodePrelude({ statusCode: 201 }))?.text); // => {"statusCode":201}
 * ```
 */
export function decodePrelude(bytes: Uint8Array): Prelude | undefined {
  if (!isBytes(bytes)) throw argumentError(['bytes'], 'a Uint8Array', bytes, 'Encode text with TextEncoder.');
  const start = indexOfDelimiter(bytes.subarray(0, MAX_PRELUDE));
  // JSON has no NUL, so the first eight end it. A body that begins with NULs stays as it is.
  return start < 0 ? undefined : { text: new TextDecoder().decode(bytes.subarray(0, start)), end: start + DELIMITER };
}

function indexOfDelimiter(bytes: Uint8Array): number {
  let zeros = 0;
  for (let index = bytes.indexOf(0); index >= 0 && index < bytes.length; index += 1) {
    zeros = bytes[index] === 0 ? zeros + 1 : 0;
    if (zeros === DELIMITER) return index + 1 - DELIMITER;
  }
  return -1;
}
