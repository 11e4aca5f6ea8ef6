import { describe, expect, test } from 'vitest';
import { type KeyRules, readEntries, readKeys } from '../../../src/deploy/reading/keys.js';
import { at, type Place } from '../../../src/deploy/reading/place.js';
import { createReport } from '../../../src/deploy/reading/report.js';
import {
  isUnresolved,
  readBoolean,
  readList,
  readNumber,
  readString,
  readStringMap,
  readStrings,
  readWord,
} from '../../../src/deploy/reading/values.js';

type Read = (value: unknown, place: Place) => unknown;

/** What a function returns for a value at `a.b`, and what it reports. */
function run(
  read: Read,
  value: unknown,
): { readonly value: unknown; readonly unsupported: readonly string[]; readonly optional: readonly string[] } {
  const { report, findings } = createReport();
  const found = read(value, at({ path: [], report }, 'a', 'b'));
  const say = ({ where, what }: { readonly where: string; readonly what: string }): string => `${where}: ${what}`;
  return { value: found, unsupported: findings.unsupported.map(say), optional: findings.optional.map(say) };
}

const readOnOff: Read = (value, place) => readWord(value, ['on', 'off'], place);
const UNKNOWN = { $unresolved: 'A' };

describe('a value of the right type', () => {
  test.each<[Read, unknown, unknown]>([
    [readString, 'x', 'x'],
    [readString, '', ''],
    [readString, 0, '0'],
    [readString, false, 'false'],
    [readNumber, 1.5, 1.5],
    [readNumber, '-12', -12],
    [readNumber, '123456789012345', 123456789012345],
    [readBoolean, true, true],
    [readBoolean, false, false],
    [readBoolean, 'True', true],
    [readBoolean, 'FALSE', false],
    [readOnOff, 'off', 'off'],
    [readList, [1, null], [1, null]],
    [readStrings, 'x', ['x']],
    [readStrings, ['x', 1, true], ['x', '1', 'true']],
    [readStringMap, { a: 'x', b: 1 }, { a: 'x', b: '1' }],
  ])('%o reads %j', (read, value, expected) => {
    expect(run(read, value)).toEqual({ value: expected, unsupported: [], optional: [] });
  });
});

describe('a value that is missing', () => {
  test.each<[Read, unknown]>([
    [readString, undefined],
    [readNumber, undefined],
    [readBoolean, undefined],
    [readOnOff, undefined],
    [readList, []],
    [readStrings, undefined],
    [readStringMap, undefined],
    [readEntries, []],
  ])('%o reads undefined and null without a word', (read, expected) => {
    for (const value of [undefined, null]) expect(run(read, value)).toEqual({ value: expected, unsupported: [], optional: [] });
  });
});

describe('a value of a wrong type', () => {
  test.each<[Read, unknown, string]>([
    [readString, ['x'], 'This must be a string; got an array.'],
    [readNumber, '1.5', 'This must be a number; got "1.5".'],
    [readNumber, 'x12', 'This must be a number; got "x12".'],
    [readNumber, '12x', 'This must be a number; got "12x".'],
    [readNumber, '1234567890123456', 'This must be a number; got "1234567890123456".'],
    [readNumber, Number.POSITIVE_INFINITY, 'This must be a number; got Infinity.'],
    [readNumber, true, 'This must be a number; got true.'],
    [readBoolean, 'yes', 'This must be true or false; got "yes".'],
    [readBoolean, 'xtrue', 'This must be true or false; got "xtrue".'],
    [readBoolean, 'truex', 'This must be true or false; got "truex".'],
    [readBoolean, 1, 'This must be true or false; got 1.'],
    [readOnOff, 'On', 'This must be on or off; got "On".'],
    [readStringMap, ['x'], 'This must be an object; got an array.'],
    [readStringMap, UNKNOWN, 'This must be an object; got A, which only AWS knows.'],
    [readString, UNKNOWN, 'This must be a string; got A, which only AWS knows.'],
    [readEntries, UNKNOWN, 'This must be an object; got A, which only AWS knows.'],
    [readEntries, 'x', 'This must be an object; got "x".'],
    [readEntries, ['x'], 'This must be an object; got an array.'],
  ])('%o reports %j', (read, value, what) => {
    const { unsupported, value: found } = run(read, value);
    expect(unsupported).toEqual([`a.b: ${what}`]);
    expect(found).toEqual(read === readEntries ? [] : undefined);
  });

  test('is reported where it stands', () => {
    expect(run(readStrings, ['x', {}])).toEqual({
      value: ['x'],
      unsupported: ['a.b.1: This must be a string; got an object.'],
      optional: [],
    });
    expect(run(readStrings, 5)).toMatchObject({ value: [], unsupported: ['a.b: This must be an array; got 5.'] });
    expect(run(readStringMap, { c: [], d: 'x' })).toMatchObject({
      value: { d: 'x' },
      unsupported: ['a.b.c: This must be a string; got an array.'],
    });
  });
});

test('a placeholder is an object with a text', () => {
  expect([UNKNOWN, { $unresolved: '' }].map(isUnresolved)).toEqual([true, true]);
  expect(['A', { $unresolved: 5 }, [], null].map(isUnresolved)).toEqual([false, false, false, false]);
});

describe('readKeys', () => {
  const RULES = { Read: 'read', Left: 'ignore', Soft: { optional: 'soft' }, Hard: { unsupported: 'hard' } } as const satisfies KeyRules;

  test('reads, leaves out and reports keys as the table says', () => {
    const value = { Read: 1, Left: 2, Soft: 3, Hard: 4, Other: 5, constructor: 6, None: null, Gone: undefined };
    expect(run((given, place) => readKeys(given, RULES, place), value)).toEqual({
      value: { Read: 1 },
      unsupported: ['a.b.Hard: hard', 'a.b.Other: The key "Other" is unknown.', 'a.b.constructor: The key "constructor" is unknown.'],
      optional: ['a.b.Soft: soft'],
    });
  });

  test('asks for the rule of a key that the table does not have', () => {
    const read: Read = (given, place) => readKeys(given, RULES, place, (key) => (key.startsWith('x-') ? 'ignore' : 'read'));
    expect(run(read, { Read: null, 'x-a': 1, y: 2 })).toEqual({ value: { y: 2 }, unsupported: [], optional: [] });
  });
});

describe('a report', () => {
  test('has each sentence at each place once, with its line', () => {
    const { report, findings } = createReport((path) => (path.length > 1 ? path.length : undefined));
    for (const path of [['a', 'b'], ['a', 'b'], ['a']]) report.unsupported(path, 'x');
    report.unsupported(['a', 'b'], 'y');
    report.optional(['a', 'b'], 'z');
    expect(findings).toEqual({
      unsupported: [
        { where: 'a.b', what: 'x', line: 2 },
        { where: 'a', what: 'x' },
        { where: 'a.b', what: 'y', line: 2 },
      ],
      optional: [{ where: 'a.b', what: 'z', line: 2 }],
    });
  });
});
