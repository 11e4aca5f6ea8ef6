import { isObject } from '../../http/is-object.js';
import { setOwn } from '../request/maps.js';

/** Parts of a value, at any depth. `undefined` removes a key. */
export type Override<T> = T extends readonly unknown[] ? T : T extends object ? { [Key in keyof T]?: Override<T[Key]> | undefined } : T;

/** Returns the value with some parts replaced: objects are merged, everything else is replaced, `undefined` removes a key. */
export function overrideParts<T>(value: T, override: Override<T> | undefined): T {
  if (override === undefined) return value;
  if (!isObject(value) || !isObject(override)) return override as T; // anything but an object is overridden as a whole
  const merged: Record<string, unknown> = { ...value };
  for (const [key, part] of Object.entries(override)) {
    if (part === undefined) delete merged[key];
    else setOwn(merged, key, overrideParts(Object.hasOwn(merged, key) ? merged[key] : undefined, part));
  }
  return merged as T; // the keys of T, without those that the caller removes
}

/** Freezes a value and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
