import * as z from 'zod';

/**
 * An object schema that lets unknown keys pass, as AWS adds fields without notice, and does not say so in its output type: with
 * `z.looseObject` every event would have an index signature, and a misspelt field would be `unknown` instead of an error.
 */
export function object<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip> {
  // The two differ in the type of unknown keys alone, and what is said of the known keys holds for both.
  return z.looseObject(shape) as unknown as z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strip>;
}
