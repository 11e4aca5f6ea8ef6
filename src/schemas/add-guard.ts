import type * as z from 'zod/v4';
import { requireZod } from './require-zod.js';

declare const DESCRIBED: unique symbol;

/**
 * A schema, and the interface of its values. zod's own type of the values has the same fields, but no comments and no name. `refineEvent`
 * uses the interface.
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
 * `z.withParser` does the same, but only since zod 4.6: with an older zod, webpack refuses code that mentions it.
 *
 * @param build Builds the schema. Mark the call of `addGuard` as pure, so that bundlers drop unused schemas.
 */
export function addGuard<Schema extends z.ZodType, Value extends z.output<Schema>>(
  guard: (value: unknown) => value is Value & z.output<Schema>,
  build: () => Schema,
): DescribedSchema<Schema, Value> {
  requireZod();
  const schema = build();
  const { run } = schema._zod;
  const parse = schema.parse.bind(schema);
  const safeParse = schema.safeParse.bind(schema);
  // What contains the schema calls `run`: a pipe, a union, the Standard Schema. The two methods save the way through it.
  schema._zod.run = (payload, context) => (isPlainParse(context) && guard(payload.value) ? payload : run(payload, context));
  const methods: Pick<z.ZodType, 'parse' | 'safeParse'> = {
    parse: (value, params) => (guard(value) ? value : parse(value, params)),
    safeParse: (value, params) => (guard(value) ? { success: true, data: value } : safeParse(value, params)),
  };
  return Object.assign(schema, methods) as DescribedSchema<Schema, Value>; // at run time, there is no more to it
}

/** Returns whether zod parses synchronously and forward, with all checks. */
function isPlainParse(context: z.core.ParseContextInternal | undefined): boolean {
  return !context?.async && context?.direction !== 'backward' && !context?.skipChecks;
}
