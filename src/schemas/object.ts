import * as z from 'zod';

/**
 * Returns an object schema that keeps unknown keys, because AWS adds fields without notice, but doesn't have them in its output type. With
 * the type of `z.looseObject`, a misspelled field would be `unknown` instead of an error.
 */
export function object<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip> {
  // Both types say the same about known keys. They only differ in unknown ones.
  return z.looseObject(shape) as unknown as z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip>;
}
