import { isObject } from '../../http/is-object.js';

/** The value at a dotted path, by own keys alone; `undefined` where a step leads nowhere. */
export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), root);
}
