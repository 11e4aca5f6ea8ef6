import * as z from 'zod';

// A map is an object without keys of its own and a catchall, not `z.record`: a record also reads symbols and refuses class instances,
// which a guard can only imitate at ten times its cost; and optional values let `undefined` stand for a name that is not there.

/** Name to value. */
export function stringMap() {
  return mapOf(z.string().optional());
}

/** Name to values, in order. */
export function stringListMap() {
  return mapOf(z.array(z.string()).optional());
}

/** Name to a value that AWS converts to text. */
export function scalarMap() {
  return mapOf(scalar().optional());
}

/** Name to values that AWS converts to text, in order. */
export function scalarListMap() {
  return mapOf(z.array(scalar()).optional());
}

/** An object of any keys, all of whose values are alike. */
export function mapOf<Item extends z.ZodType>(item: Item) {
  return z.object({}).catchall(item);
}

/** A value that AWS converts to text. */
export function scalar() {
  return z.union([z.boolean(), z.number(), z.string()]);
}
