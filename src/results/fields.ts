import { argumentError } from '../http/argument-error.js';
import { isFieldName, isSafeFieldValue } from '../http/field-syntax.js';
import type { HttpField } from '../http/request.js';

/** Headers in any common form: an object with one value or several by name, pairs, or a Fetch `Headers`. */
export type ResultHeaders = Readonly<Record<string, string | readonly string[] | undefined>> | Iterable<HttpField>;

/** A field: its name in the first spelling, and its values in order. */
export type FieldValues = readonly [name: string, values: string[]];

/**
 * Gathers fields by name. Names keep the order and the spelling of their first appearance.
 *
 * @throws TypeError for a name or a value that could split the response.
 */
export function gatherFields(pairs: Iterable<HttpField>): Map<string, FieldValues> {
  const fields = new Map<string, FieldValues>();
  for (const pair of pairs) {
    const [name, value] = Array.isArray(pair) ? pair : [pair];
    if (typeof name !== 'string' || !isFieldName(name) || typeof value !== 'string' || !isSafeFieldValue(value)) {
      throw argumentError(['headers', typeof name === 'object' ? '' : String(name)], 'a valid header without control characters', value);
    }
    const key = name.toLowerCase();
    const field = fields.get(key);
    if (field === undefined) fields.set(key, [name, [value]]);
    else field[1].push(value);
  }
  return fields;
}

/**
 * Returns the pairs of headers, in order.
 *
 * @throws TypeError if the headers are not in one of the forms of {@link ResultHeaders}.
 */
export function pairsOf(headers: ResultHeaders): HttpField[] {
  if (typeof headers !== 'object' || headers === null) throw argumentError(['headers'], 'an object or pairs', headers);
  if (isIterable(headers)) return [...headers];
  return Object.entries(headers).flatMap(([name, values = []]) => [values].flat().map((value) => [name, value] as const));
}

function isIterable(headers: ResultHeaders): headers is Iterable<HttpField> {
  return typeof (headers as Partial<Iterable<HttpField>>)[Symbol.iterator] === 'function';
}
