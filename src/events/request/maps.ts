/** A name and its values, in order. */
type Entry = readonly [name: string, values: readonly string[]];

/** Groups pairs by name. Names are in the order of their first appearance. */
export function gather(pairs: Iterable<readonly [name: string, value: string]>): Entry[] {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [value]);
    else list.push(value);
  }
  return [...lists];
}

/** Maps names to their last value. recorded [rest-duplicate-header-query-cookie]: so do the single-value maps of payload 1.0. */
export function lastValues(entries: readonly Entry[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const [name, values] of entries) setOwn(map, name, values[values.length - 1] ?? '');
  return map;
}

/** Maps names to all values in order, as the multi-value maps of payload 1.0 do. */
export function allValues(entries: readonly Entry[]): Record<string, string[]> {
  const map: Record<string, string[]> = {};
  for (const [name, values] of entries) setOwn(map, name, values.slice());
  return map;
}

/** Maps names to values joined with `,`. recorded [http2-duplicate-header-query-cookie]: so do the maps of payload 2.0. */
export function joinedValues(entries: readonly Entry[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const [name, values] of entries) setOwn(map, name, values.length > 1 ? values.join(',') : (values[0] ?? ''));
  return map;
}

/** Maps names to values. Every name must be different. */
export function mapOf(pairs: Iterable<readonly [name: string, value: string]>): Record<string, string> {
  const map: Record<string, string> = {};
  for (const [name, value] of pairs) setOwn(map, name, value);
  return map;
}

/** Sets an own key, even one named `__proto__`. */
export function setOwn<T>(map: Record<string, T>, name: string, value: T): void {
  if (name === '__proto__') Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
  else map[name] = value;
}
