import { describe, expect, test } from 'vitest';
import { startProfiler, topOf } from './profiler.js';

describe('topOf', () => {
  test('returns the five most frequent names, with their part of the whole', () => {
    const top = topOf([
      { a: 50, b: 10, c: 9, d: 8 },
      { e: 7, f: 6, b: 10 },
    ]);
    expect(top).toEqual([
      { name: 'a', part: 0.5 },
      { name: 'b', part: 0.2 },
      { name: 'c', part: 0.09 },
      { name: 'd', part: 0.08 },
      { name: 'e', part: 0.07 },
    ]);
  });

  test('returns nothing of nothing', () => {
    expect(topOf([])).toEqual([]);
  });
});

describe('startProfiler', () => {
  test('sees the function that works', async () => {
    const stop = await startProfiler();
    workALot();
    const hits = await stop();
    expect(Object.keys(hits).filter((name) => name.startsWith('workALot'))).not.toEqual([]);
  });
});

/** Works long enough for some hundred samples, however fast the computer is. */
function workALot(): number {
  let sum = 0;
  for (let index = 0; index < 50_000_000; index += 1) sum += index % 7;
  return sum;
}
