import type { HttpResponse } from './response.js';
import { decodeLatin1, encodeText } from './text.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII includes the control characters.
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Prepares a response for APIs that write each character as one byte, such as Fetch and Node.js.
 *
 * Characters outside ASCII are replaced by the bytes of their UTF-8, one character each. The client then receives what `toHttp1Bytes` writes.
 */
export function withWireText<R extends Pick<HttpResponse, 'headers'> & Partial<Pick<HttpResponse, 'statusText'>>>(response: R): R {
  const { statusText = '', headers } = response;
  if (ASCII.test(statusText) && headers.every(([, value]) => ASCII.test(value))) return response;
  return {
    ...response,
    ...(response.statusText !== undefined && { statusText: toByteText(statusText) }),
    headers: headers.map(([name, value]) => [name, toByteText(value)] as const),
  };
}

/** Encodes a string as UTF-8 and returns one character for each byte. */
export function toByteText(text: string): string {
  return ASCII.test(text) ? text : decodeLatin1(encodeText(text));
}
