import { knownName } from '../../http/known-name.js';
import type { HttpField } from '../../http/request.js';

/**
 * Headers in order, as three arrays of the same length: `keys[i]` is `names[i]` in lower case, and `values[i]` is its value. Every part of an
 * event that looks for a header searches `keys`, so a name is converted once.
 */
export interface Fields {
  readonly keys: string[];
  readonly names: string[];
  readonly values: string[];
}

/** Returns headers as arrays. */
export function readFields(headers: readonly HttpField[]): Fields {
  const fields: Fields = { keys: [], names: [], values: [] };
  for (const field of headers) addField(fields, field[0], field[1]);
  return fields;
}

/** Adds a header at the end. */
export function addField({ keys, names, values }: Fields, given: string, value: string): void {
  const { name, lower } = knownName(given);
  keys.push(lower);
  names.push(name);
  values.push(value);
}

/** Returns the last value of a header, or `undefined` if it is missing. */
export function lastField({ keys, values }: Fields, key: string): string | undefined {
  for (let place = keys.length - 1; place >= 0; place -= 1) if (keys[place] === key) return values[place];
  return undefined;
}

/** Returns the values of a header joined with a separator, or `undefined` if it is missing. */
export function joinedField({ keys, values }: Fields, key: string, separator: string): string | undefined {
  let joined: string | undefined;
  for (let place = 0; place < keys.length; place += 1) {
    if (keys[place] === key) joined = joined === undefined ? (values[place] ?? '') : `${joined}${separator}${values[place]}`;
  }
  return joined;
}
