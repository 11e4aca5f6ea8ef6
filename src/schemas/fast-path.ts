import * as z from 'zod/v4';

/** What a fast path returns for a value that it leaves to zod. */
export const UNPARSED: unique symbol = /* @__PURE__ */ Symbol('unparsed');

/**
 * Adds a fast path to a schema: a function that returns what zod would return for a value, or `UNPARSED` for a value that zod should parse
 * and explain. zod also does asynchronous parses, and those of an extended schema.
 *
 * `z.withParser` does the same, but only since zod 4.6: with an older zod, webpack refuses code that mentions it.
 */
export function withFastPath<Schema extends z.ZodType>(schema: Schema, attempt: (value: unknown) => unknown): Schema {
  const { run } = schema._zod;
  const parse = schema.parse.bind(schema);
  const safeParse = schema.safeParse.bind(schema);
  // A pipe, a union and the Standard Schema call `run`. `parse` and `safeParse` are faster without it.
  schema._zod.run = (payload, context) => {
    const value = isPlainParse(context) ? attempt(payload.value) : UNPARSED;
    if (value === UNPARSED) return run(payload, context);
    payload.value = value;
    return payload;
  };
  const methods: Pick<z.ZodType, 'parse' | 'safeParse'> = {
    parse: (given, params) => {
      const value = attempt(given);
      return value === UNPARSED ? parse(given, params) : value;
    },
    safeParse: (given, params) => {
      const value = attempt(given);
      return value === UNPARSED ? safeParse(given, params) : { success: true, data: value };
    },
  };
  return Object.assign(schema, methods);
}

/** Returns what a schema returns, or `UNPARSED` if it rejects the value, throws or is asynchronous. */
export function tryParse(schema: z.core.$ZodType, value: unknown): unknown {
  try {
    const { success, data } = z.safeParse(schema, value);
    return success ? data : UNPARSED;
  } catch {
    return UNPARSED;
  }
}

/** Returns whether zod parses synchronously and forward, with all checks. */
function isPlainParse(context: z.core.ParseContextInternal | undefined): boolean {
  return !context?.async && context?.direction !== 'backward' && !context?.skipChecks;
}
