/** A name and its values, in order. */
type Entry = readonly [name: string, values: readonly string[]];

/** Gathers pairs by name, names in order of their first appearance. */
export function gather(pairs: Iterable<readonly [name: string, value: string]>): Entry[] {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [value]);
    else list.push(value);
  }
  return [...lists];
}

/** Name to last value: what payload 1.0 keeps in its single-value maps (recorded). */
export function lastValues(entries: readonly Entry[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const [name, values] of entries) setOwn(map, name, values[values.length - 1] ?? '');
  return map;
}

/** Name to all values in order: payload 1.0's multi-value maps. */
export function allValues(entries: readonly Entry[]): Record<string, string[]> {
  const map: Record<string, string[]> = {};
  for (const [name, values] of entries) setOwn(map, name, values.slice());
  return map;
}

/** Name to values joined with a comma and no space: payload 2.0's maps (recorded). */
export function joinedValues(entries: readonly Entry[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const [name, values] of entries) setOwn(map, name, values.length > 1 ? values.join(',') : (values[0] ?? ''));
  return map;
}

/** Name to value, of pairs with different names. */
export function mapOf(pairs: Iterable<readonly [name: string, value: string]>): Record<string, string> {
  const map: Record<string, string> = {};
  for (const [name, value] of pairs) setOwn(map, name, value);
  return map;
}

/** Makes an own key of every name: assigning to `__proto__` would not. */
export function setOwn<T>(map: Record<string, T>, name: string, value: T): void {
  if (name === '__proto__') Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
  else map[name] = value;
}
