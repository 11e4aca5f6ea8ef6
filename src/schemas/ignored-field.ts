import * as z from 'zod/v4';
import type { ExactOptional } from './exact-optional.js';

/**
 * Returns the schema of a field that is never there, which only helps to narrow a union of types. It accepts any value, because AWS can add
 * keys, and because events of 2019 had such keys.
 */
export function ignoredField(): ExactOptional<z.ZodType<never, never>> {
  // The type is wrong for events that have the key, on purpose.
  return z.unknown().optional() as unknown as ExactOptional<z.ZodType<never, never>>;
}
