import * as z from 'zod/v4';

/**
 * Returns a schema that accepts another kind of value, too, but leaves it out of its type. Otherwise every handler would have to check for
 * it.
 */
export function accepting<Schema extends z.ZodType>(other: z.ZodType, schema: Schema): z.ZodType<z.output<Schema>, z.input<Schema>> {
  // The type is wrong for the other kind of value, on purpose.
  return z.union([other, schema]) as unknown as z.ZodType<z.output<Schema>, z.input<Schema>>;
}
