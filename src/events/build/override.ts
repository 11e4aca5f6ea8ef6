import { isObject } from '../../http/is-object.js';
import { setOwn } from '../request/maps.js';

/** Any part of a value, at any depth; `undefined` takes a key away. */
export type Override<T> = T extends readonly unknown[] ? T : T extends object ? { [Key in keyof T]?: Override<T[Key]> | undefined } : T;

/** The value with some of its parts replaced: objects are merged, lists and all else are replaced, `undefined` takes a key away. */
export function overrideParts<T>(value: T, override: Override<T> | undefined): T {
  if (override === undefined) return value;
  if (!isObject(value) || !isObject(override)) return override as T; // an override of anything but an object is a whole one
  const merged: Record<string, unknown> = { ...value };
  for (const [key, part] of Object.entries(override)) {
    if (part === undefined) delete merged[key];
    else setOwn(merged, key, overrideParts(Object.hasOwn(merged, key) ? merged[key] : undefined, part));
  }
  return merged as T; // the same keys but those taken away on purpose, each with a part of its own type
}

/** Freezes a value all through. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
