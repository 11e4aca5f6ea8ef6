import { isObject } from '../http/is-object.js';

/** Returns whether a value is an object whose keys say something: not a `Map`, a `Set`, `Headers` or another collection. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !(Symbol.iterator in value);
}
