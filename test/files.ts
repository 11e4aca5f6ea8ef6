import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lists the files below a folder of the repository, sorted, with forward slashes: `src/types/identity.ts`. */
export function filesIn(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}
