import type { CharacterTest } from './pattern.js';

/** How letters compare: only those of ASCII ignore case, unless the flag `u` is set too. */
export interface CaseRule {
  readonly ignoresCase: boolean;
  readonly unicode: boolean;
}

/** Accepts one character. As in Java, one without another case is compared as it is: `(?iu)ß` doesn't accept `ẞ`, which has the other case `ß`. */
export function exactly(point: number, rule: CaseRule): CharacterTest {
  const folded = fold(point, rule.unicode);
  const hasCase = folded !== point || upperOf(point, rule.unicode) !== point;
  return rule.ignoresCase && hasCase ? (other) => fold(other, rule.unicode) === folded : (other) => other === point;
}

/** Accepts the characters between two, both included. */
export function between(from: number, to: number, { ignoresCase, unicode }: CaseRule): CharacterTest {
  const inside: CharacterTest = (point) => point >= from && point <= to;
  return ignoresCase ? (point) => inside(point) || inside(upperOf(point, unicode)) || inside(fold(point, unicode)) : inside;
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
  const upper = upperOf(point, unicode);
  if (upper < 128) return upper >= 65 && upper <= 90 ? upper + 32 : upper;
  return unicode ? (String.fromCodePoint(upper).toLowerCase().codePointAt(0) ?? upper) : upper;
}

/** Java's `Character.toUpperCase`: `ß`, which JavaScript makes `SS`, stays as it is. */
function upperOf(point: number, unicode: boolean): number {
  if (point < 128) return point >= 97 && point <= 122 ? point - 32 : point;
  const [upper = '', ...more] = unicode ? String.fromCodePoint(point).toUpperCase() : '';
  return upper === '' || more.length > 0 ? point : (upper.codePointAt(0) ?? point);
}

/** Whether a character ends a line: `.` doesn't accept it, and `$` can stand before it. */
export function isLineEnd(point: number): boolean {
  return point === 10 || point === 13 || point === 0x85 || point === 0x2028 || point === 0x2029;
}
