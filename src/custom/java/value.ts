/**
 * What a template can hold: the kinds of Java values that AWS's Velocity meets. The list is closed. A template never reaches a property of a
 * JavaScript object: every property and method is looked up in a table.
 *
 * A JavaScript number stands for an `Integer`, a string for a `String`.
 */
export type Value =
  | null
  | string
  | boolean
  | JavaNumber
  | Character
  | JavaList
  | JavaArray
  | JavaMap
  | MapView
  | Entry
  | JavaIterator
  | JavaClass
  | LoopScope
  | Block
  | Tool;

export type JavaNumber = number | BigNumber | JavaDouble | JavaDecimal;

/** A `Long` or a `BigInteger`. */
export interface BigNumber {
  readonly kind: 'big';
  readonly type: 'Long' | 'BigInteger';
  readonly value: bigint;
}

/** A `Double`. */
export interface JavaDouble {
  readonly kind: 'double';
  readonly value: number;
}

/** A `BigDecimal`: `unscaled / 10 ** scale`. */
export interface JavaDecimal {
  readonly kind: 'decimal';
  readonly unscaled: bigint;
  readonly scale: number;
}

/** A `Character`, one UTF-16 unit. */
export interface Character {
  readonly kind: 'character';
  readonly value: string;
}

/** A list. A list from JSON prints as JSON; a list written in a template prints as Java does. */
export interface JavaList {
  readonly kind: 'list';
  readonly type: 'JSONArray' | 'ArrayList';
  items: Value[];
  /** Counts the changes of length. A loop over a list that changes meanwhile fails, as in Java. */
  changes: number;
}

/** A `String[]`, from `split`, or an `Object[]`, from `toArray`. */
export interface JavaArray {
  readonly kind: 'array';
  readonly type: 'String' | 'Object';
  readonly items: Value[];
}

/** A map, in the order of insertion. */
export interface JavaMap {
  readonly kind: 'map';
  /** What the map prints. Maps under `$context` print nothing, others `{key=value}`. */
  readonly prints: 'entries' | 'nothing';
  /** By `keyOf`, which tells the key `1` from the key `'1'`. */
  entries: Map<string, MapEntry>;
  /** Counts added and removed keys. */
  changes: number;
  /** How often each key was set, by `keyOf`. Only maps of overrides keep this. */
  readonly writes?: Map<string, number>;
}

export interface MapEntry {
  readonly key: Value;
  value: Value;
}

/** The result of `keySet()`, `values()` or `entrySet()`: shows what is in the map now. */
export interface MapView {
  readonly kind: 'view';
  readonly of: JavaMap;
  readonly shows: 'keys' | 'values' | 'entries';
}

/** One entry of a map. */
export interface Entry {
  readonly kind: 'entry';
  readonly of: MapEntry;
}

/** The result of `iterator()`. */
export interface JavaIterator {
  readonly kind: 'iterator';
  readonly steps: Steps;
}

/** What `getClass()` returns. */
export interface JavaClass {
  readonly kind: 'class';
  readonly name: string;
}

/** A walk through a collection. */
export interface Steps {
  hasNext(): boolean;
  /** Throws a `TemplateFailure` where Java throws. */
  next(): Value;
}

/** `$foreach` in a loop. It is also a map, for what the template puts into it. */
export interface LoopScope {
  readonly kind: 'loop';
  index: number;
  hasNext: boolean;
  /** `$foreach` of the loop around this one. */
  readonly parent: LoopScope | undefined;
  /** What `$foreach` held before the loop, unless that was a loop's scope. */
  readonly replaced: Value;
  readonly stored: JavaMap;
  /** The loop itself: what `#break($foreach)` ends. */
  readonly owner: object;
}

/** A variable of `#define`: a part of the template that is rendered wherever the variable is printed. */
export interface Block {
  readonly kind: 'block';
  /** Renders the part with the variables of the place where it was defined. `undefined` when it would render itself too deeply. */
  print(): string | undefined;
}

/** `$input` or `$util`: a few properties and methods. */
export interface Tool {
  readonly kind: 'tool';
  readonly properties: ReadonlyMap<string, () => Value>;
  readonly methods: ReadonlyMap<string, ToolMethod>;
}

/** A method of a tool. Returns `undefined` when the arguments do not fit. */
export type ToolMethod = (args: readonly Value[]) => Value | undefined;

const NO_ENTRIES: Map<string, MapEntry> = new Map();

/** Makes an empty map. */
export function emptyMap(prints: JavaMap['prints'] = 'entries'): JavaMap {
  // A body of a million empty objects needs a million maps, but only one Map.
  return { kind: 'map', prints, entries: NO_ENTRIES, changes: 0 };
}

/** Makes a list. The items are not copied. */
export function listOf(items: Value[], type: JavaList['type'] = 'ArrayList'): JavaList {
  return { kind: 'list', type, items, changes: 0 };
}

/** Reads a key that is a string. `null` when it is missing. */
export function getText(map: JavaMap, key: string): Value {
  return map.entries.get(`s${key}`)?.value ?? null;
}

/** Sets a key that is a string. Returns the value before. */
export function putText(map: JavaMap, key: string, value: Value): Value {
  return putEntry(map, `s${key}`, key, value);
}

/** Sets a key by its `keyOf`. Returns the value before. */
export function putEntry(map: JavaMap, id: string, key: Value, value: Value): Value {
  map.writes?.set(id, (map.writes.get(id) ?? 0) + 1);
  const entry = map.entries.get(id);
  if (entry !== undefined) {
    const before = entry.value;
    entry.value = value;
    return before;
  }
  if (map.entries === NO_ENTRIES) map.entries = new Map();
  map.entries.set(id, { key, value });
  map.changes += 1;
  return null;
}

export function isNumber(value: Value): value is JavaNumber {
  if (typeof value === 'number') return true;
  return isObject(value) && (value.kind === 'big' || value.kind === 'double' || value.kind === 'decimal');
}

export function isObject(value: Value): value is Exclude<Value, null | string | boolean | number> {
  return typeof value === 'object' && value !== null;
}

/** Returns what a view shows of one entry. */
export function shownOf(entry: MapEntry, shows: MapView['shows']): Value {
  if (shows === 'entries') return { kind: 'entry', of: entry };
  return shows === 'keys' ? entry.key : entry.value;
}

/** Returns what a view of a map shows now. */
export function itemsOf({ of, shows }: MapView): Value[] {
  return Array.from(of.entries.values(), (entry) => shownOf(entry, shows));
}
