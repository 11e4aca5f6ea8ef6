import { javaThrows, type Meter } from '../../meter.js';
import { equalValues, keyOf } from '../equals.js';
import {
  type Entry,
  emptyMap,
  getText,
  isObject,
  itemsOf,
  type JavaIterator,
  type JavaMap,
  type LoopScope,
  type MapView,
  putEntry,
  shownOf,
  type Value,
} from '../value.js';
import { find, hasAll, itemsAt, iterate, toArray } from './list.js';
import { type Method, type Methods, NOTHING, plain, valueAt } from './method.js';

/** `LinkedHashMap`, as of Java 8. */
export const mapMethods: Methods<JavaMap> = new Map<string, readonly Method<JavaMap>[]>([
  ['size', [plain(({ entries }) => entries.size)]],
  ['isEmpty', [plain(({ entries }) => entries.size === 0)]],
  ['get', [{ parameters: ['Object'], call: (self, args, meter) => get(self, valueAt(args, 0), meter) }]],
  [
    'getOrDefault',
    [{ parameters: ['Object', 'Object'], call: (self, args, meter) => getOrDefault(self, valueAt(args, 0), valueAt(args, 1), meter) }],
  ],
  ['put', [{ parameters: ['Object', 'Object'], call: (self, args, meter) => put(self, valueAt(args, 0), valueAt(args, 1), meter) }]],
  [
    'putIfAbsent',
    [{ parameters: ['Object', 'Object'], call: (self, args, meter) => putIfAbsent(self, valueAt(args, 0), valueAt(args, 1), meter) }],
  ],
  ['putAll', [{ parameters: ['Map'], call: (self, args, meter) => putAll(self, valueAt(args, 0), meter) }]],
  [
    'remove',
    [
      { parameters: ['Object'], call: (self, args, meter) => remove(self, valueAt(args, 0), meter) },
      { parameters: ['Object', 'Object'], call: (self, args, meter) => removePair(self, valueAt(args, 0), valueAt(args, 1), meter) },
    ],
  ],
  [
    'replace',
    [
      { parameters: ['Object', 'Object'], call: (self, args, meter) => replace(self, valueAt(args, 0), valueAt(args, 1), meter) },
      {
        parameters: ['Object', 'Object', 'Object'],
        call: (self, args, meter) => replacePair(self, valueAt(args, 0), valueAt(args, 1), valueAt(args, 2), meter),
      },
    ],
  ],
  ['clear', [plain(clear)]],
  ['containsKey', [{ parameters: ['Object'], call: (self, args, meter) => entryOf(self, valueAt(args, 0), meter) !== undefined }]],
  ['containsValue', [{ parameters: ['Object'], call: (self, args, meter) => contains(view(self, 'values'), valueAt(args, 0), meter) }]],
  ['keySet', [plain((self) => view(self, 'keys'))]],
  ['values', [plain((self) => view(self, 'values'))]],
  ['entrySet', [plain((self) => view(self, 'entries'))]],
  ['clone', [plain((self, meter) => copyMap(self, meter))]],
]);

const NO_ADDING = 'java.lang.UnsupportedOperationException';

/** What `keySet()`, `values()` and `entrySet()` return. */
export const viewMethods: Methods<MapView> = new Map<string, readonly Method<MapView>[]>([
  ['size', [plain(({ of }) => of.entries.size)]],
  ['isEmpty', [plain(({ of }) => of.entries.size === 0)]],
  ['contains', [{ parameters: ['Object'], call: (self, args, meter) => contains(self, valueAt(args, 0), meter) }]],
  ['containsAll', [{ parameters: ['Collection'], call: (self, args, meter) => hasAll(itemsOf(self), itemsAt(args, 0, meter), meter) }]],
  ['iterator', [plain((self, meter) => iterate(self, meter))]],
  ['toArray', toArray(itemsOf)],
  ['add', [{ parameters: ['Object'], call: () => javaThrows(NO_ADDING) }]],
  ['addAll', [{ parameters: ['Collection'], call: (_, args, meter) => itemsAt(args, 0, meter).some(() => javaThrows(NO_ADDING)) }]],
  ['clear', [plain(({ of }) => clear(of))]],
  ['remove', [{ parameters: ['Object'], call: (self, args, meter) => removeShown(self, [valueAt(args, 0)], true, meter, 1) }]],
  ['removeAll', [{ parameters: ['Collection'], call: (self, args, meter) => removeShown(self, itemsAt(args, 0, meter), true, meter) }]],
  ['retainAll', [{ parameters: ['Collection'], call: (self, args, meter) => removeShown(self, itemsAt(args, 0, meter), false, meter) }]],
]);

export const entryMethods: Methods<Entry> = new Map<string, readonly Method<Entry>[]>([
  ['getKey', [plain(({ of }) => of.key)]],
  ['getValue', [plain(({ of }) => of.value)]],
  ['setValue', [{ parameters: ['Object'], call: ({ of }, args) => setValue(of, valueAt(args, 0)) }]],
]);

export const iteratorMethods: Methods<JavaIterator> = new Map<string, readonly Method<JavaIterator>[]>([
  ['hasNext', [plain(({ steps }) => steps.hasNext())]],
  ['next', [plain(({ steps }) => steps.next())]],
]);

/** `$foreach` is a map, too: what one loop puts there, the loops inside it can read. */
export const loopMethods: Methods<LoopScope> = new Map<string, readonly Method<LoopScope>[]>([
  ['getIndex', [plain(({ index }) => index)]],
  ['getCount', [plain(({ index }) => index + 1)]],
  ['getHasNext', [plain(({ hasNext }) => hasNext)]],
  ['hasNext', [plain(({ hasNext }) => hasNext)]],
  ['getFirst', [plain(({ index }) => index < 1)]],
  ['isFirst', [plain(({ index }) => index < 1)]],
  ['getLast', [plain(({ hasNext }) => !hasNext)]],
  ['isLast', [plain(({ hasNext }) => !hasNext)]],
  ['getParent', [plain(({ parent }) => parent ?? null)]],
  ['getTopmost', [plain(topmost)]],
  ['getReplaced', [plain((self) => replacedBy(self))]],
  ['get', [{ parameters: ['Object'], call: (self, args, meter) => getStored(self, valueAt(args, 0), meter) }]],
  [
    'put',
    [{ parameters: ['Object', 'Object'], call: ({ stored }, args, meter) => put(stored, valueAt(args, 0), valueAt(args, 1), meter) }],
  ],
  ['size', [plain(({ stored }) => stored.entries.size)]],
  ['isEmpty', [plain(({ stored }) => stored.entries.size === 0)]],
  ['containsKey', [{ parameters: ['Object'], call: ({ stored }, args, meter) => entryOf(stored, valueAt(args, 0), meter) !== undefined }]],
  ['keySet', [plain(({ stored }) => view(stored, 'keys'))]],
  ['values', [plain(({ stored }) => view(stored, 'values'))]],
  ['entrySet', [plain(({ stored }) => view(stored, 'entries'))]],
]);

function topmost(scope: LoopScope): LoopScope {
  let top = scope;
  while (top.parent !== undefined) top = top.parent;
  return top;
}

function replacedBy({ replaced, parent }: LoopScope): Value {
  return replaced ?? (parent === undefined ? null : replacedBy(parent));
}

function getStored({ stored, parent }: LoopScope, key: Value, meter: Meter): Value {
  const entry = entryOf(stored, key, meter);
  if (entry !== undefined) return entry.value;
  return parent === undefined ? null : getStored(parent, key, meter);
}

/** Reads a property that has no method: the key of a map. */
export function getProperty(self: JavaMap | LoopScope, name: string, meter: Meter): Value {
  return self.kind === 'map' ? getText(self, name) : getStored(self, name, meter);
}

function entryOf({ entries }: JavaMap, key: Value, meter: Meter): { readonly key: Value; value: Value } | undefined {
  return entries.get(keyOf(key, meter));
}

function get(self: JavaMap, key: Value, meter: Meter): Value {
  return entryOf(self, key, meter)?.value ?? null;
}

function getOrDefault(self: JavaMap, key: Value, value: Value, meter: Meter): Value {
  const entry = entryOf(self, key, meter);
  return entry === undefined ? value : entry.value;
}

/** Returns the value before. */
export function put(self: JavaMap, key: Value, value: Value, meter: Meter): Value {
  return putEntry(self, keyOf(key, meter), key, value);
}

function putIfAbsent(self: JavaMap, key: Value, value: Value, meter: Meter): Value {
  const before = get(self, key, meter);
  if (before === null) put(self, key, value, meter);
  return before;
}

function putAll(self: JavaMap, other: Value, meter: Meter): Value {
  if (!isObject(other) || (other.kind !== 'map' && other.kind !== 'loop')) return javaThrows('java.lang.NullPointerException');
  const { entries } = other.kind === 'map' ? other : other.stored;
  meter.spend(entries.size);
  for (const [id, { key, value }] of [...entries]) putEntry(self, id, key, value);
  return NOTHING;
}

function remove(self: JavaMap, key: Value, meter: Meter): Value {
  const before = get(self, key, meter);
  if (self.entries.delete(keyOf(key, meter))) self.changes += 1;
  return before;
}

function removePair(self: JavaMap, key: Value, value: Value, meter: Meter): boolean {
  const entry = entryOf(self, key, meter);
  const isThere = entry !== undefined && equalValues(entry.value, value, meter);
  if (isThere) remove(self, key, meter);
  return isThere;
}

function replace(self: JavaMap, key: Value, value: Value, meter: Meter): Value {
  const entry = entryOf(self, key, meter);
  return entry === undefined ? null : setValue(entry, value);
}

function replacePair(self: JavaMap, key: Value, before: Value, value: Value, meter: Meter): boolean {
  const entry = entryOf(self, key, meter);
  const isThere = entry !== undefined && equalValues(entry.value, before, meter);
  if (isThere) entry.value = value;
  return isThere;
}

function setValue(entry: { value: Value }, value: Value): Value {
  const before = entry.value;
  entry.value = value;
  return before;
}

function clear(self: JavaMap): Value {
  self.entries = emptyMap().entries;
  self.changes += 1;
  return NOTHING;
}

function view(of: JavaMap, shows: MapView['shows']): MapView {
  return { kind: 'view', of, shows };
}

function copyMap({ entries, prints }: JavaMap, meter: Meter): JavaMap {
  meter.spend(entries.size);
  const copy = emptyMap(prints);
  for (const [id, { key, value }] of entries) putEntry(copy, id, key, value);
  return copy;
}

function contains(self: MapView, value: Value, meter: Meter): boolean {
  if (self.shows === 'keys') return entryOf(self.of, value, meter) !== undefined;
  for (const entry of self.of.entries.values()) if (equalValues(value, shownOf(entry, self.shows), meter)) return true;
  return false;
}

/** Removes the entries for which the view shows one of `others`. If `those` is false, it removes all other entries instead. */
function removeShown(
  { of, shows }: MapView,
  others: readonly Value[],
  those: boolean,
  meter: Meter,
  limit = Number.POSITIVE_INFINITY,
): boolean {
  let removed = 0;
  for (const [id, entry] of of.entries) {
    if (removed === limit) break;
    if (find(others, shownOf(entry, shows), meter) >= 0 !== those) continue;
    of.entries.delete(id);
    removed += 1;
  }
  if (removed > 0) of.changes += 1;
  return removed > 0;
}
