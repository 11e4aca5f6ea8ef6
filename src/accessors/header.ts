import { isPayload2, type RequestEvent } from './event.js';

/**
 * The value of a header, its name in any case; `undefined` when it was not sent. A repeated header's values are joined with commas, as
 * payload 2.0 has them in any case; Cookie's are joined with semicolons.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.3
 */
export function header(event: RequestEvent, name: string): string | undefined {
  const key = name.toLowerCase();
  // recorded: payload 2.0 has names in lower case, and the cookies in a list of their own; an HTTP API has them there alone.
  if (isPayload2(event)) return (key === 'cookie' ? event.cookies?.join('; ') : undefined) ?? event.headers[key];
  return valuesOf(event.multiValueHeaders, key)?.join(key === 'cookie' ? '; ' : ',') ?? valuesOf(event.headers, key)?.at(-1);
}

/**
 * The values of a header that is a list (`Accept`, `If-None-Match`, `X-Forwarded-For` …), in order, however many lines it was sent in:
 * split at commas outside quotes, trimmed, empty ones left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1
 */
export function headerList(event: RequestEvent, name: string): string[] {
  const elements = header(event, name)?.match(LIST_ELEMENT) ?? [];
  return elements.map((element) => element.trim()).filter((element) => element !== '');
}

/** RFC 9110, section 5.6.4: a quoted string may hold commas, and a quote behind a backslash. */
const LIST_ELEMENT = /(?:"(?:[^"\\]|\\.)*"?|[^,"])+/g;

type HeaderMap = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The values under a name in all its spellings. */
function valuesOf(map: HeaderMap | null | undefined, key: string): string[] | undefined {
  const found = Object.keys(map ?? {}).filter((name) => name.toLowerCase() === key);
  const values = found.flatMap((name) => map?.[name] ?? []);
  return values.length === 0 ? undefined : values;
}
