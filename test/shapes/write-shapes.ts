import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { printShapes } from './print-shapes.js';

const BIOME = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Writes the guards and schemas into a folder and formats them. Returns their paths in the folder. */
export function writeShapes(folder: string): string[] {
  const texts = printShapes();
  const paths = [...texts.keys()].map((path) => join(folder, path));
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync(process.execPath, [BIOME, 'check', '--write', `--config-path=${process.cwd()}`, ...paths]);
  return [...texts.keys()];
}
