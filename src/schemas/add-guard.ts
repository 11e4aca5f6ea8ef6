import type * as z from 'zod/v4';
import { UNPARSED, withFastPath } from './fast-path.js';
import { requireZod } from './require-zod.js';

declare const DESCRIBED: unique symbol;

/**
 * A schema, and the interface of its values. zod's own type of the values has the same fields, but no comments and no name. `refineEvent`
 * uses the interface.
 *
 * @example
 * ```ts no-run
 * import type { APIGatewayProxyEventV2 } from 'apigw-proxy';
 * import type { DescribedSchema } from 'apigw-proxy/schemas';
 * import type * as z from 'zod/v4';
 *
 * export const isEvent = (schema: DescribedSchema<z.ZodType, APIGatewayProxyEventV2>, value: unknown): boolean => schema.safeParse(value).success;
 * ```
 */
export type DescribedSchema<Schema, Value> = Schema & Described<Value>;

/** Marks a schema with the interface of its values, for the compiler only. */
export interface Described<Value> {
  readonly [DESCRIBED]?: Value;
}

/** The type of a schema's values, with its comments if the schema is one of this library's. */
export type ValueOf<Schema extends z.ZodType> = Schema extends Described<infer Value extends object> ? Value : z.output<Schema>;

/**
 * Returns a schema with a guard as its fast path.
 *
 * If the guard accepts a value, `parse` returns that value without a copy. Otherwise zod parses it and explains what is wrong. Both accept
 * the same values. zod also does asynchronous parses, and those of an extended or refined schema; it returns a copy.
 *
 * @param build Builds the schema. Mark the call of `addGuard` as pure, so that bundlers drop unused schemas.
 */
export function addGuard<Schema extends z.ZodType, Value extends z.output<Schema>>(
  guard: (value: unknown) => value is Value & z.output<Schema>,
  build: () => Schema,
): DescribedSchema<Schema, Value> {
  requireZod();
  return withFastPath(build(), (value) => (guard(value) ? value : UNPARSED), true) as DescribedSchema<Schema, Value>; // only the compiler sees the interface
}
