/** Runs of percent escapes: neighbours may be the bytes of one character. */
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Percent-decodes a path as UTF-8, `+` staying `+`. Never throws: a stray `%` stays, bytes that are no UTF-8 become U+FFFD. */
export function decodePath(text: string): string {
  return text.includes('%') ? text.replace(ESCAPES, decodeEscapes) : text;
}

/** Percent-encodes what may not stand in a path; escapes that are there stay. */
export function encodePath(text: string): string {
  return encodeURI(text.replace(LONE_SURROGATE, '\uFFFD')).replaceAll('%25', '%');
}

/** Percent-encodes what may not stand in a path segment; `/` is encoded, too. */
export function encodeSegment(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Name and value pairs of a query, in order, decoded with `+` as a space; `a` gives an empty value. Never throws. */
export function parseQuery(query: string): [name: string, value: string][] {
  // A leading '&' keeps URLSearchParams from dropping a '?' that belongs to the first name.
  return query === '' ? [] : [...new URLSearchParams(`&${query}`)];
}

function decodeEscapes(escapes: string): string {
  return UTF8.decode(Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16)));
}
