import { limitDigits, parseDecimal } from '../java/decimal.js';
import { big, double, smallestInteger } from '../java/numbers.js';
import { trimJava } from '../java/trim.js';
import { emptyMap, listOf, putText, type Value } from '../java/value.js';
import type { Meter } from '../meter.js';

// AWS reads bodies with json-smart, which forgives a lot: names and strings without quotes, single quotes, surplus commas, and anything after
// the end. So a body that is no JSON at all, such as a form, is a string. Java classes of numbers are kept: 1 is not 1.0.

/** The result of reading a body that is not even forgivable, such as `[1`. */
export const NOT_JSON: unique symbol = Symbol('not JSON');

/** Reads JSON as json-smart reads it in its permissive mode. */
export function readJson(text: string, meter: Meter): Value | typeof NOT_JSON {
  const reader: Reader = { text, at: 0, meter };
  try {
    return readValue(reader, 'top');
  } catch (error) {
    if (error === NOT_JSON) return NOT_JSON;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
  readonly meter: Meter;
}

/** The character that json-smart takes for the end, in a string too. */
const END = '\u001a';

/** The characters that end a value without quotes: in an array, as a key, as a value of an object, at the top. */
const STOPS = { array: `,]${END}`, key: `:${END}`, value: `,}${END}`, top: END } as const;
type Place = keyof typeof STOPS;

function current({ text, at }: Reader): string {
  return at < text.length ? text.charAt(at) : END;
}

function readValue(reader: Reader, place: Place): Value {
  skipBlanks(reader);
  reader.meter.spend(1);
  const first = current(reader);
  if (first === '{') return reader.meter.deeper(() => readObject(reader));
  if (first === '[') return reader.meter.deeper(() => readArray(reader));
  if (first === '"' || first === "'") return readString(reader);
  if (/[-0-9]/.test(first)) return readNumber(reader, place);
  if (first === ':' || first === '}' || first === ']') return refuse();
  return readWord(reader, place);
}

function refuse(): never {
  throw NOT_JSON;
}

function skipBlanks(reader: Reader): void {
  while (' \r\n\t'.includes(current(reader))) reader.at += 1;
}

/** Skips control characters, too. */
function skipSpace(reader: Reader): void {
  while (current(reader) <= ' ' && current(reader) !== END) reader.at += 1;
}

function readArray(reader: Reader): Value {
  const items: Value[] = [];
  reader.at += 1;
  for (;;) {
    skipBlanks(reader);
    const next = current(reader);
    if (next === END || next === ':' || next === '}') return refuse();
    if (next === ',' || next === ']') reader.at += 1;
    else items.push(readValue(reader, 'array'));
    if (next === ']') return listOf(items, 'JSONArray');
  }
}

/** A map costs as much memory as a dozen numbers. */
const MAP_COST = 8;

function readObject(reader: Reader): Value {
  const map = emptyMap();
  reader.meter.spend(MAP_COST);
  reader.at += 1;
  for (;;) {
    skipBlanks(reader);
    const next = current(reader);
    if (next === ':' || next === ']' || next === '[' || next === '{') return refuse();
    if (next === '}') break;
    if (next === ',') {
      reader.at += 1;
      continue;
    }
    const key = readKey(reader);
    putText(map, key, readValue(reader, 'value'));
    skipSpace(reader);
    if (current(reader) === '}') break;
    if (current(reader) !== ',') return refuse();
  }
  reader.at += 1;
  return map;
}

function readKey(reader: Reader): string {
  const isQuoted = current(reader) === '"' || current(reader) === "'";
  const key = isQuoted ? readString(reader) : readUnquoted(reader, 'key');
  skipSpace(reader);
  if (current(reader) !== ':') refuse();
  reader.at += 1;
  if (reader.at >= reader.text.length) refuse();
  return key;
}

const WORDS: Readonly<Record<string, Value>> = { null: null, true: true, false: false, NaN: double(Number.NaN) };

function readWord(reader: Reader, place: Place): Value {
  const word = readUnquoted(reader, place);
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : word;
}

/** A string without quotes, without the blanks around it. */
function readUnquoted(reader: Reader, place: Place): string {
  const start = reader.at;
  while (!STOPS[place].includes(current(reader))) reader.at += 1;
  return trimJava(reader.text.slice(start, reader.at));
}

/** What may stand between a number and the end of its place. A character from `~` on ends the number, and starts something new. */
function endsNumber(reader: Reader, place: Place): boolean {
  const next = current(reader);
  return next >= '~' || STOPS[place].includes(next);
}

const NUMBER = /-?\d*(\.\d*)?(?:([eE])([+-]?\d*))?/y;

function readNumber(reader: Reader, place: Place): Value {
  const start = reader.at;
  NUMBER.lastIndex = start;
  const [token = '', fraction, e, exponent = ''] = NUMBER.exec(reader.text) ?? [];
  reader.at += token.length;
  const hasExponent = e !== undefined;
  if (hasExponent && exponent === '') return readRest(reader, start, place);
  skipSpace(reader);
  if (!endsNumber(reader, place)) return readRest(reader, start, place);
  return fraction === undefined && !hasExponent ? integerOf(token) : fractionOf(token);
}

/** `12abc` is a string. */
function readRest(reader: Reader, start: number, place: Place): Value {
  readUnquoted(reader, place);
  return trimJava(reader.text.slice(start, reader.at));
}

/** From 20 digits on it is a `BigInteger`, zeros at the start included. A sign alone is 0. */
function integerOf(token: string): Value {
  if (token === '-') return 0;
  const isLong = token.length > (token.startsWith('-') ? 20 : 19);
  const value = BigInt(limitDigits(token));
  return isLong ? big('BigInteger', value) : smallestInteger(value);
}

/** From 19 characters on it is a `BigDecimal`. */
function fractionOf(token: string): Value {
  if (!/\d/.test(token.replace(/[eE].*/, '')) || /[eE][+-]?$/.test(token)) return refuse();
  return token.length > 18 ? parseDecimal(token) : double(Number(token));
}

/** Ends at the same quote. With a backslash anywhere before it, escapes are read and control characters are dropped. */
function readString(reader: Reader): string {
  const { text, at } = reader;
  const quote = text.charAt(at);
  const end = text.indexOf(quote, at + 1);
  if (end < 0) return refuse();
  const plain = text.slice(at + 1, end);
  if (plain.includes('\\')) return readEscaped(reader, quote);
  reader.at = end + 1;
  return plain;
}

const ESCAPES: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  b: '\b',
  '\\': '\\',
  '/': '/',
  "'": "'",
  '"': '"',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are dropped
const PLAIN_IN_DOUBLE = /[^"\\\u0000-\u001f\u007f]+/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are dropped
const PLAIN_IN_SINGLE = /[^'\\\u0000-\u001f\u007f]+/y;

function readEscaped(reader: Reader, quote: string): string {
  const pieces: string[] = [];
  const plain = quote === '"' ? PLAIN_IN_DOUBLE : PLAIN_IN_SINGLE;
  reader.at += 1;
  for (;;) {
    plain.lastIndex = reader.at;
    const run = plain.exec(reader.text)?.[0] ?? '';
    pieces.push(run);
    reader.at += run.length;
    const next = current(reader);
    if (next === END) return refuse();
    reader.at += 1;
    if (next === quote) return pieces.join('');
    if (next === '\\') pieces.push(readEscape(reader));
  }
}

/** An unknown escape is dropped. */
function readEscape(reader: Reader): string {
  const letter = current(reader);
  reader.at += 1;
  const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
  if (digits === 0) return ESCAPES[letter] ?? '';
  const hex = reader.text.slice(reader.at, reader.at + digits);
  if (hex.length < digits || !/^[0-9a-fA-F]+$/.test(hex)) return refuse();
  reader.at += digits;
  return String.fromCharCode(Number.parseInt(hex, 16));
}
