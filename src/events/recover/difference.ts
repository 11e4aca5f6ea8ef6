import { isObject } from '../../http/is-object.js';
import { setOwn } from '../request/maps.js';

/**
 * Returns what has to be overridden in one value to make it equal to another: the parts that differ, and `undefined` for each key to remove.
 * Returns `undefined` if they are equal. The order of keys doesn't count.
 */
export function differenceOf(value: unknown, wanted: unknown): unknown {
  if (!isObject(value) || !isObject(wanted)) return isEqual(value, wanted) ? undefined : wanted;
  const parts: Record<string, unknown> = {};
  for (const key of Object.keys(value)) if (!Object.hasOwn(wanted, key)) setOwn(parts, key, undefined);
  for (const [key, part] of Object.entries(wanted)) {
    const difference = differenceOf(Object.hasOwn(value, key) ? value[key] : undefined, part);
    if (difference !== undefined) setOwn(parts, key, difference);
  }
  return Object.keys(parts).length === 0 ? undefined : parts;
}

function isEqual(value: unknown, other: unknown): boolean {
  if (!Array.isArray(value) || !Array.isArray(other)) return Object.is(value, other);
  return value.length === other.length && value.every((item, index) => differenceOf(item, other[index]) === undefined);
}
