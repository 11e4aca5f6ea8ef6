import type { HttpResponse } from './response.js';

const encoder = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the point.
const ASCII = /^[\x00-\x7f]*$/;

/** The response for APIs that write one byte for each character: text outside ASCII as the bytes of its UTF-8, as `toHttp1Bytes` has it. */
export function withWireText<R extends Pick<HttpResponse, 'headers'>>(response: R): R {
  if (response.headers.every(([, value]) => ASCII.test(value))) return response;
  return { ...response, headers: response.headers.map(([name, value]) => [name, byteText(value)] as const) };
}

function byteText(text: string): string {
  return ASCII.test(text) ? text : Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join('');
}
