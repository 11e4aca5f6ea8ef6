import { checkField, checkShape, checkStatusLine } from './check-response.js';
import { describeValue } from './describe-value.js';
import { LONGEST_VALUE, readHeaderName } from './header-name.js';
import { type Framing, framingOf } from './http1-framing.js';
import type { HttpField } from './request.js';
import type { HttpResponse } from './response.js';
import { takeRoom } from './room.js';
import { concatBytes, encodeText } from './text.js';
import { UnsafeResponseError } from './unsafe-response-error.js';

const encoder = new TextEncoder();

/**
 * Writes a response as HTTP/1.1 bytes: status line, headers, empty line, body.
 *
 * Characters outside ASCII are written as UTF-8. No headers are added: if the response has no `Content-Length`, neither have the bytes. With
 * `Transfer-Encoding: chunked`, the body is written as one chunk.
 *
 * A large body that a renderer made isn't copied: the bytes and `response.body` are the same memory. If you change one of them, copy it first.
 *
 * @param response a response, such as `renderResult` returns.
 * @throws {UnsafeResponseError} if a header or the status text could split the response, or if the headers contradict the length of the body.
 * @example
 * ```ts
 * import { renderResult, toHttp1Bytes } from 'apigw-proxy';
 *
 * const bytes = toHttp1Bytes(renderResult({ statusCode: 404, body: '' }, { target: 'rest' }));
 * console.log(new TextDecoder().decode(bytes).split('\r\n')[0]); // => HTTP/1.1 404 Not Found
 * ```
 */
export function toHttp1Bytes(response: HttpResponse): Uint8Array {
  checkShape(response);
  const head = formatHead(response);
  const body = checkFraming(response) === 'chunked' ? encodeChunk(response.body) : response.body;
  return writeBefore(body, head) ?? concatBytes([encodeText(head), body]);
}

/** Writes an ASCII head and the body. Returns `undefined` if the head has other characters. */
function writeBefore(body: Uint8Array, head: string): Uint8Array | undefined {
  const { length } = head;
  const inPlace = takeRoom(body, length);
  const bytes = inPlace ?? new Uint8Array(length + body.length);
  const { read, written } = encoder.encodeInto(head, inPlace?.subarray(0, length) ?? bytes);
  if (read !== length || written !== length) return undefined;
  if (inPlace === undefined) bytes.set(body, length);
  return bytes;
}

function formatHead(response: HttpResponse): string {
  checkStatusLine(response);
  // RFC 9112, section 4: the second space is required even if the reason phrase is empty.
  let head = `HTTP/1.1 ${response.status} ${response.statusText}\r\n`;
  let index = 0;
  for (const field of response.headers) {
    head += lineOf(field, index);
    index += 1;
  }
  return `${head}\r\n`;
}

/** Checks a header and returns its line. */
function lineOf(field: HttpField, index: number): string {
  const known = Array.isArray(field) && typeof field[0] === 'string' ? readHeaderName(field[0]) : undefined;
  if (known?.isValid && known.last.written === field[1]) return known.last.line;
  checkField(field, index);
  const [name, value] = field;
  const line = `${name}: ${value}\r\n`;
  if (known !== undefined && value.length <= LONGEST_VALUE) {
    known.last.written = value;
    known.last.line = line;
  }
  return line;
}

function checkFraming(response: HttpResponse): Framing {
  const framing = framingOf(response);
  if (framing !== undefined) return framing;
  const fields = response.headers.filter(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name));
  const found = [...fields.map(([name, value]) => `${name}: ${describeValue(value)}`), `${response.body.length} bytes in the body`].join(
    ', ',
  );
  throw new UnsafeResponseError(
    'unsafe-framing',
    ['headers'],
    `Content-Length and Transfer-Encoding must match the body and the status ${response.status}; got ${found}.`,
  );
}

/** RFC 9112, section 7.1: a chunk is its size in hexadecimal and its bytes. A chunk of size 0 is the last one. */
function encodeChunk(body: Uint8Array): Uint8Array {
  if (body.length === 0) return encodeText('0\r\n\r\n');
  return concatBytes([encodeText(`${body.length.toString(16)}\r\n`), body, encodeText('\r\n0\r\n\r\n')]);
}
