/** The value at a dotted path, by own keys alone; `undefined` where a step leads nowhere. */
export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), root);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
