import { valueOfHexDigit } from './hex-digit.js';

/** Runs of percent escapes: neighbours may be the bytes of one character. */
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Texts that percent-encoding leaves alone, as most are. */
const PLAIN_SEGMENT = /^[\w.~-]*$/;
const PLAIN_PATH = /^[\w.~/%-]*$/;
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Percent-decodes a path as UTF-8, `+` staying `+`. Never throws: a stray `%` stays, bytes that are no UTF-8 become U+FFFD. */
export function decodePath(text: string): string {
  return text.includes('%') ? text.replace(ESCAPES, decodeEscapes) : text;
}

/** Percent-encodes what may not stand in a path; escapes that are there stay. */
export function encodePath(text: string): string {
  return PLAIN_PATH.test(text) ? text : encodeURI(wellFormed(text)).replaceAll('%25', '%').replaceAll('#', '%23');
}

/** Percent-encodes what may not stand in a path segment; `/` is encoded, too. */
export function encodeSegment(text: string): string {
  return PLAIN_SEGMENT.test(text) ? text : encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, escapeOf);
}

/** Returns the query of a request target, without its question mark. */
export function queryOf(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? '' : target.slice(mark + 1);
}

/**
 * Name and value pairs of a query, in order, split as the URL standard splits `application/x-www-form-urlencoded`: at `&`, then at the
 * first `=`, decoded with `+` as a space; `a` gives an empty value. Never throws.
 */
export function parseQuery(query: string): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (const pair of query === '' ? [] : query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    pairs.push(equals < 0 ? [decodeWord(pair), ''] : [decodeWord(pair.slice(0, equals)), decodeWord(pair.slice(equals + 1))]);
  }
  return pairs;
}

/** Writes name and value pairs as a query, spaces as `+`. */
export function formatQuery(pairs: Iterable<readonly [name: string, value: string]>): string {
  let query = '';
  for (const [name, value] of pairs) query += `${query === '' ? '' : '&'}${encodeWord(name)}=${encodeWord(value)}`;
  return query;
}

function decodeWord(text: string): string {
  return decodePath(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

function encodeWord(text: string): string {
  const word = encodeSegment(text);
  return word.includes('%20') ? word.replaceAll('%20', '+') : word;
}

function decodeEscapes(escapes: string): string {
  const bytes = new Uint8Array(escapes.length / 3);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = valueOfHexDigit(escapes.charCodeAt(index * 3 + 1)) * 16 + valueOfHexDigit(escapes.charCodeAt(index * 3 + 2));
  }
  return UTF8.decode(bytes);
}

/** The text with U+FFFD for lone surrogates, which have no UTF-8. */
function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}

function escapeOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
