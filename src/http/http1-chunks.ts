import { describeValue } from './describe-value.js';
import { valueOfHexDigit } from './hex-digit.js';
import { type Cursor, isFramingName, readFields, readLine, skipLineEnd } from './http1-lines.js';
import { MalformedRequestError } from './malformed-request-error.js';
import { decodeLatin1 } from './text.js';

const HEX_DIGITS = /^[0-9A-Fa-f]+$/;

/**
 * RFC 9112, section 7.1.1: chunk-ext = *( ";" chunk-ext-name [ "=" chunk-ext-val ] ). Names are tokens, values are tokens or quoted strings
 * (RFC 9110, section 5.6). The RFC also allows "bad whitespace" around `;` and `=`. This grammar doesn't, and neither does node:http.
 */
const EXTENSIONS =
  /^(?:;[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:=(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"))?)*$/;

/** Longest extensions of one chunk, in bytes. RFC 9112, section 7.1.1, asks for a limit, and this is the limit of node:http. */
const MAX_EXTENSIONS = 16_384;

/**
 * Reads a chunked body. Trailers are checked and dropped, because they are not headers (RFC 9110, section 6.5).
 *
 * RFC 9112, section 7.1: chunked-body = *chunk last-chunk trailer-section CRLF
 */
export function readChunkedBody(cursor: Cursor): Uint8Array {
  // The first pass checks the chunks and adds up their sizes. The second pass copies each byte once, to its final place.
  const body = new Uint8Array(measureChunks({ ...cursor }));
  let length = 0;
  for (let size = readChunkSize(cursor); size > 0; size = readChunkSize(cursor)) {
    body.set(cursor.bytes.subarray(cursor.at, cursor.at + size), length);
    length += size;
    cursor.at += size + 2;
  }
  for (const [name, value] of readFields(cursor)) {
    if (isFramingName(name)) throw new MalformedRequestError('bad-trailer', describeValue(`${name}: ${value}`));
  }
  return body;
}

function measureChunks(cursor: Cursor): number {
  let length = 0;
  for (let size = readChunkSize(cursor); size > 0; size = readChunkSize(cursor)) {
    const available = cursor.bytes.length - cursor.at;
    if (available < size) throw new MalformedRequestError('incomplete', `${available} of the ${size} bytes of a chunk`);
    length += size;
    cursor.at += size;
    skipChunkEnd(cursor);
  }
  return length;
}

function skipChunkEnd(cursor: Cursor): void {
  if (skipLineEnd(cursor)) return;
  const { bytes, at } = cursor;
  const found = decodeLatin1(bytes.subarray(at, at + 2));
  if ('\r\n'.startsWith(found)) throw new MalformedRequestError('incomplete', 'a chunk without the CRLF after its data');
  throw new MalformedRequestError('bad-chunk-data', describeValue(found));
}

/** Reads the first line of a chunk and returns its size. */
function readChunkSize(cursor: Cursor): number {
  const { bytes, at } = cursor;
  let size = 0;
  let end = at;
  for (let digit = valueOfHexDigit(bytes[end]); digit >= 0; digit = valueOfHexDigit(bytes[end])) {
    size = size * 16 + digit;
    end += 1;
  }
  if (end === at || !Number.isSafeInteger(size)) return readSizeLine(cursor);
  cursor.at = end;
  if (skipLineEnd(cursor)) return size;
  cursor.at = at;
  return readSizeLine(cursor);
}

/** Reads the first line of a chunk if it has more than a size: extensions, which are checked and dropped, or a mistake. */
function readSizeLine(cursor: Cursor): number {
  const line = readLine(cursor);
  const semicolon = line.indexOf(';');
  const digits = semicolon < 0 ? line : line.slice(0, semicolon);
  const size = HEX_DIGITS.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  if (!Number.isSafeInteger(size)) throw new MalformedRequestError('bad-chunk-size', describeValue(digits));
  const extensions = line.slice(digits.length);
  if (extensions.length > MAX_EXTENSIONS || !EXTENSIONS.test(extensions)) {
    throw new MalformedRequestError('bad-chunk-extension', describeValue(extensions));
  }
  return size;
}
