import type { RequestEvent } from './event.js';
import { header } from './header.js';

/** RFC 6265, section 5.2 read backwards: what a serializer has escaped comes back. */
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

/**
 * The request's cookies, name to value. Of several with one name the first wins: browsers send the one with the longest path first.
 * Quotes around a value go, percent escapes are decoded where they are UTF-8, and a piece without `=` is left out.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis
 */
export function cookies(event: RequestEvent): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of header(event, 'cookie')?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals < 0 || name === '' || found.has(name)) continue;
    const value = pair.slice(equals + 1).trim();
    found.set(name, (/^"(.*)"$/.exec(value)?.[1] ?? value).replace(ESCAPES, decode));
  }
  return found;
}

function decode(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
