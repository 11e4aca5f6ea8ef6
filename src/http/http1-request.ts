import { describeValue } from './describe-value.js';
import { readChunkedBody } from './http1-chunks.js';
import { type Cursor, readFields, readLine, skipLineEnd } from './http1-lines.js';
import { isBytes } from './is-object.js';
import { MalformedRequestError } from './malformed-request-error.js';
import type { HttpRequest } from './request.js';
import { checkRequestHead, type RequestHead } from './request-head.js';
import { decodeLatin1 } from './text.js';

/** RFC 9112, section 3: request-line = method SP request-target SP HTTP-version */
const REQUEST_LINE = /^([^ ]+) ([^ ]+) ([^ ]+)$/;

/** RFC 9112, section 2.3: the version is case-sensitive, with one digit before the dot and one after it. */
const VERSION = /^HTTP\/(\d\.\d)$/;

/**
 * Reads the bytes of one HTTP/1.1 request.
 *
 * The body ends where Content-Length or `Transfer-Encoding: chunked` says. Chunk extensions and trailers are checked and dropped. In header
 * values, each byte becomes one character.
 *
 * The function is strict. It rejects everything that two servers could read differently, such as two lengths, a lone line feed, or bytes
 * after the end of the request.
 *
 * @param bytes the bytes of exactly one request.
 * @throws {MalformedRequestError} if the bytes are not exactly one request.
 * @example
 * ```ts
 * import { fromHttp1Bytes } from 'apigw-proxy/http';
 *
 * const bytes = new TextEncoder().encode('GET /a?b=1 HTTP/1.1\r\nHost: api.example.com\r\n\r\n');
 * console.log(fromHttp1Bytes(bytes).target); // => /a?b=1
 * ```
 */
export function fromHttp1Bytes(bytes: Uint8Array): HttpRequest {
  if (!isBytes(bytes)) throw new MalformedRequestError('not-bytes', describeValue(bytes));
  const cursor: Cursor = { bytes, at: 0 };
  skipEmptyLines(cursor);
  const head = readHead(cursor);
  const framing = checkRequestHead(head);
  const body = framing === 'chunked' ? readChunkedBody(cursor) : readBody(cursor, framing);
  checkEnd(cursor);
  const { method, target, headers } = head;
  return { method, target, headers, ...(body.length > 0 && { body }) };
}

function readHead(cursor: Cursor): RequestHead {
  const line = readLine(cursor);
  const [, method, target, version] = REQUEST_LINE.exec(line) ?? [];
  if (method === undefined || target === undefined || version === undefined) {
    throw new MalformedRequestError('bad-request-line', describeValue(line));
  }
  const [, number] = VERSION.exec(version) ?? [];
  if (number === undefined) throw new MalformedRequestError('bad-version', describeValue(version));
  return { method, target, version: number, headers: readFields(cursor) };
}

function readBody(cursor: Cursor, length: number): Uint8Array {
  const { bytes, at } = cursor;
  const available = bytes.length - at;
  if (available < length) throw new MalformedRequestError('incomplete', `${available} of the ${length} bytes of the body`);
  cursor.at += length;
  return new Uint8Array(bytes.subarray(at, at + length));
}

/** RFC 9112, section 2.2: servers ignore empty lines before a request. Some old clients send one after a body. */
function skipEmptyLines(cursor: Cursor): void {
  while (skipLineEnd(cursor));
}

function checkEnd(cursor: Cursor): void {
  skipEmptyLines(cursor);
  const { bytes, at } = cursor;
  if (at < bytes.length) throw new MalformedRequestError('trailing-bytes', describeValue(decodeLatin1(bytes.subarray(at, at + 100))));
}
