import { argumentError } from '../http/argument-error.js';
import { SchemaError, type SchemaErrorPart } from './schema-error.js';
import type { SchemaOutput, StandardSchema } from './standard-schema.js';

/**
 * Returns what a schema makes of a part of a request.
 *
 * @throws SchemaError if the schema rejects the value.
 * @throws TypeError if the schema is not a Standard Schema, or answers with a promise.
 */
export function validate<Schema extends StandardSchema>(part: SchemaErrorPart, schema: Schema, value: unknown): SchemaOutput<Schema> {
  const standard: Partial<StandardSchema['~standard']> | undefined = (schema as Schema | null)?.['~standard'];
  if (typeof standard?.validate !== 'function') throw argumentError(['schema'], 'a Standard Schema', schema);
  const result = standard.validate(value);
  if ('then' in result) {
    result.then(undefined, () => {}); // nobody waits for it
    throw argumentError(['schema'], 'synchronous', schema, 'Move its asynchronous checks out of the schema.');
  }
  if (!result.issues) return result.value;
  const issues = result.issues.map(({ message, path = [] }) => ({ message, path: Array.from(path, keyOf) }));
  throw new SchemaError(part, issues);
}

function keyOf(segment: PropertyKey | { readonly key: PropertyKey }): PropertyKey {
  return typeof segment === 'object' ? segment.key : segment;
}

/** Returns an object of pairs: name to value, or to the array of values if a name is repeated. Leaves out the name `__proto__`. */
export function gather(pairs: Iterable<readonly [name: string, value: string]>): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of pairs) {
    const before = Object.hasOwn(found, name) ? found[name] : undefined;
    if (Array.isArray(before)) before.push(value);
    else if (name !== '__proto__') found[name] = before === undefined ? value : [before, value];
  }
  return found;
}
