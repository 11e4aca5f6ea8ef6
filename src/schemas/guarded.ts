import * as z from 'zod';

/**
 * A schema with its guard as the fast path: what the guard accepts is returned as it is, without a copy; what it refuses goes to zod,
 * which explains. Guard and schema accept the same values; a test keeps it so. An asynchronous parse, an extended or a refined schema
 * take zod's way, which copies.
 *
 * @param build builds the schema. A function, with its call marked as pure where it stands, so that bundlers drop the schemas that
 *   nobody imports.
 */
export function guarded<Schema extends z.ZodType>(guard: (value: unknown) => value is z.output<Schema>, build: () => Schema): Schema {
  return z.withParser(build(), (value) => (guard(value) ? value : z.INVALID));
}
