import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { UsageError } from './usage-error.js';

/**
 * Reads environment variables from a file with lines such as `TABLE=orders`.
 *
 * @param file its path, or `undefined` for no variables.
 * @throws UsageError if the file cannot be read.
 */
export function readEnvFile(file: string | undefined): Readonly<Record<string, string>> {
  if (file === undefined) return {};
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')) } as Record<string, string>; // without a value, there is no entry
  } catch {
    throw new UsageError(`Cannot read '${file}'.`, 'Pass a file with lines such as TABLE=orders.');
  }
}
