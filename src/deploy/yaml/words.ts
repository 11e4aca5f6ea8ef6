// What an unquoted word of YAML stands for. It depends on the program that reads the file.

/** The program that reads a file: SAM's PyYAML (YAML 1.1), Serverless' js-yaml, or a reader of JSON and of YAML 1.2. */
export type Dialect = 'yaml-1.1' | 'js-yaml' | 'yaml-1.2';

type Word = string | number | boolean | null;

/** A kind of word, and its value. */
interface WordRule {
  readonly pattern: RegExp;
  readonly valueOf: (word: string) => Word;
}

const NULL: WordRule = { pattern: /^(?:~|null|Null|NULL)?$/, valueOf: () => null };
const BOOLEAN: WordRule = { pattern: /^(?:true|True|TRUE|false|False|FALSE)$/, valueOf: (word) => /^t/i.test(word) };
const INFINITY: WordRule = {
  pattern: /^[-+]?\.(?:inf|Inf|INF)$/,
  valueOf: (word) => (word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY),
};
const NAN: WordRule = { pattern: /^\.(?:nan|NaN|NAN)$/, valueOf: () => Number.NaN };

/**
 * YAML 1.1 as PyYAML reads it: `on` is true, `012` is 10, `22:30` is 1350, and `1e3` is a string.
 *
 * @see https://yaml.org/type/
 */
const YAML_1_1: readonly WordRule[] = [
  NULL,
  {
    pattern: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
    valueOf: (word) => /^(?:yes|true|on)$/i.test(word),
  },
  { pattern: /^[-+]?0b[01_]+$/, valueOf: (word) => integer(word, 2, 2) },
  { pattern: /^[-+]?0x[0-9a-fA-F_]+$/, valueOf: (word) => integer(word, 16, 2) },
  { pattern: /^[-+]?0[0-7_]+$/, valueOf: (word) => integer(word, 8, 1) },
  { pattern: /^[-+]?(?:0|[1-9][0-9_]*)$/, valueOf: (word) => integer(word, 10, 0) },
  { pattern: /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/, valueOf: sexagesimal },
  { pattern: /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/, valueOf: decimal },
  INFINITY,
  NAN,
];

/** js-yaml 4: `on` is a string, `012` is 12, `0b11` is 3. */
const JS_YAML: readonly WordRule[] = [
  NULL,
  BOOLEAN,
  { pattern: /^[-+]?0b[01]+$/, valueOf: (word) => integer(word, 2, 2) },
  { pattern: /^[-+]?0x[0-9a-fA-F]+$/, valueOf: (word) => integer(word, 16, 2) },
  { pattern: /^[-+]?0o[0-7]+$/, valueOf: (word) => integer(word, 8, 2) },
  { pattern: /^[-+]?[0-9]+$/, valueOf: (word) => integer(word, 10, 0) },
  { pattern: /^(?:[-+]?[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/, valueOf: decimal },
  INFINITY,
  NAN,
];

/** The core schema of YAML 1.2, which contains JSON. */
const YAML_1_2: readonly WordRule[] = [
  NULL,
  BOOLEAN,
  { pattern: /^0x[0-9a-fA-F]+$/, valueOf: (word) => integer(word, 16, 2) },
  { pattern: /^0o[0-7]+$/, valueOf: (word) => integer(word, 8, 2) },
  { pattern: /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/, valueOf: decimal },
  INFINITY,
  NAN,
];

const RULES: Readonly<Record<Dialect, readonly WordRule[]>> = { 'yaml-1.1': YAML_1_1, 'js-yaml': JS_YAML, 'yaml-1.2': YAML_1_2 };

/** Longest word that can be anything but a string. */
const LONGEST = 400;

/** Returns the value of an unquoted word. A word that no rule matches is a string. */
export function valueOfWord(word: string, dialect: Dialect): Word {
  if (word.length > LONGEST) return word;
  const rule = RULES[dialect].find(({ pattern }) => pattern.test(word));
  return rule === undefined ? word : rule.valueOf(word);
}

/**
 * Reads digits after a sign and a prefix such as `0x`. Underscores between digits count for nothing. An integer that JavaScript would round
 * stays a string.
 */
function integer(word: string, base: number, prefix: number): Word {
  const [sign, digits] = split(word);
  const value = sign * Number.parseInt(digits.slice(prefix).replaceAll('_', '') || '0', base) + 0; // never -0
  return Number.isSafeInteger(value) ? value : word;
}

function decimal(word: string): number {
  return Number(word.replaceAll('_', '')) + 0;
}

/** `22:30` is 22 × 60 + 30. */
function sexagesimal(word: string): number {
  const [sign, digits] = split(word);
  return sign * digits.split(':').reduce((sum, part) => sum * 60 + Number(part.replaceAll('_', '')), 0);
}

function split(word: string): [sign: number, digits: string] {
  return [word.startsWith('-') ? -1 : 1, word.replace(/^[-+]/, '')];
}
