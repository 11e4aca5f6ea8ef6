import { isFieldName, isSafeFieldValue, trimFieldValue } from '../http/field-syntax.js';
import type { HttpField } from '../http/request.js';

/** Headers as people write them: by name with one value or several, pairs, or a Fetch `Headers`. */
export type ResultHeaders = Readonly<Record<string, string | readonly string[] | undefined>> | Iterable<HttpField>;

/** A field: its name as first spelled, and its values in order. */
export type FieldValues = readonly [name: string, values: string[]];

/**
 * Gathers fields by name, names in the order of their first appearance and in their first spelling.
 *
 * @throws TypeError for a name or value that could split the response, as Fetch's `Headers` does.
 */
export function gatherFields(pairs: Iterable<HttpField>): Map<string, FieldValues> {
  const fields = new Map<string, FieldValues>();
  for (const [name, value] of pairs) {
    if (!isFieldName(name) || !isSafeFieldValue(value)) throw new TypeError(`${JSON.stringify([name, value])} is no header.`);
    const key = name.toLowerCase();
    const field = fields.get(key);
    if (field === undefined) fields.set(key, [name, [trimFieldValue(value)]]);
    else field[1].push(trimFieldValue(value));
  }
  return fields;
}

/** The pairs of headers, in order. */
export function* pairsOf(headers: ResultHeaders): Iterable<HttpField> {
  if (isIterable(headers)) yield* headers;
  else {
    for (const [name, value] of Object.entries(headers)) {
      for (const item of typeof value === 'string' ? [value] : (value ?? [])) yield [name, item];
    }
  }
}

function isIterable(headers: ResultHeaders): headers is Iterable<HttpField> {
  return Symbol.iterator in headers;
}
