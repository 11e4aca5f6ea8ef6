import { argumentError } from '../http/argument-error.js';
import { isObject } from '../http/is-object.js';

/**
 * Checks that an argument is a schema of zod 4.
 *
 * @throws TypeError if it is not.
 */
export function requireSchema(path: readonly string[], value: unknown): void {
  if (!isObject(value) || !('_zod' in value)) throw argumentError(path, 'a schema of zod 4', value);
}
