import type { CustomOverrides } from '../integration/custom-overrides.js';
import { textOf, textOfAny } from '../java/print.js';
import { emptyMap, getText, isObject, type JavaList, type JavaMap, listOf, putEntry, putText, type Value } from '../java/value.js';
import type { Meter } from '../meter.js';

/** The maps that `$context` has. recorded [context-maps-print-nothing]: these are there from the start. */
const PARTS = { requestOverride: ['path', 'header', 'querystring'], responseOverride: ['header'] } as const;

export type OverrideName = keyof typeof PARTS;

export const OVERRIDE_NAMES: readonly OverrideName[] = ['requestOverride', 'responseOverride'];

/** Copies overrides, because a template may change them. Without any, returns empty ones. */
export function copyOverrides(name: OverrideName, carried: CustomOverrides | undefined): JavaMap {
  const given = carried?.[name];
  if (isMap(given)) return copyDeep(given);
  const map = countingMap();
  for (const part of PARTS[name]) setUncounted(map, part, countingMap());
  return map;
}

function isMap(value: unknown): value is JavaMap {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'map';
}

function countingMap(): JavaMap {
  return { ...emptyMap('nothing'), writes: new Map() };
}

function setUncounted(map: JavaMap, key: string, value: Value): void {
  putText(map, key, value);
  map.writes?.clear();
}

/**
 * Copies maps and lists, so that a second use of the overrides finds them as they were. A template can put a map into itself, and lists into
 * lists without end, so each is copied once, and without recursion.
 */
function copyDeep(root: JavaMap): JavaMap {
  const copies = new Map<Value, Value>();
  const fills: (() => void)[] = [];
  const copy = copyMap(root);
  for (let fill = fills.pop(); fill !== undefined; fill = fills.pop()) fill();
  return copy;

  function copyValue(value: Value): Value {
    if (!isObject(value)) return value;
    if (value.kind === 'map') return copies.get(value) ?? copyMap(value);
    return value.kind === 'list' ? (copies.get(value) ?? copyList(value)) : value;
  }

  function copyMap(map: JavaMap): JavaMap {
    const made = map.writes === undefined ? emptyMap(map.prints) : countingMap();
    copies.set(map, made);
    fills.push(() => {
      for (const [id, { key, value }] of map.entries) putEntry(made, id, key, copyValue(value));
      made.writes?.clear();
    });
    return made;
  }

  function copyList(list: JavaList): JavaList {
    const made = listOf([], list.type);
    copies.set(list, made);
    fills.push(() => {
      made.items = list.items.map(copyValue);
    });
    return made;
  }
}

/** The parameters that a template overrides, such as the `header` of `$context.responseOverride`, as strings. */
export function overriddenParameters(override: JavaMap, part: string, meter: Meter): [name: string, value: string][] {
  const map = getText(override, part);
  if (!isObject(map) || map.kind !== 'map') return [];
  return [...map.entries.values()].flatMap(({ key, value }): [string, string][] => {
    return value === null ? [] : [[textOfAny(key, meter), parameterText(value, meter)]];
  });
}

/** documented: a list becomes one value, joined with commas. */
function parameterText(value: Exclude<Value, null>, meter: Meter): string {
  if (!isObject(value) || value.kind !== 'list') return textOf(value, meter) ?? '';
  return value.items.map((item) => (item === null ? '' : (textOf(item, meter) ?? ''))).join(',');
}

/** The maps of the overrides as they are now, by their paths. */
export function overrideMaps(context: JavaMap): ReadonlyMap<string, Value> {
  const maps = new Map<string, Value>();
  for (const name of OVERRIDE_NAMES) {
    const override = getText(context, name);
    maps.set(name, override);
    for (const part of PARTS[name]) maps.set(`${name}.${part}`, isMap(override) ? getText(override, part) : null);
  }
  return maps;
}

/** Returns the maps that a template replaced or removed. If it replaced a whole map, the parts of that map aren't listed. */
export function replacedOverrides(before: ReadonlyMap<string, Value>, context: JavaMap): string[] {
  const after = overrideMaps(context);
  const isReplaced = (path: string): boolean => before.get(path) !== after.get(path);
  return OVERRIDE_NAMES.flatMap((name) => (isReplaced(name) ? [name] : PARTS[name].map((part) => `${name}.${part}`).filter(isReplaced)));
}

/** The parameters that one template set more than once, such as `responseOverride.status`. */
export function repeatedOverrides(name: OverrideName, override: JavaMap): string[] {
  const maps = [[name, override] as const, ...PARTS[name].map((part) => [`${name}.${part}`, getText(override, part)] as const)];
  return maps.flatMap(([path, map]) => {
    if (!isObject(map) || map.kind !== 'map') return [];
    return [...(map.writes ?? [])].filter(([, count]) => count > 1).map(([id]) => `${path}.${id.slice(1)}`);
  });
}
