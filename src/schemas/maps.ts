import * as z from 'zod';

// A map is an object without keys of its own and a catchall, not `z.record`: a record also reads symbols and refuses class instances,
// which a guard can only imitate at ten times its cost; and optional values let `undefined` stand for a name that is not there.

/** Name to value. */
export function stringMap() {
  return z.object({}).catchall(z.string().optional());
}

/** Name to values in order. */
export function stringListMap() {
  return z.object({}).catchall(z.array(z.string()).optional());
}

/** Name to a value that AWS turns into text. */
export function scalarMap() {
  return z.object({}).catchall(scalar().optional());
}

/** Name to values in order that AWS turns into text. */
export function scalarListMap() {
  return z.object({}).catchall(z.array(scalar()).optional());
}

/** What AWS turns into text. */
export function scalar() {
  return z.union([z.boolean(), z.number(), z.string()]);
}
