import * as z from 'zod/v4';
import { isEmpty } from '../guards/fields.js';
import { isObject } from '../http/is-object.js';
import { withExactFields } from './exact-optional.js';

/**
 * Returns an object schema that keeps unknown keys, because AWS adds fields without notice, but doesn't have them in its output type. With
 * the type of `z.looseObject`, a misspelled field would be `unknown` instead of an error.
 */
export function object<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip> {
  // Both types say the same about known keys. They only differ in unknown ones.
  return openObject(shape) as unknown as z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip>;
}

/** Returns an object schema that keeps unknown keys and has them in its output type, as `unknown`. */
export function openObject<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$loose> {
  return withExactFields(z.looseObject(shape));
}

/**
 * Makes a schema reject objects that have none of its fields, except `{}`, and returns the schema. For schemas whose fields are all optional.
 *
 * It is not a check of the schema, because `.pick` and `.omit` throw for a schema that has checks. A schema that you derive doesn't have this
 * rule, and neither has the JSON Schema.
 */
export function withSomeField<Schema extends z.ZodObject>(schema: Schema): Schema {
  const fields = Object.keys(schema.shape);
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => {
    const { value } = payload;
    if (isObject(value) && !isEmpty(value) && !fields.some((field) => field in value)) {
      payload.issues.push({ code: 'unrecognized_keys', keys: Object.keys(value), input: value });
    }
    return run(payload, context);
  };
  return schema;
}
