import fc from 'fast-check';

/**
 * How often every property is tried: 30 times in `npm test`, 20 in `npm run dev`, 10,000 in `npm run test:nightly`. Vitest loads this file
 * before each test file.
 */
const DRAWS = Number(process.env['DRAWS'] ?? 30);

fc.configureGlobal({ numRuns: DRAWS });

/** The number of draws for a property whose single try is expensive (it opens sockets, or runs for a whole shape): a share of the usual. */
export function draws(share: number): number {
  return Math.max(5, Math.ceil(DRAWS * share));
}
