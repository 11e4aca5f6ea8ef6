import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ajvCode } from '../rows/ajv-check.js';
import { REST } from '../rows/shapes.js';

// Runs in the workspace: writes the check that ajv generates as a module of each format, if ajv is installed.

for (const [format, extension] of [
  ['esm', 'mjs'],
  ['cjs', 'cjs'],
] as const) {
  const code = await ajvCode(REST, format);
  if (code !== undefined) await writeFile(join(import.meta.dirname, `ajv-check.${extension}`), code);
}
