import { describe, expect, test } from 'vitest';
import { costOf, figureOf, median, quantile, ratioOf } from './statistics.js';

describe('quantile', () => {
  test.each([
    ['the smallest value', [3, 1, 2], 0, 1],
    ['the largest value', [3, 1, 2], 1, 3],
    ['a value between two', [10, 20], 0.25, 12.5],
    ['the only value', [7], 0.9, 7],
  ])('returns %s', (_, values, part, expected) => {
    expect(quantile(values, part)).toBe(expected);
  });

  test('leaves the values in their order', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('median', () => {
  test('is not moved by one value that is far off', () => {
    expect(median([1, 2, 3, 4, 1000])).toBe(3);
  });
});

describe('figureOf', () => {
  test('returns the middle and the spread', () => {
    expect(figureOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toEqual({ median: 6, low: 2, high: 10 });
  });
});

describe('costOf', () => {
  test('returns the middle of the middles of all processes', () => {
    expect(costOf([{ a: [1, 1, 9] }, { a: [3, 3, 3] }, { a: [2, 2, 2] }], 'a')?.median).toBe(2);
  });

  test('returns undefined if the contender was not measured', () => {
    expect(costOf([{ a: [1] }], 'b')).toBeUndefined();
  });
});

describe('ratioOf', () => {
  test('compares the costs of the same round', () => {
    // The computer was ten times slower in the second round.
    expect(ratioOf([{ a: [2, 20], base: [1, 10] }], 'a', 'base')).toEqual({ median: 2, low: 2, high: 2 });
  });

  test('returns undefined if one of both was not measured', () => {
    expect(ratioOf([{ a: [1] }], 'a', 'base')).toBeUndefined();
  });
});
