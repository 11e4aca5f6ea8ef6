import { readFile } from 'node:fs/promises';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/**
 * The text that a command is about: of a file, or of the standard input.
 *
 * @throws UsageError when there is none, or it cannot be read.
 */
export async function readInput(files: readonly string[], io: Io): Promise<string> {
  const [file, another] = files;
  if (another !== undefined) throw new UsageError(`'${another}' is a second file.`, 'Name one; a name with spaces needs quotes.');
  if (file === undefined && !io.hasInput) throw new UsageError('There is nothing to read.', 'Name a file, or pipe JSON into the command.');
  if (file === undefined) return textOf(await io.input(), 'The input');
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`'${file}' cannot be read.`, 'Name a file that is there.');
  });
  return textOf(bytes, `'${file}'`);
}

function textOf(bytes: Uint8Array, what: string): string {
  if (isUtf16(bytes)) {
    throw new UsageError(`${what} is UTF-16, as PowerShell's > writes it.`, "Write it with '| Out-File -Encoding utf8 FILE'.");
  }
  // The decoder skips the byte order mark of UTF-8.
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new UsageError(`${what} is empty.`, 'Name a file with JSON in it, or pipe JSON into the command.');
  return text;
}

/** JSON begins with ASCII, of which UTF-16 makes a zero byte beside the character; a mark of its own may stand in front. */
function isUtf16([first, second]: Uint8Array): boolean {
  return first === 0 || second === 0 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
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
