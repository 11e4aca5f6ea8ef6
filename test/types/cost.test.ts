import { describe, expect, test } from 'vitest';
import { instantiationsPerRefinement } from './refine-cost.js';

/** Most instantiations of types that a further call of `refineEvent` may cost. The number is the same on every computer. */
const LIMIT = 1500;

describe('refineEvent', () => {
  test(`costs the compiler at most ${LIMIT} instantiations`, () => {
    const cost = instantiationsPerRefinement();
    expect(cost).toBeLessThanOrEqual(LIMIT);
    expect(cost).toBeGreaterThan(0);
  }, 120_000);
});
