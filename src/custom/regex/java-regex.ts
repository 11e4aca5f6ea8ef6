import { javaThrows, type Meter } from '../meter.js';
import { once } from '../once.js';
import { type Compiled, compilePattern } from './compile.js';
import { parsePattern } from './parse-pattern.js';
import { PatternError } from './pattern.js';
import { matchAt, type Registers } from './run.js';

// Regular expressions are Java's, and the text may be the client's. So they run here, step by step and counted, and not in JavaScript's RegExp,
// which reads some patterns differently and can be made to run for hours.

/** A compiled regular expression. */
export interface JavaRegex {
  readonly compiled: Compiled;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Compiles a regular expression in Java's syntax. Throws a {@link PatternError}. */
export function compileRegex(pattern: string, ignoresCase = false): JavaRegex {
  const { pattern: parsed, groups, names } = parsePattern(pattern, ignoresCase);
  return { compiled: compilePattern(parsed, groups), groups, names };
}

/** Compiles a regular expression of a template, where a mistake is a Java exception. */
export function compileInTemplate(pattern: string): JavaRegex {
  try {
    return compileRegex(pattern);
  } catch (error) {
    if (error instanceof PatternError) javaThrows(`java.util.regex.PatternSyntaxException: ${error.message}`);
    throw error;
  }
}

/** Whether a regular expression matches the whole text. */
export function matchesWhole({ compiled }: JavaRegex, text: string, meter: Meter): boolean {
  return matchAt(compiled, text, 0, text.length, meter) !== null;
}

/** The matches in a text, from left to right. */
export function* findMatches({ compiled }: JavaRegex, text: string, meter: Meter): Generator<Registers> {
  for (let start = 0; start <= text.length; ) {
    const found = matchAt(compiled, text, start, undefined, meter);
    const [from = 0, to = 0] = found ?? [start, start];
    if (found !== null) yield found;
    // Behind a match that took nothing, the search goes on one character later.
    start = found !== null && to > from ? to : start + 1;
  }
}

/** `replaceAll`, or `replaceFirst`. Java looks at the replacement only if something matches. */
export function replaceMatches(regex: JavaRegex, text: string, replacement: () => string, limit: number, meter: Meter): string {
  const pieces: string[] = [];
  const parts = once(() => parseReplacement(replacement(), regex));
  let done = 0;
  let count = 0;
  for (const match of findMatches(regex, text, meter)) {
    const [from = 0, to = 0] = match;
    const replaced = parts().map((part) => (typeof part === 'string' ? part : groupText(match, part, text)));
    for (const piece of [text.slice(done, from), ...replaced]) {
      meter.write(piece.length);
      pieces.push(piece);
    }
    done = to;
    count += 1;
    if (count === limit) break;
  }
  meter.write(text.length - done);
  return pieces.join('') + text.slice(done);
}

/** Text and numbers of groups: `$1` and `${name}` stand for groups, and `\\` takes the next character as it is. */
function parseReplacement(replacement: string, regex: JavaRegex): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  let at = 0;
  while (at < replacement.length) {
    const plain = takePlain(replacement, at);
    const character = replacement.charAt(at);
    if (plain !== '') {
      parts.push(plain);
      at += plain.length;
    } else if (character === '\\') {
      if (at + 1 === replacement.length) javaThrows('java.lang.IllegalArgumentException: character to be escaped is missing');
      parts.push(replacement.charAt(at + 1));
      at += 2;
    } else {
      const { group, length } = readReference(replacement.slice(at + 1, at + MAX_REFERENCE), regex);
      parts.push(group);
      at += 1 + length;
    }
  }
  return parts;
}

function takePlain(text: string, at: number): string {
  const sticky = /[^\\$]*/y;
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}

/** Longer group names are ignored. */
const MAX_REFERENCE = 1000;

interface Reference {
  readonly group: number;
  readonly length: number;
}

/** Takes as many digits as there are groups. */
function readReference(rest: string, { groups, names }: JavaRegex): Reference {
  const name = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(rest)?.[1];
  if (name !== undefined) {
    const group = names.get(name);
    if (group === undefined) javaThrows(`java.lang.IllegalArgumentException: No group with name {${name}}`);
    return { group, length: name.length + 2 };
  }
  const digits = /^\d+/.exec(rest)?.[0];
  if (digits === undefined) javaThrows('java.lang.IllegalArgumentException: Illegal group reference');
  let length = 1;
  while (length < digits.length && Number(digits.slice(0, length + 1)) <= groups) length += 1;
  const group = Number(digits.slice(0, length));
  if (group > groups) javaThrows(`java.lang.IndexOutOfBoundsException: No group ${group}`);
  return { group, length };
}

function groupText(match: Registers, group: number, text: string): string {
  const from = match[2 * group] ?? -1;
  const to = match[2 * group + 1] ?? -1;
  return from < 0 || to < 0 ? '' : text.slice(from, to);
}

/** `split`: an empty string at the start is kept unless the match took nothing there; at the end it is dropped if `limit` is 0. */
export function splitByRegex(regex: JavaRegex, text: string, limit: number, meter: Meter): string[] {
  const parts: string[] = [];
  let done = 0;
  for (const [from = 0, to = 0] of findMatches(regex, text, meter)) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (to === 0) continue;
    parts.push(text.slice(done, from));
    done = to;
  }
  if (parts.length === 0) return [text];
  parts.push(text.slice(done));
  if (limit === 0) while (parts.at(-1) === '') parts.pop();
  meter.write(text.length);
  return parts;
}
