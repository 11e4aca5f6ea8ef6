import * as z from 'zod';

/**
 * Returns a schema with a guard as its fast path.
 *
 * If the guard accepts a value, `parse` returns that value without a copy. Otherwise zod parses it and explains what is wrong. Both accept
 * the same values. zod also does asynchronous parses, and those of an extended or refined schema; it returns a copy.
 *
 * @param build Builds the schema. Mark the call of `guarded` as pure, so that bundlers drop unused schemas.
 */
export function guarded<Schema extends z.ZodType>(guard: (value: unknown) => value is z.output<Schema>, build: () => Schema): Schema {
  return z.withParser(build(), (value) => (guard(value) ? value : z.INVALID));
}
