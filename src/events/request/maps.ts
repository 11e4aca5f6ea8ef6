import { knownName } from '../../http/known-name.js';

/** Names and their values: `values[i]` belongs to `names[i]`. Every name occurs once. If it has several values, they are an array, in order. */
export interface Entries {
  readonly names: readonly string[];
  readonly values: readonly (string | string[])[];
}

/** Up to this number of pairs, a search of the names is faster than a `Map`. */
const FEW = 16;

/**
 * Groups values by name. Names are in the order of their first appearance.
 *
 * @param given the names; `values[i]` belongs to `given[i]`.
 */
export function gather(given: readonly string[], all: readonly string[]): Entries {
  const names: string[] = [];
  const values: (string | string[])[] = [];
  const places = given.length > FEW ? new Map<string, number>() : undefined;
  for (let index = 0; index < given.length; index += 1) {
    const name = given[index] ?? '';
    const value = all[index] ?? '';
    const place = places === undefined ? names.indexOf(name) : (places.get(name) ?? -1);
    if (place >= 0) {
      addValue(values, place, value);
      continue;
    }
    places?.set(name, names.length);
    names.push(knownName(name).name);
    values.push(value);
  }
  return { names, values };
}

/** Adds one more value to the name at a place. */
function addValue(values: (string | string[])[], place: number, value: string): void {
  const before = values[place];
  if (typeof before === 'object') before.push(value);
  else values[place] = before === undefined ? value : [before, value];
}

/** Maps names to their last value. recorded [rest-duplicate-header-query-cookie]: so do the single-value maps of payload 1.0. */
export function lastValues({ names, values }: Entries): Record<string, string> {
  const map: Record<string, string> = {};
  for (let place = 0; place < names.length; place += 1) {
    const value = values[place] ?? '';
    setOwn(map, names[place] ?? '', typeof value === 'string' ? value : (value[value.length - 1] ?? ''));
  }
  return map;
}

/** Returns the last value of a name, or `undefined` if it is missing. */
export function lastValueIn({ names, values }: Entries, name: string): string | undefined {
  const value = values[names.indexOf(name)];
  return typeof value === 'object' ? value[value.length - 1] : value;
}

/** Maps names to all values in order, as the multi-value maps of payload 1.0 do. */
export function allValues({ names, values }: Entries): Record<string, string[]> {
  const map: Record<string, string[]> = {};
  for (let place = 0; place < names.length; place += 1) {
    const value = values[place] ?? '';
    setOwn(map, names[place] ?? '', typeof value === 'string' ? [value] : value.slice());
  }
  return map;
}

/** Maps names to values joined with `,`. recorded [http2-duplicate-header-query-cookie]: so do the maps of payload 2.0. */
export function joinedValues({ names, values }: Entries): Record<string, string> {
  const map: Record<string, string> = {};
  for (let place = 0; place < names.length; place += 1) {
    const value = values[place] ?? '';
    setOwn(map, names[place] ?? '', typeof value === 'string' ? value : joinTexts(value));
  }
  return map;
}

/** Does what `join(',')` does. For a few short texts, this is faster. */
function joinTexts(texts: readonly string[]): string {
  let joined = texts[0] ?? '';
  for (let index = 1; index < texts.length; index += 1) joined += `,${texts[index]}`;
  return joined;
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
