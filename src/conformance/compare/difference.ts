import { isDeepStrictEqual } from 'node:util';

/** Returns a sentence about two values that differ, or nothing. */
export function difference(what: string, actual: unknown, expected: unknown): string[] {
  return isDeepStrictEqual(actual, expected) ? [] : [`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}
