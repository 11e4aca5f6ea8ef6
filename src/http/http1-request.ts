import { instanceCheck, markError } from './error-mark.js';
import { firstValueOf, isFieldName, trimFieldValue } from './field-syntax.js';
import type { HttpField, HttpRequest } from './request.js';

/** Bytes that are no HTTP/1.1 request. */
export class MalformedRequestError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('MalformedRequestError');
  override readonly name = 'MalformedRequestError';
  /** What is wrong, as a stable code. */
  readonly code: 'bad-request-line' | 'bad-header' | 'bad-chunk' | 'incomplete';

  constructor(code: MalformedRequestError['code'], reason: string) {
    super(reason);
    markError(this, 'MalformedRequestError');
    this.code = code;
  }
}

/** RFC 9112, section 3: method, target, version, one space between them. */
const REQUEST_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP\/1\.[01]$/;
const LATIN1 = new TextDecoder('latin1');
const CRLF = '\r\n';

/**
 * Reads one HTTP/1.1 request: request line, fields, and the body that Content-Length or `Transfer-Encoding: chunked` announces.
 *
 * @throws {MalformedRequestError} when the bytes are no request, or not all of one.
 */
export function fromHttp1Bytes(bytes: Uint8Array): HttpRequest {
  // One character a byte, so that positions in the text are positions in the bytes.
  const text = LATIN1.decode(bytes);
  const end = text.indexOf(CRLF + CRLF);
  if (end < 0) throw new MalformedRequestError('incomplete', 'There is no empty line after the header fields.');
  const [requestLine = '', ...lines] = text.slice(0, end).split(CRLF);
  const [, method, target] = REQUEST_LINE.exec(requestLine) ?? [];
  if (method === undefined || target === undefined) {
    throw new MalformedRequestError('bad-request-line', `${JSON.stringify(requestLine)} is no request line.`);
  }
  const headers = lines.map(fieldOf);
  const body = bodyOf(headers, bytes.subarray(end + 4), text.slice(end + 4));
  return { method, target, headers, ...(body.length > 0 && { body }) };
}

function fieldOf(line: string): HttpField {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (!isFieldName(name)) throw new MalformedRequestError('bad-header', `${JSON.stringify(line)} is no header field.`);
  return [name, trimFieldValue(line.slice(colon + 1))];
}

function bodyOf(headers: readonly HttpField[], bytes: Uint8Array, text: string): Uint8Array {
  if (firstValueOf(headers, 'transfer-encoding')?.toLowerCase().endsWith('chunked')) return joinChunks(bytes, text);
  const length = Number(firstValueOf(headers, 'content-length') ?? 0);
  if (!Number.isInteger(length) || length < 0) throw new MalformedRequestError('bad-header', 'Content-Length is no number.');
  if (bytes.length < length) throw new MalformedRequestError('incomplete', `The body has ${bytes.length} of ${length} bytes.`);
  return bytes.slice(0, length);
}

function joinChunks(bytes: Uint8Array, text: string): Uint8Array {
  const body: number[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = text.indexOf(CRLF, at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(text.slice(at, lineEnd), 16);
    if (Number.isNaN(size)) throw new MalformedRequestError('bad-chunk', `There is no chunk size at byte ${at} of the body.`);
    if (size === 0) return Uint8Array.from(body);
    const start = lineEnd + 2;
    if (bytes.length < start + size + 2) throw new MalformedRequestError('incomplete', 'The last chunk is cut off.');
    for (const byte of bytes.subarray(start, start + size)) body.push(byte);
    at = start + size + 2;
  }
}
