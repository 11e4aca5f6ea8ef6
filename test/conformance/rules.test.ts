import { describe, expect, test } from 'vitest';
import { caseIds, findRules } from './rules.js';

const rules = findRules();
const ids = caseIds();

describe('a rule that is marked recorded or reported', () => {
  test('is found in the source', () => {
    expect(rules.length).toBeGreaterThan(50);
  });

  test('names a case', () => {
    expect(rules.filter(({ cases }) => cases.length === 0).map(({ place, line }) => `${place}: ${line}`)).toEqual([]);
  });

  test('names only cases that exist in test/conformance/data', () => {
    const unknown = rules.flatMap(({ place, cases }) => cases.filter((id) => !ids.has(id)).map((id) => `${place}: ${id}`));
    expect(unknown).toEqual([]);
  });
});
