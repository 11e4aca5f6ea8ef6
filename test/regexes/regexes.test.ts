import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findExpressions, findMakers, textOf } from './expressions.js';
import { isLinear, prove } from './prove.js';

// A regular expression that backtracks can take seconds for a few kilobytes that a client sends. recheck proves that an expression is
// linear, or finds a string for which it is slow. A proof can take two seconds, so `npm run regexes` keeps a list of what is proven.

const listed = readFileSync('test/regexes/linear.txt', 'utf8').split('\n').slice(0, -1);
const expressions = findExpressions();
const unproven = expressions.filter((expression) => !listed.includes(textOf(expression)));

/** The files that create regular expressions at run time, and why that is safe. */
const MADE_AT_RUN_TIME: Readonly<Record<string, string>> = {
  'src/cli/deployed/authorizers.ts': "It is the pattern of the user's own template, on the user's own computer.",
  'src/conformance/compare/compare-response.ts': 'It is the pattern of a case of this package, or of your own.',
  'src/custom/regex/classes.ts': 'It is one class of characters, so that there is nothing to backtrack.',
};

describe('every regular expression in src', () => {
  test('needs linear time', () => {
    expect(unproven.filter((expression) => !isLinear(prove(expression)))).toEqual([]);
  });

  test('is on the list, and nothing else is: npm run regexes', () => {
    expect(new Set(expressions.map(textOf))).toEqual(new Set(listed));
  });

  test('is a literal, unless the table explains why it is created at run time', () => {
    expect(findMakers()).toEqual(Object.keys(MADE_AT_RUN_TIME));
  });
});

describe('recheck', () => {
  test.each(['(a+)+$', '^(a|a)*$', '(\\w+\\s?)+!'])('finds a string for which this is slow: %s', (source) => {
    expect(isLinear(prove({ place: '', source, flags: '' }))).toBe(false);
  });
});
