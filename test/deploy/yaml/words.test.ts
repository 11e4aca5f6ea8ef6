import { describe, expect, test } from 'vitest';
import { type Dialect, valueOfWord } from '../../../src/deploy/yaml/words.js';

/** What PyYAML 6 and js-yaml 4.3 return for a word. Words that are not in a row are strings there. */
const WORDS: readonly (readonly [word: string, pyYaml: unknown, jsYaml: unknown])[] = [
  ['on', true, 'on'],
  ['Off', false, 'Off'],
  ['y', 'y', 'y'],
  ['Yes', true, 'Yes'],
  ['NO', false, 'NO'],
  ['true', true, true],
  ['TRUE', true, true],
  ['tRue', 'tRue', 'tRue'],
  ['~', null, null],
  ['', null, null],
  ['NULL', null, null],
  ['012', 10, 12],
  ['08', '08', 8],
  ['0o14', '0o14', 12],
  ['0x1F', 31, 31],
  ['-0x1F', -31, -31],
  ['0b11', 3, 3],
  ['0b', '0b', '0b'],
  ['0x', '0x', '0x'],
  ['1_000', 1000, '1_000'],
  ['1__0', 10, '1__0'],
  ['0_', 0, '0_'],
  ['_1', '_1', '_1'],
  ['-7', -7, -7],
  ['+7', 7, 7],
  ['-0', 0, 0],
  ['1e3', '1e3', 1000],
  ['12e34', '12e34', 12e34],
  ['1.5', 1.5, 1.5],
  ['1.', 1, 1],
  ['.5', 0.5, 0.5],
  ['+.5', '+.5', '+.5'],
  ['1.5e3', '1.5e3', 1500],
  ['1.5e+3', 1500, 1500],
  ['685.230_15e+03', 685230.15, '685.230_15e+03'],
  ['22:30', 1350, '22:30'],
  ['190:20:30', 685230, '190:20:30'],
  ['1:2:3.5', 3723.5, '1:2:3.5'],
  ['.inf', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['-.INF', Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ['.nan', Number.NaN, Number.NaN],
  ['.', '.', '.'],
  ['+', '+', '+'],
  ['+0x1f', 31, 31],
  ['-0b11', -3, -3],
  ['0b1_0', 2, '0b1_0'],
  ['0x_1', 1, '0x_1'],
  ['+0o17', '+0o17', 15],
  ['-012', -10, -12],
  ['-22:30', -1350, '-22:30'],
  ['60:00', 3600, '60:00'],
  ['1:60', '1:60', '1:60'],
  ['-1.5', -1.5, -1.5],
  ['-.5', '-.5', '-.5'],
  ['1_0.5', 10.5, '1_0.5'],
  ['.5e+1', 5, 5],
  ['1.5e-3', 0.0015, 0.0015],
  ['1.5E5', '1.5E5', 150_000],
  ['1.5E-12', 1.5e-12, 1.5e-12],
  ['+1e3', '+1e3', 1000],
  ['1.2.3', '1.2.3', '1.2.3'],
  ['+.inf', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['.Inf', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['.NaN', Number.NaN, Number.NaN],
  ['Null', null, null],
  ['False', false, false],
  ['oN', 'oN', 'oN'],
];

/** What YAML 1.2 has for a word in its core schema. */
const WORDS_1_2: readonly (readonly [word: string, value: unknown])[] = [
  ['on', 'on'],
  ['True', true],
  ['FALSE', false],
  ['null', null],
  ['0x1F', 31],
  ['-0x1F', '-0x1F'],
  ['0o14', 12],
  ['-0o14', '-0o14'],
  ['0b11', '0b11'],
  ['012', 12],
  ['1_000', '1_000'],
  ['-7', -7],
  ['+.5', 0.5],
  ['-.5', -0.5],
  ['1.', 1],
  ['.', '.'],
  ['.e3', '.e3'],
  ['1e3', 1000],
  ['1E-12', 1e-12],
  ['1.25e+1', 12.5],
  ['-.inf', Number.NEGATIVE_INFINITY],
  ['.NAN', Number.NaN],
  ['22:30', '22:30'],
];

describe('valueOfWord', () => {
  test.each(WORDS)('reads %j as PyYAML and js-yaml do', (word, pyYaml, jsYaml) => {
    expect([valueOfWord(word, 'yaml-1.1'), valueOfWord(word, 'js-yaml')]).toEqual([pyYaml, jsYaml]);
  });

  test.each(WORDS_1_2)('reads %j as YAML 1.2 has it', (word, value) => {
    expect(valueOfWord(word, 'yaml-1.2')).toEqual(value);
  });

  test('reads a word as a whole', () => {
    for (const word of [...WORDS, ...WORDS_1_2].map(([text]) => text)) {
      for (const longer of [`x${word}`, `${word}x`, `:${word}`, `${word}:`]) {
        for (const dialect of ['yaml-1.1', 'js-yaml', 'yaml-1.2'] as const) expect(valueOfWord(longer, dialect), longer).toBe(longer);
      }
    }
  });

  test('keeps a word of more than 400 characters', () => {
    expect(valueOfWord(`0.${'0'.repeat(398)}`, 'yaml-1.1')).toBe(0);
    expect(valueOfWord(`0.${'0'.repeat(399)}`, 'yaml-1.1')).toBe(`0.${'0'.repeat(399)}`);
  });

  test.each<[Dialect]>([['yaml-1.1'], ['js-yaml'], ['yaml-1.2']])(
    'keeps dates and integers that JavaScript would round, in %s',
    (dialect) => {
      const words = ['2010-09-09', '12345678901234567890'];
      expect(words.map((word) => valueOfWord(word, dialect))).toEqual([words[0], dialect === 'yaml-1.2' ? 12345678901234567000 : words[1]]);
    },
  );
});
