import { describe, expect, test } from 'vitest';
import { formatCost, formatCostFigure, formatFigure, formatLimit, formatMeasured, formatNumber } from './numbers.js';

describe('formatNumber', () => {
  test.each([
    [0.00012, '0.0001'],
    [0.02944, '0.0294'],
    [0.998, '0.998'],
    [0.9996, '1.00'],
    [1.344, '1.34'],
    [9.994, '9.99'],
    [9.996, '10.0'],
    [45.23, '45.2'],
    [1127.3, '1,127'],
    [-0.1234, '-0.123'],
    [7, '7'],
    [Number.NaN, '–'],
  ])('writes %d as %s', (value, expected) => {
    expect(formatNumber(value)).toBe(expected);
  });
});

describe('formatFigure', () => {
  test('shows half of the spread', () => {
    expect(formatFigure({ median: 1.5, low: 1.4, high: 1.8 })).toBe('1.50 ± 0.20');
  });

  test('shows no spread of an exact figure', () => {
    expect(formatFigure({ median: 1405, low: 1405, high: 1405 })).toBe('1,405');
  });
});

describe('formatCost', () => {
  test.each([
    [0.1404, 'µs', '0.140 µs'],
    [6921, 'µs', '6.92 ms'],
    [920, 'B', '0.92 kB'],
    [28_445, 'B', '28.4 kB'],
    [1405, 'instantiations', '1,405 instantiations'],
    [1, '', '1'],
  ] as const)('writes %d %s as %s', (value, unit, expected) => {
    expect(formatCost(value, unit)).toBe(expected);
  });
});

describe('formatCostFigure', () => {
  test.each([
    [{ median: 0.51, low: 0.4, high: 0.6 }, 'µs', '0.510 ± 0.100 µs'],
    [{ median: 6921, low: 6500, high: 7100 }, 'µs', '6.92 ± 0.30 ms'],
    [{ median: 28_445, low: 28_445, high: 28_445 }, 'B', '28.4 kB'],
    [{ median: 1405, low: 1405, high: 1405 }, 'instantiations', '1,405'],
  ] as const)('writes %o in %s as %s', (figure, unit, expected) => {
    expect(formatCostFigure(figure, unit)).toBe(expected);
  });
});

describe('formatLimit', () => {
  test.each([
    [{ most: 0.02, unit: 'J' }, '≤ 0.02 J'],
    [{ most: 0.3, unit: '×' }, '≤ 0.3 ×'],
    [{ most: 1 / 15, unit: '×' }, '≤ 1/15 ×'],
    [{ most: 1 / 11, unit: '×' }, '≤ 1/11 ×'],
    [{ most: 29_000, unit: 'B' }, '≤ 29 kB'],
    [{ most: 1500, unit: 'instantiations' }, '≤ 1,500 instantiations'],
    [{ most: 1, unit: '' }, '≤ 1'],
    [{ least: 40, unit: '×' }, '≥ 40 ×'],
    [{ least: 0.5, unit: '×' }, '≥ 0.5 ×'],
  ])('writes %o as %s', (budget, expected) => {
    expect(formatLimit(budget)).toBe(expected);
  });
});

describe('formatMeasured', () => {
  test('adds the unit', () => {
    expect(formatMeasured({ median: 0.51, low: 0.4, high: 0.6 }, 'J')).toBe('0.510 ± 0.100 J');
    expect(formatMeasured({ median: 15_311, low: 15_311, high: 15_311 }, 'B')).toBe('15.3 kB');
  });
});
