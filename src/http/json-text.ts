import { argumentError } from './argument-error.js';

/**
 * Serializes an argument as JSON. The error doesn't quote the engine's message, which is different on every engine.
 *
 * @param path where the value is, for the error.
 * @throws {TypeError} if JSON can't represent it: a function, a BigInt, a cycle, or a getter or `toJSON` that throws.
 */
export function jsonText(path: readonly string[], value: unknown): string {
  let text: string | undefined;
  let fix: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    fix = 'Remove BigInts and cycles.';
  }
  if (text === undefined) throw argumentError(path, 'a value that JSON can represent', value, fix);
  return text;
}
