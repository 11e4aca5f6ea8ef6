import type { HttpResponse } from './response.js';
import { decodeLatin1, encodeText } from './text.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII starts with them.
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Returns the response for APIs that write each character as one byte. Text outside ASCII becomes the bytes of its UTF-8, as in
 * `toHttp1Bytes`.
 */
export function withWireText<R extends Pick<HttpResponse, 'headers'>>(response: R): R {
  if (response.headers.every(([, value]) => ASCII.test(value))) return response;
  return { ...response, headers: response.headers.map(([name, value]) => [name, toByteText(value)] as const) };
}

/** Returns text as one character for each byte of its UTF-8. */
export function toByteText(text: string): string {
  return ASCII.test(text) ? text : decodeLatin1(encodeText(text));
}
