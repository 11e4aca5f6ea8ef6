import { valueOfHexDigit } from './hex-digit.js';
import { wellFormed } from './text.js';

/** A run of percent escapes. Several of them can be the bytes of one character. */
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;
/** Most paths need no encoding. */
const PLAIN_PATH = /^[\w.~/%-]*$/;
const PLAIN_SEGMENT = /^[\w.~-]*$/;
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Percent-decodes a path as UTF-8. `+` and stray `%` stay, and invalid UTF-8 becomes U+FFFD. Never throws. */
export function decodePath(text: string): string {
  return text.includes('%') ? text.replace(ESCAPES, decodeEscapes) : text;
}

/** Percent-decodes a path like {@link decodePath}, and cuts it off at a question mark that this brings to light. */
export function decodePathUntilQuery(text: string): string {
  const path = decodePath(text);
  const mark = path.indexOf('?');
  return mark < 0 ? path : path.slice(0, mark);
}

/** Percent-encodes the characters that are not allowed in a path. Existing escapes stay. */
export function encodePath(text: string): string {
  return PLAIN_PATH.test(text) ? text : encodeURI(wellFormed(text)).replaceAll('%25', '%').replaceAll('#', '%23');
}

/** Percent-encodes the characters that are not allowed in a path segment, including `/`. */
export function encodeSegment(text: string): string {
  return PLAIN_SEGMENT.test(text) ? text : encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, escapeOf);
}

/** Returns the query of a request target, without the question mark. */
export function queryOf(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? '' : target.slice(mark + 1);
}

/**
 * Returns the name and value pairs of a query in order, like the URL standard's parser for `application/x-www-form-urlencoded`.
 *
 * `+` is a space, and `a` has an empty value. Never throws.
 */
export function parseQuery(query: string): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  forEachParameter(query, (name, value) => pairs.push([name, value]));
  return pairs;
}

/** Calls a function with the name and the value of each parameter of a query, see {@link parseQuery}. */
export function forEachParameter(query: string, use: (name: string, value: string) => void): void {
  for (let start = 0; start < query.length; ) {
    const next = query.indexOf('&', start);
    const end = next < 0 ? query.length : next;
    const pair = query.slice(start, end);
    const equals = pair.indexOf('=');
    if (equals >= 0) use(decodeParameter(pair.slice(0, equals)), decodeParameter(pair.slice(equals + 1)));
    else if (pair !== '') use(decodeParameter(pair), '');
    start = end + 1;
  }
}

/** Writes name and value pairs as a query. Spaces become `+`. */
export function formatQuery(pairs: Iterable<readonly [name: string, value: string]>): string {
  let query = '';
  for (const [name, value] of pairs) query += `${query === '' ? '' : '&'}${encodeParameter(name)}=${encodeParameter(value)}`;
  return query;
}

function decodeParameter(text: string): string {
  return decodePath(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** Percent-encodes a name or a value of a query. Spaces become `+`. */
export function encodeParameter(text: string): string {
  return PLAIN_SEGMENT.test(text) ? text : encodeSegment(text).replaceAll('%20', '+');
}

/** Returns whether no character needs encoding anywhere. Most texts are short, so this is faster than a RegExp. */
export function isUnreserved(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isUnreservedCode(text.charCodeAt(index))) return false;
  return true;
}

/** Whether a character is a letter, a digit, or one of `-._~` (RFC 3986, section 2.3). */
function isUnreservedCode(code: number): boolean {
  if (code > 0x60) return code < 0x7b || code === 0x7e;
  if (code > 0x40) return code < 0x5b || code === 0x5f;
  return code > 0x2c && code < 0x3a && code !== 0x2f;
}

function decodeEscapes(escapes: string): string {
  const bytes = new Uint8Array(escapes.length / 3);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = valueOfHexDigit(escapes.charCodeAt(index * 3 + 1)) * 16 + valueOfHexDigit(escapes.charCodeAt(index * 3 + 2));
  }
  return UTF8.decode(bytes);
}

function escapeOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
