import { isObject } from '../../../http/is-object.js';

/** Merges one value into another: objects key by key, arrays item by item. Any other value replaces the first. */
export function mergeValues(first: unknown, second: unknown): unknown {
  if (second === undefined) return first;
  if (isObject(first) && isObject(second)) {
    const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
    return Object.fromEntries([...keys].map((key) => [key, mergeValues(first[key], second[key])]));
  }
  if (Array.isArray(first) && Array.isArray(second)) {
    return Array.from({ length: Math.max(first.length, second.length) }, (_, index) => mergeValues(first[index], second[index]));
  }
  return second;
}
