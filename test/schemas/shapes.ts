import * as z from 'zod';
import * as guards from '../../src/guards/index.js';
import * as schemas from '../../src/schemas/index.js';

/** A shape: its guard and its schema, which must agree. */
export interface Shape {
  name: string;
  guard: (value: unknown) => boolean;
  schema: z.ZodType;
}

const guardOf: Readonly<Record<string, (value: unknown) => unknown>> = guards;

/** All shapes of the package. The name of a shape is that of its schema without `Schema`. */
export const shapes: Shape[] = Object.entries(schemas).flatMap(([schemaName, schema]) => {
  if (!(schema instanceof z.ZodType)) return [];
  const name = schemaName.replace(/Schema$/, '');
  const guard = guardOf[`is${name}`];
  if (!guard) throw new Error(`no guard for ${name}`);
  return [{ name, guard: (value: unknown) => guard(value) === true, schema }];
});
