import { javaThrows, type Meter } from '../../meter.js';
import { equalValues } from '../equals.js';
import { jsonOf } from '../print.js';
import { stepsOf } from '../steps.js';
import { type JavaArray, type JavaList, listOf, type Value } from '../value.js';
import { checkIndex, intAt, type Method, type Methods, NOTHING, plain, unknownForm, valueAt } from './method.js';

/** `ArrayList`, as of Java 8. */
export const listMethods: Methods<JavaList> = new Map<string, readonly Method<JavaList>[]>([
  ['size', [plain(({ items }) => items.length)]],
  ['isEmpty', [plain(({ items }) => items.length === 0)]],
  ['get', [{ parameters: ['int'], call: ({ items }, args) => getItem(items, intAt(args, 0)) }]],
  ['set', [{ parameters: ['int', 'Object'], call: ({ items }, args) => setItem(items, intAt(args, 0), valueAt(args, 1)) }]],
  [
    'add',
    [
      { parameters: ['Object'], call: (self, args, meter) => insert(self, self.items.length, [valueAt(args, 0)], meter) },
      { parameters: ['int', 'Object'], call: (self, args, meter) => insert(self, intAt(args, 0), [valueAt(args, 1)], meter) && NOTHING },
    ],
  ],
  [
    'addAll',
    [
      { parameters: ['Collection'], call: (self, args, meter) => insert(self, self.items.length, itemsAt(args, 0, meter), meter) },
      { parameters: ['int', 'Collection'], call: (self, args, meter) => insert(self, intAt(args, 0), itemsAt(args, 1, meter), meter) },
    ],
  ],
  [
    'remove',
    [
      { parameters: ['int'], call: (self, args, meter) => removeAt(self, intAt(args, 0), meter) },
      { parameters: ['Object'], call: (self, args, meter) => removeItem(self, valueAt(args, 0), meter) },
    ],
  ],
  ['removeAll', [{ parameters: ['Collection'], call: (self, args, meter) => keepItems(self, itemsAt(args, 0, meter), false, meter) }]],
  ['retainAll', [{ parameters: ['Collection'], call: (self, args, meter) => keepItems(self, itemsAt(args, 0, meter), true, meter) }]],
  ['clear', [plain((self) => replaceItems(self, []))]],
  ['contains', [{ parameters: ['Object'], call: ({ items }, args, meter) => find(items, valueAt(args, 0), meter) >= 0 }]],
  ['containsAll', [{ parameters: ['Collection'], call: ({ items }, args, meter) => hasAll(items, itemsAt(args, 0, meter), meter) }]],
  ['indexOf', [{ parameters: ['Object'], call: ({ items }, args, meter) => find(items, valueAt(args, 0), meter) }]],
  ['lastIndexOf', [{ parameters: ['Object'], call: ({ items }, args, meter) => findLast(items, valueAt(args, 0), meter) }]],
  ['subList', [{ parameters: ['int', 'int'], call: ({ items }, args, meter) => part(items, intAt(args, 0), intAt(args, 1), meter) }]],
  ['iterator', [plain((self, meter) => iterate(self, meter))]],
  ['toArray', toArray(({ items }) => items)],
  ['clone', [plain(({ items, type }, meter) => listOf(copy(items, meter), type))]],
  ['trimToSize', [plain(() => NOTHING)]],
]);

/** Methods that only a list from JSON has. */
export const jsonListMethods: Methods<JavaList> = new Map<string, readonly Method<JavaList>[]>([
  [
    'toJSONString',
    [plain((self, meter) => jsonOf(self, meter)), { parameters: ['List'], call: (_, args, meter) => jsonOf(valueAt(args, 0), meter) }],
  ],
]);

/** Velocity wraps an array as a list with a fixed length. */
export const arrayMethods: Methods<JavaArray> = new Map<string, readonly Method<JavaArray>[]>([
  ['size', [plain(({ items }) => items.length)]],
  ['isEmpty', [plain(({ items }) => items.length === 0)]],
  ['get', [{ parameters: ['int'], call: ({ items }, args) => getItem(items, intAt(args, 0)) }]],
  ['set', [{ parameters: ['int', 'Object'], call: (self, args) => setItem(self.items, intAt(args, 0), itemFor(self, valueAt(args, 1))) }]],
  ['contains', [{ parameters: ['Object'], call: ({ items }, args, meter) => find(items, valueAt(args, 0), meter) >= 0 }]],
  ['containsAll', [{ parameters: ['Collection'], call: ({ items }, args, meter) => hasAll(items, itemsAt(args, 0, meter), meter) }]],
  ['indexOf', [{ parameters: ['Object'], call: ({ items }, args, meter) => find(items, valueAt(args, 0), meter) }]],
  ['lastIndexOf', [{ parameters: ['Object'], call: ({ items }, args, meter) => findLast(items, valueAt(args, 0), meter) }]],
  ['iterator', [plain((self, meter) => iterate(self, meter))]],
]);

/** The items of an argument that is a list or a view. */
export function itemsAt(args: readonly Value[], index: number, meter: Meter): Value[] {
  const steps = stepsOf(valueAt(args, index), meter);
  if (steps === null) return javaThrows('java.lang.NullPointerException');
  const items: Value[] = [];
  while (steps.hasNext()) items.push(steps.next());
  meter.spend(items.length);
  return items;
}

/** `toArray()`. With an argument, Java fills an array of the argument's type. */
export function toArray<Self>(itemsIn: (self: Self) => readonly Value[]): readonly Method<Self>[] {
  return [
    plain((self, meter) => ({ kind: 'array', type: 'Object', items: copy(itemsIn(self), meter) })),
    { parameters: ['Object'], more: 'Object', call: () => unknownForm('toArray') },
  ];
}

/** The result of `iterator()`. */
export function iterate(self: Value, meter: Meter): Value {
  const steps = stepsOf(self, meter);
  return steps === null ? null : { kind: 'iterator', steps };
}

/** Where an item is, -1 if it is missing. */
export function find(items: readonly Value[], wanted: Value, meter: Meter): number {
  return items.findIndex((item) => equalValues(wanted, item, meter));
}

export function hasAll(items: readonly Value[], wanted: readonly Value[], meter: Meter): boolean {
  return wanted.every((item) => find(items, item, meter) >= 0);
}

function findLast(items: readonly Value[], wanted: Value, meter: Meter): number {
  return items.findLastIndex((item) => equalValues(wanted, item, meter));
}

function getItem(items: readonly Value[], index: number): Value {
  return items[checkIndex(index, items.length)] ?? null;
}

/** Returns the item before. */
function setItem(items: Value[], index: number, value: Value): Value {
  const before = getItem(items, index);
  items[index] = value;
  return before;
}

function itemFor({ type }: JavaArray, value: Value): Value {
  if (type === 'Object' || value === null || typeof value === 'string') return value;
  return javaThrows('java.lang.IllegalArgumentException: array element type mismatch');
}

function insert(self: JavaList, index: number, added: readonly Value[], meter: Meter): boolean {
  const { items } = self;
  if (index !== items.length) {
    if (index < 0 || index > items.length) javaThrows(`java.lang.IndexOutOfBoundsException: Index: ${index}, Size: ${items.length}`);
    meter.spend(items.length);
    self.items = [...items.slice(0, index), ...added, ...items.slice(index)];
  } else {
    for (const item of added) items.push(item);
  }
  self.changes += 1;
  return added.length > 0;
}

function removeAt(self: JavaList, index: number, meter: Meter): Value {
  const before = getItem(self.items, index);
  meter.spend(self.items.length - index);
  self.items.splice(index, 1);
  self.changes += 1;
  return before;
}

function removeItem(self: JavaList, value: Value, meter: Meter): boolean {
  const index = find(self.items, value, meter);
  if (index >= 0) removeAt(self, index, meter);
  return index >= 0;
}

function keepItems(self: JavaList, others: readonly Value[], those: boolean, meter: Meter): boolean {
  const kept = self.items.filter((item) => find(others, item, meter) >= 0 === those);
  const isChanged = kept.length !== self.items.length;
  if (isChanged) replaceItems(self, kept);
  return isChanged;
}

function replaceItems(self: JavaList, items: Value[]): Value {
  self.items = items;
  self.changes += 1;
  return NOTHING;
}

/** A copy. Java returns a window on the list. */
function part(items: readonly Value[], from: number, to: number, meter: Meter): Value {
  if (from < 0 || to > items.length) javaThrows(`java.lang.IndexOutOfBoundsException: fromIndex = ${from}, toIndex = ${to}`);
  if (from > to) javaThrows(`java.lang.IllegalArgumentException: fromIndex(${from}) > toIndex(${to})`);
  return listOf(copy(items.slice(from, to), meter));
}

function copy(items: readonly Value[], meter: Meter): Value[] {
  meter.spend(items.length);
  return [...items];
}
