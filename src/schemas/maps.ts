import * as z from 'zod/v4';

// A map is an object with a catchall, not `z.record`. A record also reads symbols and rejects class instances, and a guard that does the
// same is ten times slower. The values are optional, because `undefined` stands for a name that is missing.

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

/** Name to a value of the given schema. */
export function mapOf<Item extends z.ZodType>(item: Item) {
  return z.object({}).catchall(item);
}

/** A value that AWS converts to text. */
export function scalar() {
  return z.union([z.boolean(), z.number(), z.string()]);
}
