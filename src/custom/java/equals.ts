import type { Meter } from '../meter.js';
import { kindOf, numberText } from './numbers.js';
import {
  type Entry,
  isNumber,
  isObject,
  itemsOf,
  type JavaMap,
  type JavaNumber,
  type LoopScope,
  type MapView,
  type Value,
} from './value.js';

/** Whether two values are equal as `equals` has it: an `Integer` never equals a `Long`, a list equals a list with equal items. */
export function equalValues(left: Value, right: Value, meter: Meter): boolean {
  meter.spend(1);
  if (left === right) return true;
  if (isNumber(left)) return isNumber(right) && numberKey(left) === numberKey(right);
  if (!isObject(left) || !isObject(right) || isNumber(right)) return false;
  switch (left.kind) {
    case 'character':
      return right.kind === 'character' && left.value === right.value;
    case 'list':
      return right.kind === 'list' && meter.deeper(() => equalItems(left.items, right.items, meter));
    case 'map':
    case 'loop':
      return isMapLike(right) && meter.deeper(() => equalMaps(mapIn(left), mapIn(right), meter));
    case 'view':
      return right.kind === 'view' && meter.deeper(() => equalViews(left, right, meter));
    case 'entry':
      return right.kind === 'entry' && meter.deeper(() => equalItems(sidesOf(left), sidesOf(right), meter));
    default:
      return false;
  }
}

function sidesOf({ of: { key, value } }: Entry): Value[] {
  return [key, value];
}

/** `$foreach` is a map of what the template puts into it. */
function isMapLike(value: Value): value is JavaMap | LoopScope {
  return isObject(value) && (value.kind === 'map' || value.kind === 'loop');
}

function mapIn(value: JavaMap | LoopScope): JavaMap {
  return value.kind === 'map' ? value : value.stored;
}

function equalItems(left: readonly Value[], right: readonly Value[], meter: Meter): boolean {
  return left.length === right.length && left.every((item, index) => equalValues(item, right[index] ?? null, meter));
}

function equalMaps(left: JavaMap, right: JavaMap, meter: Meter): boolean {
  if (left.entries.size !== right.entries.size) return false;
  for (const [id, { value }] of left.entries) {
    const other = right.entries.get(id);
    if (other === undefined || !equalValues(value, other.value, meter)) return false;
  }
  return true;
}

/** Two sets are equal if they have the same items. `values()` isn't a set, so it equals only itself. */
function equalViews(left: MapView, right: MapView, meter: Meter): boolean {
  if (left.shows === 'values' || right.shows === 'values') return left.shows === right.shows && left.of === right.of;
  const items = itemsOf(left);
  const ids = new Set(items.map((item) => keyOf(item, meter)));
  const others = itemsOf(right);
  return items.length === others.length && others.every((item) => ids.has(keyOf(item, meter)));
}

/** A string that two keys share exactly when they are equal. */
export function keyOf(value: Value, meter: Meter): string {
  meter.spend(1);
  if (typeof value === 'string') return `s${value}`;
  if (value === null || typeof value === 'boolean') return String(value);
  if (isNumber(value)) return numberKey(value);
  switch (value.kind) {
    case 'character':
      return `c${value.value}`;
    case 'list':
      return meter.deeper(() => join('l', value.items, meter));
    case 'map':
    case 'loop':
      return meter.deeper(() => join('m', pairsOf(mapIn(value), meter), meter));
    case 'entry':
      return meter.deeper(() => join('e', sidesOf(value), meter));
    case 'view':
      return value.shows === 'values' ? `${identityOf(value.of)} values` : meter.deeper(() => join('v', itemsOf(value), meter));
    default:
      return identityOf(value);
  }
}

/** Equal maps may have another order. */
function pairsOf({ entries }: JavaMap, meter: Meter): string[] {
  return [...entries].map(([id, { value }]) => join('e', [id, value], meter)).sort();
}

function join(kind: string, items: readonly Value[], meter: Meter): string {
  const keys = items.map((item) => keyOf(item, meter));
  const key = `${kind}${keys.map((one) => `${one.length}:${one}`).join('')}`;
  meter.write(key.length);
  return key;
}

function numberKey(number: JavaNumber): string {
  return kindOf(number) + numberText(number);
}

/** Numbers the objects that equal only themselves. */
const IDENTITIES = new WeakMap<object, string>();
const nextIdentity = { number: 0 };

function identityOf(value: object): string {
  const known = IDENTITIES.get(value);
  if (known !== undefined) return known;
  nextIdentity.number += 1;
  const identity = `#${nextIdentity.number}`;
  IDENTITIES.set(value, identity);
  return identity;
}
