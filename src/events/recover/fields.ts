import { isObject } from '../../http/is-object.js';

/** An object whose fields nobody has checked. */
export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = {};

/** Returns an object; one without fields for any other value. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : NONE;
}

/** Returns a string; `undefined` for any other value. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Returns the fields of an object that are strings. */
export function stringsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).filter((field): field is [string, string] => typeof field[1] === 'string'));
}

/** Returns whether an object has no fields. */
export function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
