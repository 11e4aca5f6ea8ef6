import { not } from './characters.js';
import type { CharacterTest } from './pattern.js';

/** The class behind a letter such as `d`. `undefined` for a letter that names none. */
export function classOfLetter(letter: string): CharacterTest | undefined {
  const source = LETTERS[letter.toLowerCase()];
  if (source === undefined) return undefined;
  const test = fromRegExp(source);
  return letter === letter.toLowerCase() ? test : not(test);
}

const LETTERS: Readonly<Record<string, RegExp>> = {
  d: /[0-9]/,
  w: /[A-Za-z0-9_]/,
  s: /[ \t\n\v\f\r]/,
  h: /[ \t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]/,
  v: /[\n\v\f\r\u0085\u2028\u2029]/,
};

/**
 * The class that `\p{name}` names. `undefined` for a name that is not known here, such as that of a block.
 *
 * @param ignoresCase whether a class of upper or lower case stands for both, as in Java 15 and later.
 */
export function classOfName(name: string, ignoresCase: boolean): CharacterTest | undefined {
  const [, key = '', value = name] = /^(Is|\w+=)(\w+)$/.exec(name) ?? [];
  switch (key.toLowerCase()) {
    case '':
    case 'gc=':
    case 'general_category=':
      return category(value, ignoresCase);
    case 'sc=':
    case 'script=':
      return script(value);
    case 'is':
      return binary(value.toUpperCase(), ignoresCase) ?? category(value, ignoresCase) ?? script(value);
    default:
      return undefined;
  }
}

/** Characters that have another case, or are one. */
const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** Those of ASCII by the names of POSIX, and groups of general categories that JavaScript doesn't have. */
const CATEGORIES: Readonly<Record<string, RegExp>> = {
  ASCII: /[\0-\x7f]/,
  Alnum: /[A-Za-z0-9]/,
  Alpha: /[A-Za-z]/,
  Blank: /[ \t]/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the class has them
  Cntrl: /[\0-\x1f\x7f]/,
  Digit: /[0-9]/,
  Graph: /[!-~]/,
  Lower: /[a-z]/,
  Print: /[ -~]/,
  Punct: /[!-/:-@[-`{-~]/,
  Space: /[ \t\n\v\f\r]/,
  Upper: /[A-Z]/,
  XDigit: /[0-9A-Fa-f]/,
  L1: /[\0-\xff]/,
  LD: /[\p{L}\p{Nd}]/u,
  all: /[\s\S]/,
};

/** Classes of one case, and what they are if case doesn't matter. */
const ANY_CASE: Readonly<Record<string, RegExp>> = { Lower: /[A-Za-z]/, Upper: /[A-Za-z]/, Ll: CASED, Lt: CASED, Lu: CASED };

function category(name: string, ignoresCase: boolean): CharacterTest | undefined {
  const known = (ignoresCase ? own(ANY_CASE, name) : undefined) ?? own(CATEGORIES, name);
  if (known !== undefined) return fromRegExp(known);
  return /^(?:[A-Z][a-z]?|LC)$/.test(name) ? property(`General_Category=${name}`) : undefined; // JavaScript has longer names, too
}

/** Scripts have names in any case. JavaScript's begin with a capital, as do the words in them. */
function script(name: string): CharacterTest | undefined {
  return property(`Script=${name.toLowerCase().replaceAll(/(?:^|_)[a-z]/g, (start) => start.toUpperCase())}`);
}

const ALPHABETIC = /\p{Alphabetic}/u;
const CONTROL = /\p{Cc}/u;
const HEX_DIGIT = /[\p{Nd}0-9A-Fa-f\uff21-\uff26\uff41-\uff46]/u;
const LOWERCASE = /\p{Lowercase}/u;
const PUNCTUATION = /\p{P}/u;
const UPPERCASE = /\p{Uppercase}/u;
const WHITE_SPACE = /\p{White_Space}/u;

/** Properties of Unicode, with the names of POSIX for some. */
const BINARY: Readonly<Record<string, RegExp>> = {
  ALNUM: /[\p{Alphabetic}\p{Nd}]/u,
  ALPHA: ALPHABETIC,
  ALPHABETIC,
  ASSIGNED: /\P{Cn}/u,
  BLANK: /[\p{Zs}\t]/u,
  CNTRL: CONTROL,
  CONTROL,
  DIGIT: /\p{Nd}/u,
  GRAPH: /[^\p{Z}\p{Cc}\p{Cs}\p{Cn}]/u,
  HEXDIGIT: HEX_DIGIT,
  HEX_DIGIT,
  IDEOGRAPHIC: /\p{Ideographic}/u,
  JOINCONTROL: /\p{Join_Control}/u,
  JOIN_CONTROL: /\p{Join_Control}/u,
  LETTER: /\p{L}/u,
  LOWER: LOWERCASE,
  LOWERCASE,
  NONCHARACTERCODEPOINT: /\p{Noncharacter_Code_Point}/u,
  NONCHARACTER_CODE_POINT: /\p{Noncharacter_Code_Point}/u,
  PRINT: /[^\p{Zl}\p{Zp}\p{Cc}\p{Cs}\p{Cn}]/u,
  PUNCT: PUNCTUATION,
  PUNCTUATION,
  SPACE: WHITE_SPACE,
  TITLECASE: /\p{Lt}/u,
  UPPER: UPPERCASE,
  UPPERCASE,
  WHITESPACE: WHITE_SPACE,
  WHITE_SPACE,
  WORD: /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u,
  XDIGIT: HEX_DIGIT,
};

const CASED_PROPERTY = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u;

function binary(name: string, ignoresCase: boolean): CharacterTest | undefined {
  const known = own(BINARY, name);
  if (known === undefined) return undefined;
  return fromRegExp(ignoresCase && /^(?:LOWER|UPPER|TITLE)(?:CASE)?$/.test(name) ? CASED_PROPERTY : known);
}

function own(table: Readonly<Record<string, RegExp>>, name: string): RegExp | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function property(name: string): CharacterTest | undefined {
  try {
    return fromRegExp(new RegExp(`\\p{${name}}`, 'u'));
  } catch {
    return undefined;
  }
}

function fromRegExp(source: RegExp): CharacterTest {
  return (point) => source.test(String.fromCodePoint(point));
}
