import { argumentError } from './argument-error.js';

/**
 * Serializes an argument as JSON. The error doesn't quote the engine's message, which is different on every engine.
 *
 * @param path where the value is, for the error.
 * @throws {TypeError} if JSON can't represent it: a function, a BigInt, a cycle, or a getter or `toJSON` that throws.
 */
export function jsonText(path: readonly string[], value: unknown): string {
  let fix: string | undefined;
  try {
    const text: string | undefined = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch {
    fix = 'Remove BigInts and cycles.';
  }
  throw argumentError(path, 'a value that JSON can represent', value, fix);
}
