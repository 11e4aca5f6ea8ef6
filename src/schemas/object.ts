import * as z from 'zod/v4';
import { isEmpty } from '../guards/fields.js';
import { isObject } from '../http/is-object.js';
import { withExactFields } from './exact-optional.js';

/**
 * Returns an object schema that keeps unknown keys, because AWS adds fields without notice, but doesn't have them in its output type. With
 * the type of `z.looseObject`, a misspelled field would be `unknown` instead of an error.
 *
 * @param build builds the schemas of the fields, as late as possible: an import would otherwise build more than a thousand.
 */
export function object<Shape extends z.core.$ZodLooseShape>(build: () => Shape): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip> {
  // Both types say the same about known keys. They only differ in unknown ones.
  return openObject(build) as unknown as z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip>;
}

/** Returns an object schema that keeps unknown keys and has them in its output type, as `unknown`. */
export function openObject<Shape extends z.core.$ZodLooseShape>(
  build: () => Shape,
): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$loose> {
  let shape: Shape | undefined;
  const schema = new z.ZodObject({
    type: 'object',
    get shape() {
      shape ??= build();
      return shape;
    },
    catchall: ANYTHING,
  });
  return withExactFields(schema) as unknown as z.ZodObject<z.core.util.Writeable<Shape>, z.core.$loose>; // as `z.looseObject` returns it
}

/** The schema of unknown fields: one for all objects. */
const ANYTHING = /* @__PURE__ */ z.unknown();

/**
 * Makes a schema reject objects that have none of its fields, except `{}`, and returns the schema. For schemas whose fields are all optional.
 *
 * It is not a check of the schema, because `.pick` and `.omit` throw for a schema that has checks. A schema that you derive doesn't have this
 * rule, and neither has the JSON Schema.
 */
export function withSomeField<Schema extends z.ZodObject>(schema: Schema): Schema {
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => {
    const { value } = payload;
    if (isObject(value) && !isEmpty(value) && !Object.keys(schema.shape).some((field) => field in value)) {
      payload.issues.push({ code: 'unrecognized_keys', keys: Object.keys(value), input: value });
    }
    return run(payload, context);
  };
  return schema;
}
