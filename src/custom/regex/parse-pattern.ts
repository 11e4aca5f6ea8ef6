import { exactly, isLineEnd, not } from './characters.js';
import { parseClass } from './parse-class.js';
import { caseRule, readCharacterEscape } from './parse-escape.js';
import { type Pattern, PatternError, type PlaceTest, type RepeatMode } from './pattern.js';
import { endOfLine, endOfText, isNoWordEdge, isWordEdge, lastLineEnd, startOfLine, startOfText } from './places.js';
import { type Flags, nest, peek, type Source, skipComments, take, takeMatch, takePoint, takeUntil } from './source.js';

/** A pattern and its groups. */
export interface ParsedPattern {
  readonly pattern: Pattern;
  /** The number of capturing groups. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

const NO_FLAGS: Flags = { i: false, m: false, s: false, u: false, x: false };

/** Reads a regular expression in Java's syntax. Throws a {@link PatternError}. */
export function parsePattern(text: string, ignoresCase = false): ParsedPattern {
  const source: Source = { text, at: 0, flags: { ...NO_FLAGS, i: ignoresCase }, groups: 0, names: new Map(), depth: 0 };
  const pattern = readChoice(source);
  if (source.at < text.length) throw new PatternError("Unmatched closing ')'", source.at - 1);
  return { pattern, groups: source.groups, names: source.names };
}

function readChoice(source: Source): Pattern {
  const options = [readSequence(source)];
  while (take(source, '|')) options.push(readSequence(source));
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
}

function readSequence(source: Source): Pattern {
  const items: Pattern[] = [];
  for (;;) {
    skipComments(source);
    const next = peek(source);
    if (next === '' || next === '|' || next === ')') return { kind: 'sequence', items };
    if (take(source, '\\Q')) readQuoted(source, items);
    else items.push(readRepeat(source, readAtom(source)));
  }
}

/** `\Q…\E`: a repeat behind it belongs to the last character. */
function readQuoted(source: Source, items: Pattern[]): void {
  const end = source.text.indexOf('\\E', source.at);
  const quoted = source.text.slice(source.at, end < 0 ? undefined : end);
  source.at = end < 0 ? source.text.length : end + 2;
  for (const character of quoted) items.push(literal(source, character.codePointAt(0) ?? 0));
  const last = items.pop();
  if (last !== undefined) items.push(readRepeat(source, last));
}

function literal(source: Source, point: number): Pattern {
  return { kind: 'one', accepts: exactly(point, caseRule(source)) };
}

function readAtom(source: Source): Pattern {
  const start = source.at;
  if (take(source, '(')) return readGroup(source);
  if (take(source, '[')) return { kind: 'one', accepts: parseClass(source) };
  if (take(source, '\\')) return readEscape(source);
  const { flags } = source;
  if (take(source, '.')) return { kind: 'one', accepts: flags.s ? () => true : not(isLineEnd) };
  if (take(source, '^')) return place(flags.m ? startOfLine : startOfText);
  if (take(source, '$')) return place(flags.m ? endOfLine : lastLineEnd);
  const next = peek(source);
  // A repeat of nothing.
  if (next === '{') return { kind: 'sequence', items: [] };
  if (next === '*' || next === '+' || next === '?') throw new PatternError(`Dangling meta character '${next}'`, start);
  return literal(source, takePoint(source));
}

function place(holds: PlaceTest): Pattern {
  return { kind: 'place', holds };
}

const PLACES: Readonly<Record<string, PlaceTest>> = {
  A: startOfText,
  z: endOfText,
  Z: lastLineEnd,
  b: isWordEdge,
  B: isNoWordEdge,
};

function readEscape(source: Source): Pattern {
  const letter = peek(source);
  const holds = PLACES[letter];
  if (holds !== undefined) {
    source.at += 1;
    return place(holds);
  }
  if (take(source, 'R')) return lineEnd();
  if (take(source, 'k<')) return again(source, source.names.get(takeUntil(source, '>')));
  if (/[1-9]/.test(letter)) return again(source, readGroupNumber(source));
  return { kind: 'one', accepts: readCharacterEscape(source) };
}

/** `\R`: any line end. */
function lineEnd(): Pattern {
  const one = (test: (point: number) => boolean): Pattern => ({ kind: 'one', accepts: test });
  const pair: Pattern = { kind: 'sequence', items: [one((point) => point === 13), one((point) => point === 10)] };
  return { kind: 'choice', options: [pair, one((point) => isLineEnd(point) || point === 11 || point === 12)] };
}

function again(source: Source, group: number | undefined): Pattern {
  if (group === undefined) throw new PatternError('The named group does not exist', source.at);
  return { kind: 'again', group, ignoresCase: source.flags.i };
}

/** Takes as many digits as there are groups so far. */
function readGroupNumber(source: Source): number {
  let group = Number(takeMatch(source, /[1-9]/y));
  for (;;) {
    const longer = group * 10 + Number(peek(source));
    if (!/[0-9]/.test(peek(source)) || longer > source.groups) return group;
    group = longer;
    source.at += 1;
  }
}

function readGroup(source: Source): Pattern {
  return nest(source, () => {
    const { flags } = source;
    const group = take(source, '?') ? readSpecialGroup(source) : readCapture(source);
    // Flags that are set inside a group end with it; `(?i)` alone is not a group.
    if (group.closes) {
      if (!take(source, ')')) throw new PatternError('Unclosed group', source.at);
      source.flags = flags;
    }
    return group.pattern;
  });
}

interface Group {
  readonly pattern: Pattern;
  readonly closes: boolean;
}

function readCapture(source: Source, name?: string): Group {
  source.groups += 1;
  const index = source.groups;
  if (name !== undefined) {
    if (source.names.has(name)) throw new PatternError(`Named capturing group <${name}> is already defined`, source.at);
    source.names.set(name, index);
  }
  return { pattern: { kind: 'group', index, item: readChoice(source) }, closes: true };
}

const LOOKS: readonly (readonly [start: string, behind: boolean, negative: boolean])[] = [
  ['=', false, false],
  ['!', false, true],
  ['<=', true, false],
  ['<!', true, true],
];

function readSpecialGroup(source: Source): Group {
  for (const [start, behind, negative] of LOOKS) {
    if (take(source, start)) return { pattern: { kind: 'look', item: readChoice(source), behind, negative }, closes: true };
  }
  if (take(source, '>')) return { pattern: { kind: 'atomic', item: readChoice(source) }, closes: true };
  if (take(source, '<')) return readCapture(source, takeGroupName(source));
  return readFlags(source);
}

function takeGroupName(source: Source): string {
  const name = takeUntil(source, '>');
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new PatternError('Unknown look-behind group', source.at);
  return name;
}

/** `(?i)` for what follows, `(?i:…)` for a group. The flag `d` changes only what ends a line, and is not known here. */
function readFlags(source: Source): Group {
  const [, on = '', off = ''] = /^([a-zA-Z]*)(?:-([a-zA-Z]*))?/.exec(takeMatch(source, /[a-zA-Z]*(?:-[a-zA-Z]*)?/y)) ?? [];
  const unknown = /[^imsux]/.exec(on + off)?.[0];
  if (unknown !== undefined) throw new PatternError(`Unknown inline modifier '${unknown}'`, source.at);
  const outer = source.flags;
  const set = (names: string, value: boolean): Partial<Flags> => Object.fromEntries([...names].map((name) => [name, value]));
  const inner: Flags = { ...outer, ...set(on, true), ...set(off, false) };
  source.flags = inner;
  if (take(source, ')')) return { pattern: { kind: 'sequence', items: [] }, closes: false };
  if (!take(source, ':')) throw new PatternError('Unknown group type', source.at);
  return { pattern: readChoice(source), closes: true };
}

/** A repeat is not repeated: in `a{2}{3}`, Java reads the second one as a repeat of nothing. */
function readRepeat(source: Source, item: Pattern): Pattern {
  skipComments(source);
  const counts = readCounts(source);
  return counts === undefined ? item : { kind: 'repeat', item, ...counts, mode: readMode(source) };
}

function readCounts(source: Source): { readonly min: number; readonly max: number } | undefined {
  if (take(source, '*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (take(source, '+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (take(source, '?')) return { min: 0, max: 1 };
  if (peek(source) !== '{') return undefined;
  const [all = '', min = '', comma, max = ''] = /^\{(\d+)(?:(,)(\d*))?\}/.exec(source.text.slice(source.at, source.at + 30)) ?? [];
  if (all === '') throw new PatternError('Illegal repetition', source.at);
  source.at += all.length;
  const most = comma === undefined ? Number(min) : max === '' ? Number.POSITIVE_INFINITY : Number(max);
  if (most < Number(min) || Number(min) > 0x7fffffff) throw new PatternError('Illegal repetition range', source.at);
  return { min: Number(min), max: most };
}

function readMode(source: Source): RepeatMode {
  if (take(source, '?')) return 'lazy';
  return take(source, '+') ? 'possessive' : 'greedy';
}
