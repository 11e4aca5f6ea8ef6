import type { EventHeaders } from './event.js';
import { header } from './header.js';
import type { SchemaOutput, StandardSchema } from './standard-schema.js';
import { gather, validate } from './validate.js';

/** Runs of percent escapes: one character can be several of them. */
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

/**
 * Returns the request's cookies, name to value. If several cookies have the same name, the first wins: browsers send the one with the
 * longest path first.
 *
 * Removes quotes around a value and decodes percent escapes that are valid UTF-8. Leaves out pieces without `=`.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @param schema a Standard Schema (zod, valibot, arktype …) that checks and converts the cookies. It gets an object: name to value. The name
 *   `__proto__` is left out.
 * @throws SchemaError if the schema rejects the cookies.
 * @throws TypeError if the event is not an object, or the schema not a synchronous Standard Schema.
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis
 * @example
 * ```ts
 * import { buildHttpEvent, cookies } from 'apigw-proxy';
 *
 * const event = buildHttpEvent({ headers: { Cookie: 'session=a%20b; theme=dark' } });
 * console.log(cookies(event).get('session')); // => a b
 * ```
 */
export function cookies(event: EventHeaders): ReadonlyMap<string, string>;
export function cookies<Schema extends StandardSchema>(event: EventHeaders, schema: Schema): SchemaOutput<Schema>;
export function cookies(event: EventHeaders, schema?: StandardSchema): unknown {
  const found = cookiesOf(event);
  return schema === undefined ? found : validate('cookies', schema, gather(found));
}

function cookiesOf(event: EventHeaders): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of header(event, 'cookie')?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals < 0 || name === '' || found.has(name)) continue;
    const value = pair.slice(equals + 1).trim();
    found.set(name, withoutQuotes(value).replace(ESCAPES, decode));
  }
  return found;
}

function withoutQuotes(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function decode(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
