import { readFile } from 'node:fs/promises';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/**
 * The text that a command is about: of a file, or of the standard input.
 *
 * @throws UsageError when there is none, or it cannot be read.
 */
export async function readInput(file: string | undefined, io: Io): Promise<string> {
  if (file === undefined && !io.hasInput) throw new UsageError('There is nothing to read.', 'Name a file, or pipe JSON into the command.');
  if (file === undefined) return io.input();
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`'${file}' cannot be read.`, 'Name a file that is there.');
  });
}

/**
 * The value that a text stands for.
 *
 * @throws UsageError when it is no JSON.
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${what} is no JSON: ${reason}.`, 'Write strings and names in double quotes.');
  }
}
