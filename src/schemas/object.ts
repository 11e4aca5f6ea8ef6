import * as z from 'zod/v4';
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
