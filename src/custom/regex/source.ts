import { PatternError } from './pattern.js';

/** A pattern that is being read. */
export interface Source {
  readonly text: string;
  at: number;
  flags: Flags;
  groups: number;
  readonly names: Map<string, number>;
  depth: number;
}

/** `(?imsx)`. */
export interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly u: boolean;
  readonly x: boolean;
}

/** The next character without reading it; the empty string at the end. */
export function peek({ text, at }: Source, offset = 0): string {
  return text.charAt(at + offset);
}

/** Reads `expected` if it comes next. Returns whether it did. */
export function take(source: Source, expected: string): boolean {
  if (!source.text.startsWith(expected, source.at)) return false;
  source.at += expected.length;
  return true;
}

/** Reads what a sticky expression matches; the empty string if nothing. */
export function takeMatch(source: Source, sticky: RegExp): string {
  sticky.lastIndex = source.at;
  const found = sticky.exec(source.text)?.[0] ?? '';
  source.at += found.length;
  return found;
}

/** Reads everything up to `end`, and `end` itself. Returns what stands before `end`. */
export function takeUntil(source: Source, end: string): string {
  const stop = source.text.indexOf(end, source.at);
  if (stop < 0) throw new PatternError(`Missing ${end}`, source.text.length);
  const found = source.text.slice(source.at, stop);
  source.at = stop + end.length;
  return found;
}

/** Reads one character as a code point. */
export function takePoint(source: Source): number {
  const point = source.text.codePointAt(source.at);
  if (point === undefined) throw new PatternError('Unexpected end', source.at);
  source.at += point > 0xffff ? 2 : 1;
  return point;
}

/** With the flag `x`, blanks and comments are not part of the pattern. */
export function skipComments(source: Source): void {
  while (source.flags.x && takeMatch(source, /[ \t\n\v\f\r]+|#[^\n\r\u0085\u2028\u2029]*/y) !== '');
}

/** Groups in groups. A pattern may come from a body, so there is a limit. */
const MAX_DEPTH = 100;

export function nest<T>(source: Source, read: () => T): T {
  source.depth += 1;
  if (source.depth > MAX_DEPTH) throw new PatternError(`More than ${MAX_DEPTH} groups inside each other`, source.at);
  const result = read();
  source.depth -= 1;
  return result;
}
