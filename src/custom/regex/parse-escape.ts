import { type CaseRule, exactly, not } from './characters.js';
import { classOfLetter, classOfName } from './classes.js';
import { type CharacterTest, PatternError } from './pattern.js';
import { peek, type Source, take, takeMatch, takePoint, takeUntil } from './source.js';

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

/** How letters compare at this place of the pattern. */
export function caseRule({ flags }: Source): CaseRule {
  return { ignoresCase: flags.i, unicode: flags.u };
}

/** Reads an escape that stands for one character or a class of characters, behind its backslash. */
export function readCharacterEscape(source: Source): CharacterTest {
  const letter = peek(source);
  if (letter === 'p' || letter === 'P') return readProperty(source);
  const known = classOfLetter(letter);
  if (known !== undefined) {
    source.at += 1;
    return known;
  }
  return exactly(readEscapedPoint(source), caseRule(source));
}

/** `\p{Lu}`, `\pL`, `\P{…}`. */
function readProperty(source: Source): CharacterTest {
  const isNegated = peek(source) === 'P';
  const start = source.at;
  source.at += 1;
  const name = take(source, '{') ? takeUntil(source, '}') : String.fromCodePoint(takePoint(source));
  const test = classOfName(name, source.flags.i);
  if (test === undefined) throw new PatternError(`Unknown character property {${name}}`, start);
  return isNegated ? not(test) : test;
}

/** Reads an escape that stands for one character. */
export function readEscapedPoint(source: Source): number {
  const start = source.at;
  const letter = String.fromCodePoint(takePoint(source));
  const control = CONTROLS[letter];
  if (control !== undefined) return control;
  switch (letter) {
    case '0':
      return readOctal(source);
    case 'x':
      return take(source, '{') ? limitPoint(Number.parseInt(takeUntil(source, '}'), 16), start) : readHex(source, 2);
    case 'u':
      return readUnit(source);
    case 'c':
      return takePoint(source) ^ 64;
    default:
      if (/[A-Za-z0-9]/.test(letter)) throw new PatternError('Illegal/unsupported escape sequence', start);
      return letter.codePointAt(0) ?? 0;
  }
}

function readOctal(source: Source): number {
  const digits = takeMatch(source, /[0-3][0-7]{0,2}|[0-7]{1,2}/y);
  if (digits === '') throw new PatternError('Illegal octal escape sequence', source.at);
  return Number.parseInt(digits, 8);
}

function readHex(source: Source, length: number): number {
  const digits = takeMatch(source, length === 2 ? /[0-9a-fA-F]{2}/y : /[0-9a-fA-F]{4}/y);
  if (digits === '') throw new PatternError('Illegal hexadecimal escape sequence', source.at);
  return Number.parseInt(digits, 16);
}

/** Two `\uXXXX` may be the halves of one character. */
function readUnit(source: Source): number {
  const high = readHex(source, 4);
  if (high < 0xd800 || high > 0xdbff || !/^\\u[dD][c-fC-F]/.test(source.text.slice(source.at, source.at + 4))) return high;
  source.at += 2;
  return String.fromCharCode(high, readHex(source, 4)).codePointAt(0) ?? high;
}

function limitPoint(point: number, at: number): number {
  if (!(point <= 0x10ffff)) throw new PatternError('Hexadecimal codepoint is too big', at);
  return point;
}
