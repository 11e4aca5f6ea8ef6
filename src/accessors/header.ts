import { isPayload2 } from '../aws/payload-format.js';
import { requireString } from '../http/argument-error.js';
import type { EventHeaders } from './event.js';
import { requireEvent } from './require-event.js';

/**
 * Returns the value of a header, whatever case the client used.
 *
 * Repeated headers are joined with `,`, and repeated Cookie headers with `; `. Returns `undefined` if the header is missing.
 *
 * @param event an event with headers: of an HTTP request, a `$connect`, or an authorizer.
 * @param name the name of the header, in any case.
 * @throws TypeError if the event is not an object, or the name not a string.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.3
 * @example
 * ```ts
 * import { buildRestEvent, header } from 'apigw-proxy';
 *
 * const event = buildRestEvent({ headers: { Accept: ['text/html', 'image/*'] } });
 * console.log(header(event, 'accept')); // => text/html,image/*
 * ```
 */
export function header(event: EventHeaders, name: string): string | undefined {
  const key = requireString(['name'], name).toLowerCase();
  const values = headerValues(event, key);
  return values.length === 0 ? undefined : values.join(key === 'cookie' ? '; ' : ',');
}

/**
 * Returns the elements of a list header (`Accept`, `If-None-Match`, `X-Forwarded-For` …) in order, even if the client sent it in several
 * lines.
 *
 * Splits at commas outside quotes, trims the elements and leaves out empty ones. Returns an empty array if the header is missing.
 *
 * @param event an event with headers: of an HTTP request, a `$connect`, or an authorizer.
 * @param name the name of the header, in any case.
 * @throws TypeError if the event is not an object, or the name not a string.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1
 * @example
 * ```ts
 * import { buildRestEvent, headerList } from 'apigw-proxy';
 *
 * const event = buildRestEvent({ headers: { Accept: 'text/html, image/*;q=0.5' } });
 * console.log(headerList(event, 'accept')); // => ['text/html', 'image/*;q=0.5']
 * ```
 */
export function headerList(event: EventHeaders, name: string): string[] {
  const text = header(event, name) ?? '';
  const elements: string[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = endOfElement(text, start);
    const element = text.slice(start, end).trim();
    if (element !== '') elements.push(element);
    start = end + 1;
  }
  return elements;
}

/**
 * Returns where the element that starts at an index ends. RFC 9110, section 5.6.4: a quoted string can have commas, and quotes after a
 * backslash.
 */
function endOfElement(text: string, start: number): number {
  let isQuoted = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (character === ',' && !isQuoted) return index;
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) index += 1;
  }
  return text.length;
}

/**
 * Returns the values of a header, in the order in which the client sent them. Every look-up of a header in an event happens here, so a
 * repeated header means the same everywhere.
 *
 * @param key name of the header in lower case.
 */
function headerValues(event: EventHeaders, key: string): readonly string[] {
  requireEvent(event);
  const isFormat2: boolean = isPayload2(event);
  const first = isFormat2 ? valuesInPayload2(event, key) : valuesOf(event.multiValueHeaders, key);
  // Handwritten events often have names in a different case, or a header in only one of the two maps.
  return first.length > 0 ? first : valuesOf(event.headers, key);
}

/**
 * recorded [http2-duplicate-header-query-cookie, furl-encoded-path-and-cookies]: names are in lower case, and an HTTP API moves cookies out
 * of the headers. A function URL has them in both places.
 */
function valuesInPayload2({ headers, cookies }: EventHeaders, key: string): readonly string[] {
  if (key === 'cookie' && cookies) return stringsIn(cookies);
  return headers && Object.hasOwn(headers, key) ? stringsIn(headers[key]) : [];
}

/** Returns the values of a name in all its spellings. */
function valuesOf(map: HeaderMap, key: string): string[] {
  const values: string[] = [];
  // `for…in` builds no array of names, and most names differ in length. Together, this is five times as fast.
  for (const name in map) {
    if (name.length !== key.length || name.toLowerCase() !== key || !Object.hasOwn(map, name)) continue;
    for (const value of stringsIn(map[name])) values.push(value);
  }
  return values;
}

/** Returns the strings in a value or an array of values. AWS sends nothing else. */
export function stringsIn(values: unknown): readonly string[] {
  if (typeof values === 'string') return [values];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}

type HeaderMap = Readonly<Record<string, unknown>> | null | undefined;

/** Returns every header of an event, name and value: a pair for each line that the payload format keeps apart. */
export function headerPairs(event: EventHeaders): [name: string, value: string][] {
  const hasLists: boolean = !isPayload2(event);
  const lists = hasLists ? pairsOf(event.multiValueHeaders) : [];
  const listed = new Set(lists.map(([name]) => name.toLowerCase()));
  return [...lists, ...pairsOf(event.headers).filter(([name]) => !listed.has(name.toLowerCase()))];
}

function pairsOf(map: HeaderMap): [name: string, value: string][] {
  return Object.entries(map ?? {}).flatMap(([name, values]) => stringsIn(values).map((value): [string, string] => [name, value]));
}
