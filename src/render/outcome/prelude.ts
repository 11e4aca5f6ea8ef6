import { concatBytes, encodeText } from '../../http/text.js';
import type { HttpResponseStreamMetadata } from '../../types/stream-metadata.js';

/** documented: between the metadata of a streamed response and its body stand eight NUL bytes. */
const DELIMITER = 8;

/** documented: the delimiter stands within the first 16 KB of the stream. */
export const MAX_PRELUDE: number = 16 * 1024;

/** What stands in front of a streamed body. */
export interface Prelude {
  /** The text before the delimiter: JSON, if the function did right. */
  readonly text: string;
  /** Where the body begins, in bytes from the start of the stream. */
  readonly end: number;
}

/**
 * What a function writes in front of a streamed body: its metadata as JSON and eight NUL bytes.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-lambda-configure.html
 */
export function encodePrelude(metadata: HttpResponseStreamMetadata): Uint8Array {
  return concatBytes([encodeText(JSON.stringify(metadata)), new Uint8Array(DELIMITER)]);
}

/**
 * Finds the prelude of a streamed response.
 *
 * @param bytes the start of the stream: 16 KB are enough.
 * @returns `undefined` when there is no delimiter within the first 16 KB.
 */
export function decodePrelude(bytes: Uint8Array): Prelude | undefined {
  const start = indexOfDelimiter(bytes.subarray(0, MAX_PRELUDE));
  // JSON has no NUL, so the first eight end it; a body that begins with NULs is not touched.
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
