import { instanceCheck, markError } from './error-mark.js';
import { isAsciiFieldValue, isFieldName, isSafeFieldValue } from './field-syntax.js';
import { framingOf } from './http1-framing.js';
import type { HttpResponse } from './response.js';
import { encodeText, joined } from './text.js';

const encoder = new TextEncoder();

/** A response that cannot be written without becoming another one: a name or value holds what would end it early. */
export class UnsafeResponseError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('UnsafeResponseError');
  override readonly name = 'UnsafeResponseError';
  /** What is wrong, as a stable code. */
  readonly code: 'unsafe-status' | 'unsafe-header-name' | 'unsafe-header-value' | 'unsafe-framing';
  /** Where it is wrong: keys from the response inwards, for example `['headers', 2]`. */
  readonly path: readonly (string | number)[];

  constructor(code: UnsafeResponseError['code'], path: readonly (string | number)[], reason: string) {
    super(`${path.join('.')}: ${reason}`);
    markError(this, 'UnsafeResponseError');
    this.code = code;
    this.path = path;
  }
}

/**
 * Writes a response as HTTP/1.1: status line, fields, an empty line, body. Text outside ASCII is written as UTF-8. Nothing is added: a
 * response without `Content-Length` has none on the wire either. With `Transfer-Encoding: chunked`, the body is written as one chunk.
 *
 * @throws {UnsafeResponseError} when a name or a value could split the response, or its fields do not agree on where the body ends.
 */
export function toHttp1Bytes(response: HttpResponse): Uint8Array {
  const head = headOf(response);
  const framing = framingOf(response);
  if (framing === undefined) {
    throw new UnsafeResponseError('unsafe-framing', ['headers'], 'Content-Length and Transfer-Encoding do not agree with the body.');
  }
  const body = framing === 'chunked' ? chunked(response.body) : response.body;
  const bytes = new Uint8Array(head.length + body.length);
  const { read, written } = encoder.encodeInto(head, bytes);
  if (read !== head.length || written !== head.length) return joined(encodeText(head), body);
  bytes.set(body, written);
  return bytes;
}

/** RFC 9112, section 7.1: size in hexadecimal, the bytes; a chunk of size zero is the last one. */
function chunked(body: Uint8Array): Uint8Array {
  if (body.length === 0) return encodeText('0\r\n\r\n');
  return joined(joined(encodeText(`${body.length.toString(16)}\r\n`), body), encodeText('\r\n0\r\n\r\n'));
}

function headOf({ status, statusText, headers }: HttpResponse): string {
  // RFC 9112, section 4: three digits; a space before the reason phrase also when that is empty.
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    throw new UnsafeResponseError('unsafe-status', ['status'], `${status} is not a status of three digits.`);
  }
  if (!isSafeFieldValue(statusText)) {
    throw new UnsafeResponseError('unsafe-status', ['statusText'], 'The reason phrase holds a control character.');
  }
  let head = `HTTP/1.1 ${status} ${statusText}\r\n`;
  let index = 0;
  for (const [name, value] of headers) {
    if (!isFieldName(name)) {
      throw new UnsafeResponseError('unsafe-header-name', ['headers', index], `${JSON.stringify(name)} is not a field name.`);
    }
    if (!isAsciiFieldValue(value) && !isSafeFieldValue(value)) {
      throw new UnsafeResponseError('unsafe-header-value', ['headers', index], `The value of ${name} holds a control character.`);
    }
    head += `${name}: ${value}\r\n`;
    index += 1;
  }
  return `${head}\r\n`;
}
