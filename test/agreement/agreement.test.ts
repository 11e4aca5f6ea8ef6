import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draws } from '../draws.js';
import { subjects } from './subjects.js';

describe('the fast way', () => {
  test.each(subjects)('gives the same as the plain way: $name', async ({ inputs, share, compare }) => {
    const property = fc.asyncProperty(inputs, async (input) => {
      const [fast, plain] = await compare(input);
      expect(fast).toBe(plain);
    });
    await fc.assert(property, { numRuns: draws(share) });
  });
});
