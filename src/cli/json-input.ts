import { readFile } from 'node:fs/promises';
import { describeJsonFault } from '../custom/json/json-fault.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/**
 * Reads the file of a command, or the standard input.
 *
 * @throws UsageError if there is nothing to read.
 */
export async function readInput(files: readonly string[], io: Io): Promise<string> {
  const [file, another] = files;
  if (another !== undefined) throw new UsageError(`'${another}' is a second file.`, 'Pass one file. Put quotes around a name with spaces.');
  if (file === undefined && !io.hasInput) throw new UsageError('There is nothing to read.', 'Pass a file, or pipe JSON into the command.');
  if (file === undefined) return decode(await io.input(), 'The input');
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`Cannot read '${file}'.`, 'Check the path.');
  });
  return decode(bytes, `'${file}'`);
}

function decode(bytes: Uint8Array, what: string): string {
  if (isUtf16(bytes)) {
    throw new UsageError(`${what} is UTF-16, probably written by PowerShell's >.`, "Write it with '| Out-File -Encoding utf8 FILE'.");
  }
  // The decoder skips the byte order mark of UTF-8.
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new UsageError(`${what} is empty.`, 'Pass a file with JSON, or pipe JSON into the command.');
  return text;
}

/** Checks for UTF-16: JSON begins with an ASCII character, so one of the first two bytes is 0, or there is a byte order mark. */
function isUtf16([first, second]: Uint8Array): boolean {
  return first === 0 || second === 0 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/**
 * Parses JSON.
 *
 * @param what the name of the text, for the error.
 * @throws UsageError if the text is not JSON.
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${what} is not JSON: ${describeJsonFault(text)}.`, 'Put strings and names in double quotes.');
  }
}
