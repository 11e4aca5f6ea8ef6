import * as z from 'zod/v4';

/** What a fast path returns for a value that it leaves to zod. */
export const UNPARSED: unique symbol = /* @__PURE__ */ Symbol('unparsed');

/** Does what a schema does with most values, and leaves the others to zod by returning `UNPARSED`. */
type Attempt = (value: unknown) => unknown;

/** The fast path of a schema. */
interface FastPath {
  readonly attempt: Attempt;
  /** Whether zod rejects every value that is left to it. */
  readonly isGuard: boolean;
}

const FAST_PATHS = /* @__PURE__ */ new WeakMap<object, FastPath>();

/**
 * Adds a fast path to a schema: a function that returns what zod would return for a value, or `UNPARSED` for a value that zod should parse
 * and explain. zod also does asynchronous parses, and those of an extended schema.
 *
 * `z.withParser` does the same, but only since zod 4.6: with an older zod, webpack refuses code that mentions it.
 *
 * @param isGuard whether zod rejects every value that is left to it. Default: `false`.
 */
export function withFastPath<Schema extends z.ZodType>(schema: Schema, attempt: Attempt, isGuard = false): Schema {
  FAST_PATHS.set(schema, { attempt, isGuard });
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

/**
 * Returns a function that returns what a schema returns for a value, or `UNPARSED` if the schema rejects it, throws or is asynchronous. A union
 * looks at its options in order, so that the fast path of each is enough.
 */
export function parserOf(schema: z.core.$ZodType): Attempt {
  const fast = FAST_PATHS.get(schema);
  if (fast === undefined)
    return isPlainUnion(schema) ? unionParser(schema._zod.def.options.map(parserOf)) : (value) => tryParse(schema, value);
  const { attempt, isGuard } = fast;
  return (value) => {
    const parsed = tryAttempt(attempt, value);
    return parsed !== UNPARSED || isGuard ? parsed : tryParse(schema, value);
  };
}

function tryAttempt(attempt: Attempt, value: unknown): unknown {
  try {
    return attempt(value);
  } catch {
    return UNPARSED;
  }
}

/** Returns whether a schema accepts what one of its options accepts, and nothing else matters. */
function isPlainUnion(schema: z.core.$ZodType): schema is z.core.$ZodUnion {
  const { type, checks = [] } = schema._zod.def;
  return type === 'union' && !('discriminator' in schema._zod.def) && !('inclusive' in schema._zod.def) && checks.length === 0;
}

function unionParser(options: readonly Attempt[]): Attempt {
  return (value) => {
    for (const option of options) {
      const parsed = option(value);
      if (parsed !== UNPARSED) return parsed;
    }
    return UNPARSED;
  };
}

/** Returns what a schema returns, or `UNPARSED` if it rejects the value, throws or is asynchronous. */
function tryParse(schema: z.core.$ZodType, value: unknown): unknown {
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
