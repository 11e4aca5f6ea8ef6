import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Cost } from './count.js';

// An input that is ten times as long may cost ten times as much, and a little more: nothing that a client sends costs more than linear
// time.

/** Quadratic time would show a factor of 100. */
const MOST_BLOCKS = 13;
/** An object with more than a few hundred keys becomes a hash table, which needs more memory for each key. */
const MOST_BYTES = 22;

/**
 * Code that V8 optimises halfway through allocates something else than before, and a thread that frees memory meanwhile makes a count too
 * small. So V8 does neither here.
 */
const FLAGS = [
  '--no-opt',
  '--single-threaded-gc',
  '--expose-gc',
  '--min-semi-space-size=256',
  '--max-semi-space-size=256',
  '--import',
  'tsx',
];
const counted: Record<string, [Cost, Cost]> = JSON.parse(
  execFileSync(process.execPath, [...FLAGS, 'test/growth/main.ts', '--count'], { encoding: 'utf8', maxBuffer: 1e8 }),
);

describe('an input that is ten times as large', () => {
  test.each(Object.entries(counted))('costs about ten times as much: %s', (_, [small, large]) => {
    expect(large.blocks / small.blocks).toBeLessThan(MOST_BLOCKS);
    expect(large.bytes / Math.max(small.bytes, 50_000)).toBeLessThan(MOST_BYTES);
  });
});
