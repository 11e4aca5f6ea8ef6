import { describe, expect, test } from 'vitest';
import { measure } from './measure.js';
import { ours, peer } from './rows/group.js';

const EFFORT = { rounds: 3, measure: 50, warmUp: 100 };

describe('measure', () => {
  test('returns the cost of each contender in each round', async () => {
    const rounds = await measure([ours('a', () => JSON.parse('{"a":1}')), ours('b', async () => 1)], EFFORT);
    expect(Object.keys(rounds)).toEqual(['a', 'b']);
    for (const costs of Object.values(rounds)) {
      expect(costs.length).toBe(3);
      expect(costs.every((cost) => Number.isFinite(cost) && cost >= 0)).toBe(true);
    }
  });

  test('starts each round with another contender', async () => {
    const started: string[] = [];
    const contenders = ['a', 'b', 'c'].map((name) =>
      ours(name, () => {
        if (started.at(-1) !== name) started.push(name);
      }),
    );
    await measure(contenders, EFFORT);
    // First each of them warms up.
    expect(started.join('')).toBe('abc' + 'abc' + 'bca' + 'cab');
  });

  test('leaves out a package that is not installed', async () => {
    expect(await measure([peer('missing', undefined)], EFFORT)).toEqual({});
  });

  test('fails if a contender does not do the work', async () => {
    const wrong = ours(
      'wrong',
      () => false,
      (value) => value === true,
    );
    await expect(measure([wrong], EFFORT)).rejects.toThrow("wrong doesn't do the work.");
  });
});
