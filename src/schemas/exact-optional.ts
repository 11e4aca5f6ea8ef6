import type * as z from 'zod/v4';
import { isObject } from '../http/is-object.js';

/**
 * The schema of a field that may be absent, but not `undefined`. zod has this type since 4.3, so older versions can't read its name.
 *
 * @example
 * ```ts no-run
 * import type { ExactOptional } from 'apigw-proxy/schemas';
 * import type * as z from 'zod/v4';
 *
 * export type OptionalBody = ExactOptional<z.ZodString>;
 * ```
 */
export interface ExactOptional<Schema extends z.ZodType>
  extends z.ZodType<z.output<Schema>, z.input<Schema>, ExactOptionalInternals<z.output<Schema>, z.input<Schema>>> {
  /** Returns the schema of the value. */
  unwrap(): Schema;
}

/** What makes zod infer an optional key. */
interface ExactOptionalInternals<Output, Input> extends z.core.$ZodTypeInternals<Output, Input> {
  optin: 'optional';
  optout: 'optional';
}

/** The schemas of fields whose object has to reject `undefined`, and the schemas of their values. */
const REJECTED_BY_OBJECT = /* @__PURE__ */ new WeakMap<object, z.ZodType>();

/** Returns the schema of a field that may be absent, but not `undefined`. Only for fields of `object` and `openObject`. */
export function exactOptional<Schema extends z.ZodType>(schema: Schema): ExactOptional<Schema> {
  if ('exactOptional' in schema) return schema.exactOptional() as unknown as ExactOptional<Schema>; // has the same output, input and `unwrap`
  // Before zod 4.3, a field cannot tell an absent key from `undefined`. Only its object can.
  const optional = (schema as z.ZodType).optional();
  REJECTED_BY_OBJECT.set(optional, schema);
  return optional as unknown as ExactOptional<Schema>; // its object adds what is missing
}

/**
 * Makes an object's schema reject `undefined` in its exact optional fields, and returns the schema. zod 4.3 and later need no help.
 *
 * It is not a check of the schema, because zod 4.1 and 4.2 cannot extend a schema that has checks.
 */
export function withExactFields<Schema extends z.ZodObject>(schema: Schema): Schema {
  const { run } = schema._zod;
  let fields: readonly ExactField[] | undefined;
  schema._zod.run = (payload, context) => {
    fields ??= exactFieldsOf(schema); // not before the first parse, which builds the fields
    for (const { key, value } of fields) {
      if (!isUndefinedIn(payload.value, key)) continue;
      for (const issue of issuesOfUndefined(key, value)) payload.issues.push(issue);
    }
    return run(payload, context);
  };
  return schema;
}

interface ExactField {
  readonly key: string;
  /** The schema of its value. */
  readonly value: z.ZodType;
}

function exactFieldsOf({ shape }: z.ZodObject): ExactField[] {
  return Object.entries(shape).flatMap(([key, field]) => {
    const value = REJECTED_BY_OBJECT.get(field);
    return value === undefined ? [] : [{ key, value }];
  });
}

function isUndefinedIn(object: unknown, key: string): boolean {
  return isObject(object) && Object.hasOwn(object, key) && object[key] === undefined;
}

function issuesOfUndefined(key: string, schema: z.ZodType): z.core.$ZodRawIssue[] {
  const issues = schema.safeParse(undefined).error?.issues ?? [];
  return issues.map((issue) => ({ ...issue, input: undefined, path: [key, ...issue.path] }));
}
