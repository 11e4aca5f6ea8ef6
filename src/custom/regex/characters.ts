import type { CharacterTest } from './pattern.js';

/** How letters compare: only those of ASCII ignore case, unless the flag `u` is set too. */
export interface CaseRule {
  readonly ignoresCase: boolean;
  readonly unicode: boolean;
}

/** Accepts one character. */
export function exactly(point: number, rule: CaseRule): CharacterTest {
  if (!rule.ignoresCase) return (other) => other === point;
  const folded = fold(point, rule.unicode);
  return (other) => fold(other, rule.unicode) === folded;
}

/** Accepts the characters between two, both included. */
export function between(from: number, to: number, rule: CaseRule): CharacterTest {
  const inside: CharacterTest = (point) => point >= from && point <= to;
  if (!rule.ignoresCase) return inside;
  return (point) => inside(point) || otherCases(point, rule.unicode).some(inside);
}

export function anyOf(tests: readonly CharacterTest[]): CharacterTest {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (point) => tests.some((test) => test(point));
}

export function not(test: CharacterTest): CharacterTest {
  return (point) => !test(point);
}

export function both(left: CharacterTest, right: CharacterTest): CharacterTest {
  return (point) => left(point) && right(point);
}

/** A form that characters share when they differ in case only. */
export function fold(point: number, unicode: boolean): number {
  if (point < 128) return point >= 65 && point <= 90 ? point + 32 : point;
  if (!unicode) return point;
  const lower = String.fromCodePoint(point).toUpperCase().toLowerCase();
  return lower.codePointAt(0) ?? point;
}

function otherCases(point: number, unicode: boolean): number[] {
  if (point < 128) {
    if (point >= 65 && point <= 90) return [point + 32];
    return point >= 97 && point <= 122 ? [point - 32] : [];
  }
  if (!unicode) return [];
  const text = String.fromCodePoint(point);
  return [text.toUpperCase(), text.toLowerCase()].map((other) => other.codePointAt(0) ?? point);
}

/** Whether a character ends a line: `.` doesn't accept it, and `$` can stand before it. */
export function isLineEnd(point: number): boolean {
  return point === 10 || point === 13 || point === 0x85 || point === 0x2028 || point === 0x2029;
}

/** The class behind a letter such as `d`. `undefined` for a letter that names none. */
export function classOfLetter(letter: string): CharacterTest | undefined {
  const source = LETTERS[letter.toLowerCase()];
  if (source === undefined) return undefined;
  const test = fromRegExp(source);
  return letter === letter.toLowerCase() ? test : not(test);
}

const LETTERS: Readonly<Record<string, RegExp>> = {
  d: /^[0-9]$/,
  w: /^[A-Za-z0-9_]$/,
  s: /^[ \t\n\v\f\r]$/,
  h: /^[ \t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]$/,
  v: /^[\n\v\f\r\u0085\u2028\u2029]$/,
};

/**
 * The class that `\p{name}` names. `undefined` for a name that is not known here.
 *
 * @param ignoresCase whether a class of upper or lower case stands for both, as in Java 15 and later.
 */
export function classOfName(name: string, ignoresCase: boolean): CharacterTest | undefined {
  if (ignoresCase && (name === 'Lower' || name === 'Upper')) return classOfName('Alpha', false);
  if (ignoresCase && /^(?:(?:Is|general_category=|gc=)?L[ult]|Is(?:Lower|Upper|Title)case)$/.test(name))
    return fromRegExp(/^[\p{Lu}\p{Ll}\p{Lt}]$/u);
  const posix = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
  if (posix !== undefined) return fromRegExp(posix);
  if (!/^\w+(=\w+)?$/.test(name)) return undefined;
  const bare = name.replace(/^(?:Is|general_category=|gc=)/, '');
  const script = /^(?:Is|script=|sc=)(.+)$/.exec(name)?.[1];
  return (
    category(`General_Category=${bare}`) ??
    category(`Script=${script ?? ''}`) ??
    (name.startsWith('Is') ? category((Object.hasOwn(BINARY, bare) ? BINARY[bare] : undefined) ?? '') : undefined)
  );
}

const POSIX: Readonly<Record<string, RegExp>> = {
  Lower: /^[a-z]$/,
  Upper: /^[A-Z]$/,
  ASCII: /^[\0-\x7f]$/,
  Alpha: /^[A-Za-z]$/,
  Digit: /^[0-9]$/,
  Alnum: /^[A-Za-z0-9]$/,
  Punct: /^[!-/:-@[-`{-~]$/,
  Graph: /^[!-~]$/,
  Print: /^[ -~]$/,
  Blank: /^[ \t]$/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the class has them
  Cntrl: /^[\0-\x1f\x7f]$/,
  XDigit: /^[0-9A-Fa-f]$/,
  Space: /^[ \t\n\v\f\r]$/,
};

const BINARY: Readonly<Record<string, string>> = {
  Alphabetic: 'Alphabetic',
  Ideographic: 'Ideographic',
  Letter: 'L',
  Lowercase: 'Lowercase',
  Uppercase: 'Uppercase',
  White_Space: 'White_Space',
};

function category(name: string): CharacterTest | undefined {
  try {
    return fromRegExp(new RegExp(`^\\p{${name}}$`, 'u'));
  } catch {
    return undefined;
  }
}

function fromRegExp(source: RegExp): CharacterTest {
  return (point) => source.test(String.fromCodePoint(point));
}
