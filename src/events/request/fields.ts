import type { HttpField } from '../../http/request.js';
import { memoizeNames, type NameList } from './name-lists.js';

/**
 * Headers in order, as three arrays of the same length: `keys[i]` is `names[i]` in lower case, and `values[i]` is its value. Every part of an
 * event that looks for a header searches `keys`, so a name is converted once.
 */
export interface Fields extends NameList {
  readonly values: readonly string[];
}

const namesOf = /* @__PURE__ */ memoizeNames();

/** Returns headers as arrays. */
export function readFields(headers: readonly HttpField[]): Fields {
  const names: string[] = [];
  const values: string[] = [];
  for (const field of headers) {
    names.push(field[0]);
    values.push(field[1]);
  }
  return fieldsOf(names, values);
}

/**
 * Returns headers as arrays.
 *
 * @param values `values[i]` is the value of `given[i]`. The array must not be changed afterwards.
 */
export function fieldsOf(given: readonly string[], values: readonly string[]): Fields {
  const { keys, names } = namesOf(given);
  return { keys, names, values };
}

/** Returns the last value of a header, or `undefined` if it is missing. */
export function lastField({ keys, values }: Pick<Fields, 'keys' | 'values'>, key: string): string | undefined {
  for (let place = keys.length - 1; place >= 0; place -= 1) if (keys[place] === key) return values[place];
  return undefined;
}

/** Returns the values of a header joined with a separator, or `undefined` if it is missing. */
export function joinedField({ keys, values }: Fields, key: string, separator: string): string | undefined {
  return keys.includes(key) ? values.filter((_, place) => keys[place] === key).join(separator) : undefined;
}
