import { javaThrows, type Meter, TemplateFailure } from '../meter.js';
import { numberText } from './numbers.js';
import { quoteJson } from './quote-json.js';
import { isNumber, isObject, itemsOf, type JavaArray, type JavaMap, type MapEntry, type Value } from './value.js';

/** Returns the text of any value, as `String.valueOf` does: `null` becomes "null". */
export function textOfAny(value: Value, meter: Meter): string {
  return value === null ? 'null' : (textOf(value, meter) ?? 'null');
}

/** Receives a string piece by piece. */
type Write = (piece: string) => void;

/** A value as its `toString()` prints it. `undefined` for a block that is already inside itself too often: Java's `null`. */
export function textOf(value: Exclude<Value, null>, meter: Meter): string | undefined {
  if (typeof value === 'string') return value;
  if (isObject(value) && value.kind === 'block') return value.print();
  return gather((write) => print(value, write, meter), meter);
}

/** A value as JSON, written as json-smart writes it. */
export function jsonOf(value: Value, meter: Meter): string {
  return gather((write) => writeJson(value, write, meter), meter);
}

function gather(produce: (write: Write) => void, meter: Meter): string {
  const pieces: string[] = [];
  produce((piece) => {
    meter.write(piece.length);
    pieces.push(piece);
  });
  return pieces.join('');
}

function print(value: Value, write: Write, meter: Meter): void {
  meter.spend(1);
  const plain = plainText(value, meter);
  if (plain !== undefined) write(plain);
  else if (!isObject(value)) return;
  else if (value.kind === 'list' && value.type === 'JSONArray') writeJson(value, write, meter);
  else if (value.kind === 'list') printItems(value.items, write, meter, value);
  else if (value.kind === 'view') printItems(itemsOf(value), write, meter);
  else if (value.kind === 'map' && value.prints === 'entries') printMap(value, write, meter);
  else if (value.kind === 'loop') printMap(value.stored, write, meter);
  else if (value.kind === 'entry') meter.deeper(() => printEntry(value.of, write, meter));
}

/** Java prints the name of the class and a number that differs each time. */
const IDENTITIES = { iterator: 'java.util.Iterator@0', tool: '' } as const;

/** The name of an array's class. */
export function arrayClass({ type }: JavaArray): string {
  return `[Ljava.lang.${type};`;
}

/** Prints a value that holds no other values; returns `undefined` for lists, maps and entries. Inside those, `null` prints as `null`. */
function plainText(value: Value, meter: Meter): string | undefined {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  if (isNumber(value)) return numberText(value);
  switch (value.kind) {
    case 'character':
      return value.value;
    case 'block':
      return value.print() ?? 'null';
    case 'class':
      return `class ${value.name}`;
    case 'array':
      meter.note('identity-printed', value.kind);
      return `${arrayClass(value)}@0`;
    case 'iterator':
    case 'tool':
      meter.note('identity-printed', value.kind);
      return IDENTITIES[value.kind];
    default:
      return undefined;
  }
}

function printItems(items: readonly Value[], write: Write, meter: Meter, self?: Value): void {
  meter.deeper(() => {
    write('[');
    items.forEach((item, index) => {
      if (index > 0) write(', ');
      if (item === self && self !== undefined) write('(this Collection)');
      else print(item, write, meter);
    });
    write(']');
  });
}

function printMap(map: JavaMap, write: Write, meter: Meter): void {
  meter.deeper(() => {
    write('{');
    let separator = '';
    for (const entry of map.entries.values()) {
      write(separator);
      separator = ', ';
      printEntry(entry, write, meter, map);
    }
    write('}');
  });
}

function printEntry({ key, value }: MapEntry, write: Write, meter: Meter, self?: Value): void {
  const side = (one: Value): void => {
    if (one === self && self !== undefined) write('(this Map)');
    else print(one, write, meter);
  };
  side(key);
  write('=');
  side(value);
}

/** Throws `unsupported` for a value that has no JSON, such as a tool or an iterator. */
function writeJson(value: Value, write: Write, meter: Meter): void {
  meter.spend(1);
  const plain = plainJson(value, meter);
  if (plain !== undefined) write(plain);
  else if (!isObject(value)) return;
  else if (value.kind === 'list' || value.kind === 'array') writeArray(value.items, write, meter);
  else if (value.kind === 'view') writeArray(itemsOf(value), write, meter);
  else if (value.kind === 'map') writeObject(value, write, meter);
  else if (value.kind === 'loop') writeObject(value.stored, write, meter);
  else throw new TemplateFailure('unsupported', `It writes a Java object (${value.kind}) as JSON.`);
}

/** Numbers are written as they print, except infinity, which is written as `null`. */
function plainJson(value: Value, meter: Meter): string | undefined {
  if (typeof value === 'string') return quote(value, meter);
  if (!isObject(value)) return String(value);
  if (!isNumber(value)) return undefined;
  return value.kind === 'double' && Math.abs(value.value) === Number.POSITIVE_INFINITY ? 'null' : numberText(value);
}

function writeArray(items: readonly Value[], write: Write, meter: Meter): void {
  meter.deeper(() => {
    write('[');
    items.forEach((item, index) => {
      if (index > 0) write(',');
      writeJson(item, write, meter);
    });
    write(']');
  });
}

function writeObject(map: JavaMap, write: Write, meter: Meter): void {
  meter.deeper(() => {
    write('{');
    let separator = '';
    for (const { key, value } of map.entries.values()) {
      if (key === null) javaThrows('java.lang.NullPointerException: a map with the key null as JSON');
      write(`${separator}${quote(textOf(key, meter) ?? 'null', meter)}:`);
      separator = ',';
      writeJson(value, write, meter);
    }
    write('}');
  });
}

function quote(text: string, meter: Meter): string {
  // A slash becomes `\/`: the same JSON value, but another text.
  if (text.includes('/')) meter.note('slash-escaped', text);
  return quoteJson(text);
}
