import { describeValue } from './describe-value.js';
import { isFieldName, isSafeFieldValue, trimFieldValue } from './field-syntax.js';
import { MalformedRequestError } from './malformed-request-error.js';
import type { HttpField } from './request.js';
import { decodeLatin1 } from './text.js';

/** A position in the bytes of a message. The functions that read from it move it forward. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** Headers that determine where the body ends. */
const FRAMING_NAMES: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding']);

const CR = 0x0d;
const LF = 0x0a;

/**
 * Reads a line and its CRLF. Each byte becomes one character.
 *
 * RFC 9112, section 2.2, allows servers to accept a lone LF as a line end. Some do and some don't, so this function rejects it.
 */
export function readLine(cursor: Cursor): string {
  const { bytes, at } = cursor;
  const end = bytes.indexOf(LF, at);
  const line = decodeLatin1(bytes.subarray(at, end < 0 ? bytes.length : end));
  const cr = line.indexOf('\r');
  if (end < 0 && (cr < 0 || cr === line.length - 1)) {
    throw new MalformedRequestError('incomplete', `${describeValue(line)} without CRLF`);
  }
  if (cr < 0 || cr < line.length - 1) throw new MalformedRequestError('bad-line-ending', describeValue(end < 0 ? line : `${line}\n`));
  cursor.at = end + 1;
  return line.slice(0, -1);
}

/** Skips CRLF. Returns `false` if something else comes next. */
export function skipLineEnd(cursor: Cursor): boolean {
  if (cursor.bytes[cursor.at] !== CR || cursor.bytes[cursor.at + 1] !== LF) return false;
  cursor.at += 2;
  return true;
}

/** Reads header or trailer lines and the empty line after them. */
export function readFields(cursor: Cursor): HttpField[] {
  const fields: HttpField[] = [];
  for (let line = readLine(cursor); line !== ''; line = readLine(cursor)) fields.push(parseField(line));
  return fields;
}

/** Returns whether a header determines where the body ends. */
export function isFramingName(name: string): boolean {
  return FRAMING_NAMES.has(name.toLowerCase());
}

/** RFC 9112, section 5: field-line = field-name ":" OWS field-value OWS */
function parseField(line: string): HttpField {
  if (line.startsWith(' ') || line.startsWith('\t')) throw new MalformedRequestError('folded-header', describeValue(line));
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (!isFieldName(name)) throw new MalformedRequestError('bad-header-name', describeValue(line));
  const value = line.slice(colon + 1);
  if (!isSafeFieldValue(value)) throw new MalformedRequestError('bad-header-value', describeValue(line));
  // Servers disagree about a tab after `chunked` or after a length. The tab stays here, so that the value is rejected later.
  return [name, isFramingName(name) && value.endsWith('\t') ? value : trimFieldValue(value)];
}
