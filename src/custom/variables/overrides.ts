import type { CustomOverrides } from '../integration/custom-overrides.js';
import { textOf } from '../java/print.js';
import { emptyMap, getText, isObject, type JavaMap, listOf, putText, type Value } from '../java/value.js';
import type { Meter } from '../meter.js';

/** The maps that `$context` has. recorded [context-maps-print-nothing]: these are there from the start. */
const PARTS = { requestOverride: ['path', 'header', 'querystring'], responseOverride: ['header'] } as const;

export type OverrideName = keyof typeof PARTS;

/** Copies overrides for a template that may change them; makes empty ones without. */
export function copyOverrides(name: OverrideName, carried: CustomOverrides | undefined): JavaMap {
  const given = carried?.[name];
  if (isMap(given)) return copyMap(given);
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

function copyMap(map: JavaMap): JavaMap {
  const copy = map.writes === undefined ? emptyMap(map.prints) : countingMap();
  for (const { key, value } of map.entries.values()) setUncounted(copy, String(key), copyValue(value));
  return copy;
}

/** Maps and lists are copied, so that a second use of the overrides finds them as they were. */
function copyValue(value: Value): Value {
  if (!isObject(value)) return value;
  if (value.kind === 'map') return copyMap(value);
  return value.kind === 'list' ? listOf(value.items.map(copyValue), value.type) : value;
}

/** The parameters that a template overrides, such as the `header` of `$context.responseOverride`, as strings. */
export function overriddenParameters(override: JavaMap, part: string, meter: Meter): [name: string, value: string][] {
  const map = getText(override, part);
  if (!isObject(map) || map.kind !== 'map') return [];
  return [...map.entries.values()].flatMap(({ key, value }): [string, string][] => {
    return value === null ? [] : [[String(key), parameterText(value, meter)]];
  });
}

/** documented: a list becomes one value, joined with commas. */
function parameterText(value: Exclude<Value, null>, meter: Meter): string {
  if (!isObject(value) || value.kind !== 'list') return textOf(value, meter) ?? '';
  return value.items.map((item) => (item === null ? '' : (textOf(item, meter) ?? ''))).join(',');
}

/** The parameters that one template set more than once, such as `responseOverride.status`. */
export function repeatedOverrides(name: OverrideName, override: JavaMap): string[] {
  const maps = [[name, override] as const, ...PARTS[name].map((part) => [`${name}.${part}`, getText(override, part)] as const)];
  return maps.flatMap(([path, map]) => {
    if (!isObject(map) || map.kind !== 'map') return [];
    return [...(map.writes ?? [])].filter(([, count]) => count > 1).map(([id]) => `${path}.${id.slice(1)}`);
  });
}
