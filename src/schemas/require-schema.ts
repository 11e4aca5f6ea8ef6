import { argumentError } from '../http/argument-error.js';
import { isObject } from '../http/is-object.js';

/**
 * Checks that an argument is a zod 4 schema.
 *
 * @throws TypeError if it is not.
 */
export function requireSchema(path: readonly string[], value: unknown): void {
  if (!isObject(value) || !('_zod' in value)) throw argumentError(path, 'a zod 4 schema', value);
}
