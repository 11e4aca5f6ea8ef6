import { compileFilter } from './compile-filter.js';
import { type ArrayOperation, type JsonPath, JsonPathError, type PathToken } from './token.js';

/** Compiles a JSONPath as Jayway's JsonPath 2.0 does. Throws a {@link JsonPathError}. */
export function compilePath(given: string): JsonPath {
  const trimmed = given.trim();
  if (trimmed === '' || trimmed.endsWith('..')) throw invalid(given);
  const isRooted = !trimmed.startsWith('@');
  const path = /^[$@]/.test(trimmed) ? `$${trimmed.slice(1)}` : `$.${trimmed}`;
  if (path.length > 1 && !/^[.[]$/.test(path.charAt(1))) throw invalid(given);
  const tokens: PathToken[] = [];
  let at = 0;
  while (at < path.length) {
    const { token, end } = readToken(path, at);
    if (token !== undefined) tokens.push(token);
    at = end;
  }
  if (tokens.at(-1)?.kind === 'scan') throw invalid(given);
  return { tokens, isRooted };
}

function invalid(path: string): JsonPathError {
  return new JsonPathError(`The JSONPath ${JSON.stringify(path.slice(0, 200))} is not valid.`);
}

interface Read {
  /** `undefined` for a dot before a bracket. */
  readonly token: PathToken | undefined;
  readonly end: number;
}

function readToken(path: string, at: number): Read {
  switch (path.charAt(at)) {
    case ' ':
      throw invalid(path);
    case '$':
      return { token: { kind: 'root' }, end: at + 1 };
    case '*':
      return { token: { kind: 'any' }, end: at + 1 };
    case '[': {
      const end = closingBracket(path, at);
      return { token: readBrackets(path.slice(at, end)), end };
    }
    case '.':
      return readDot(path, at + 1);
    default: {
      const end = nameEnd(path, at);
      return { token: readNames(`'${path.slice(at, end)}']`, "'"), end };
    }
  }
}

function readDot(path: string, at: number): Read {
  if (at >= path.length) throw invalid(path);
  if (path.charAt(at) === '.') return { token: { kind: 'scan' }, end: at + 1 };
  const end = nameEnd(path, at);
  const name = path.slice(at, end);
  if (name === '') return { token: undefined, end };
  return { token: name === '*' ? { kind: 'any' } : readNames(`'${name}']`, "'"), end };
}

function nameEnd(path: string, at: number): number {
  const length = path.slice(at).search(/[.[ ]/);
  return length < 0 ? path.length : at + length;
}

/** Counts brackets, whether in quotes or not. */
function closingBracket(path: string, at: number): number {
  let depth = 0;
  for (let index = at + 1; index < path.length; index += 1) {
    const character = path.charAt(index);
    if (character === ']' && depth === 0) return index + 1;
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
  }
  return path.length;
}

/** What comes first decides: a question mark, a quote, or a number. */
function readBrackets(fragment: string): PathToken {
  if (fragment === '[*]') return { kind: 'any' };
  const start = fragment.search(/[?'"0-9:@-]/);
  const first = fragment.charAt(start);
  if (start < 0 || /^\[\s*\?[,\s*?]*\]$/.test(fragment)) throw invalid(fragment);
  if (first === '?') return readFilter(fragment.slice(fragment.lastIndexOf('[', start)));
  // Jayway 2.0 does not know names in double quotes; later versions do.
  if (first === "'" || first === '"') return readNames(fragment.slice(start), first);
  return readArray(fragment, start);
}

function readFilter(fragment: string): PathToken {
  return { kind: 'filter', accepts: compileFilter(fragment.slice(0, filterEnd(fragment)), compilePath) };
}

/** Names in quotes, up to the first bracket that closes. */
function readNames(text: string, quote: string): PathToken {
  const end = text.indexOf(']');
  if (end < 0) throw invalid(text);
  const parts = text.slice(0, end).split(quote);
  // Every second part is in quotes; the last quote may be missing.
  const names = parts.filter((_, index) => index % 2 === 1 && index < parts.length - 1);
  return { kind: 'names', names };
}

/** The bracket that closes the filter: outside of strings, with all parentheses closed. */
function filterEnd(fragment: string): number {
  let parentheses = 0;
  let brackets = 0;
  let inString = false;
  for (let index = 0; index < fragment.length; index += 1) {
    const character = fragment.charAt(index);
    if (character === "'" && fragment.charAt(index - 1) !== '\\') inString = !inString;
    if (inString) continue;
    if (character === '(') parentheses += 1;
    if (character === ')') parentheses -= 1;
    if (character === '[') brackets += 1;
    if (character !== ']') continue;
    brackets -= 1;
    if (parentheses !== 0) continue;
    if (brackets !== 0) break;
    return index + 1;
  }
  throw invalid(fragment);
}

/** `[0]`, `[0,1]`, `[1:]`, `[:1]`, `[1:2]` or `[(@.length-1)]`. */
function readArray(fragment: string, start: number): PathToken {
  if (fragment.charAt(start) === '@') return readFromEnd(fragment.slice(start));
  // Numbers, up to the first character that belongs to none; blanks do not count.
  const raw = /^[0-9, :-]*/.exec(fragment.slice(start))?.[0] ?? '';
  if (start + raw.length >= fragment.length) throw invalid(fragment);
  const text = raw.replaceAll(' ', '');
  const [, from = '', to] = /^(-?\d*):(-?\d*)/.exec(text) ?? [];
  if (to === undefined) return readIndexes(text, fragment);
  if (from === '') return array('to', [numberOf(to, fragment)]);
  return to === '' ? array('from', [numberOf(from, fragment)]) : array('between', [numberOf(from, fragment), numberOf(to, fragment)]);
}

function readIndexes(text: string, fragment: string): PathToken {
  const parts = text.split(',');
  const numbers = (parts.at(-1) === '' ? parts.slice(0, -1) : parts).map((part) => numberOf(part, fragment));
  return array(numbers.length === 1 ? 'index' : 'indexes', numbers);
}

/** Only the last item, or one before it. */
function readFromEnd(text: string): PathToken {
  const [, name, number] = /^@.([^-]*)(-[^)]*)\)/.exec(text) ?? [];
  if (name === undefined || number === undefined || !['size', 'length'].includes(name.replace(/[ ()]/g, ''))) throw invalid(text);
  return array('from end', [numberOf(number.replaceAll(' ', ''), text)]);
}

function array(operation: ArrayOperation, numbers: readonly number[]): PathToken {
  return { kind: 'array', operation, numbers };
}

/** As `Integer.parseInt` reads it. */
function numberOf(text: string, fragment: string): number {
  const number = /^-?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(Math.abs(number) <= 0x7fffffff)) throw invalid(fragment);
  return number;
}
