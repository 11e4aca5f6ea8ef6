import { argumentError, requireObject, requireString } from '../../http/argument-error.js';
import { decodeBase64 } from '../../http/base64.js';
import { isObject } from '../../http/is-object.js';
import { byteLength, wellFormed } from '../../http/text.js';
import { copyEvent } from '../request/copy-event.js';
import { anonymizeBody } from './body.js';
import { FIELDS, HEADERS, MAPS, type Policy } from './policies.js';
import type { Scope } from './texts.js';
import { anonymizeValue, mapFields } from './values.js';
import { mapWords, type Replace, replacerOf, wordsIn } from './words.js';

/** Options of {@link anonymize}. */
export interface AnonymizeOptions {
  /** Words to leave as they are, and strings whose words stay, such as the segments of a path that your code compares. Default: none. */
  readonly keep?: readonly string[];
  /**
   * The replacements of words so far; new ones are added. Pass the same `Map` for several events, and a user is the same user in all of them.
   * Default: an empty map.
   */
  readonly known?: Map<string, string>;
}

/**
 * Returns a copy of an event that no longer identifies people, accounts or APIs. It replaces addresses, account ids, ids of APIs and requests,
 * host names, tokens, cookies, keys, certificates, claims, and the values in the path, the query, the headers and the body.
 *
 * The same word always gets the same replacement, so fields that mirror each other still do, and the event is still valid for its guard.
 * Names of headers, cookies, parameters and JSON keys stay, and so do methods, routes, stages, times, media types and numbers of up to five digits.
 *
 * Segments of the path that the route doesn't name are replaced, too. Pass those that your code needs as `keep`.
 *
 * @param event a captured event of any kind.
 * @param options words to keep, and replacements that other events have used.
 * @throws TypeError if the event is not an object, or not JSON because it contains itself, and if an option has the wrong type.
 * @example
 * ```ts
 * import { anonymize, buildHttpEvent } from 'apigw-proxy';
 *
 * const captured = buildHttpEvent({ route: 'POST /users/{id}', path: '/users/ada', json: { id: 'ada' }, cookies: { session: 'abc' } });
 * const event = anonymize(captured);
 * console.log(event.rawPath, event.body, event.cookies); // => /users/x01 {"id":"x01"} [ 'session=x02' ]
 * ```
 */
export function anonymize<E extends object>(event: E, options: AnonymizeOptions = {}): E {
  if (typeof event !== 'object' || event === null) throw argumentError(['event'], 'an event', event, 'Pass the whole event.');
  requireObject(['options'], options);
  const { keep = [], known = new Map() } = options;
  if (!Array.isArray(keep)) throw argumentError(['options', 'keep'], 'an array of strings', keep);
  for (const [index, word] of keep.entries()) requireString(['options', 'keep', String(index)], word);
  if (!isMap(known)) throw argumentError(['options', 'known'], 'a Map', known);
  return copyEvent(event, () => anonymizeWords(event, keep, known));
}

/** Returns whether a value is a `Map`. It can come from another realm, such as a test environment. */
function isMap(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Map]';
}

function anonymizeWords<E extends object>(event: E, keep: readonly string[], known: Map<string, string>): E {
  const kept = wordsIn(keep);
  const originals = new Set<string>();
  const policies = new Map<string, Policy>();
  // A word that occurs anywhere in the event must not become the replacement of another one.
  anonymizeEvent(event, policies, (text) => mapWords(text, (word) => originals.add(word) && word));
  const replace = replacerOf(originals, known);
  const anonymized = anonymizeEvent(event, policies, (text) => mapWords(text, (word) => (kept.has(word) ? word : replace(word))));
  return anonymized as E; // it has the same fields, with other values
}

function anonymizeEvent(event: object, policies: Map<string, Policy>, replace: Replace): object {
  const scope: Scope = { replace, policies, literals: literalsOf(event) };
  const { body, isBase64Encoded } = event as { readonly body?: unknown; readonly isBase64Encoded?: unknown }; // compared below
  if (typeof body !== 'string') return mapFields(event, (value, key) => anonymizeField(value, key, scope));
  const isBase64 = isBase64Encoded === true;
  const anonymized = anonymizeBody(body, isBase64, contentTypeOf(event), scope);
  const lengths: Lengths = [lengthOf(body, isBase64), lengthOf(anonymized, isBase64)];
  return mapFields(event, (value, key) => (key === 'body' ? anonymized : anonymizeField(value, key, scope, lengths)));
}

/** The length of the body before and after, in digits: the value of Content-Length. */
type Lengths = readonly [before: string, after: string];

function anonymizeField(value: unknown, key: string, scope: Scope, lengths?: Lengths): unknown {
  const ofMap = MAPS.get(key);
  if (ofMap !== undefined) return anonymizeValue(value, ofMap, scope);
  const policy = FIELDS.get(key);
  if (policy !== undefined || !isObject(value)) return anonymizeValue(value, policy ?? 'words', scope);
  if (key === 'headers' || key === 'multiValueHeaders') return anonymizeHeaders(value, scope, lengths);
  return mapFields(value, (part, name) => anonymizeField(part, name, scope, lengths));
}

function anonymizeHeaders(headers: object, scope: Scope, lengths: Lengths | undefined): unknown {
  return mapFields(headers, (value, name) => {
    const key = name.toLowerCase();
    if (key === 'content-length' && lengths !== undefined && [value].flat()[0] === lengths[0])
      return Array.isArray(value) ? [lengths[1]] : lengths[1];
    return anonymizeValue(value, HEADERS.get(key) ?? 'words', scope);
  });
}

/** Returns the segments of the path that the route and the stage name. */
function literalsOf(event: object): ReadonlySet<string> {
  const { resource, routeKey, requestContext } = event as Record<'resource' | 'routeKey' | 'requestContext', unknown>; // checked below
  const { stage, resourcePath } = isObject(requestContext) ? requestContext : {};
  const texts = [stage, resource, routeKey, resourcePath].filter((text) => typeof text === 'string');
  return new Set(texts.flatMap((text) => text.split('/')));
}

function contentTypeOf(event: object): string | undefined {
  const { headers } = event as { readonly headers?: unknown }; // checked below
  const found = Object.entries(isObject(headers) ? headers : {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return typeof found === 'string' ? found : undefined;
}

function lengthOf(body: string, isBase64Encoded: boolean): string {
  return String(isBase64Encoded ? decodeBase64(body)?.length : byteLength(wellFormed(body)));
}
