import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { compile, type Outcome, runNode } from '../package/commands.js';
import { withClaims } from './blocks.js';

/** Type-checks all blocks at once against the installed package, with TypeScript 7. Returns the compiler's lines for each block. */
export function typeErrors(blocks: readonly string[], folder: string): string[][] {
  const files = blocks.map((_, index) => `block${index}.mts`);
  // `export {}` makes a module of a block without imports, so it shares no names with the others.
  blocks.forEach((code, index) => {
    writeFileSync(join(folder, `block${index}.mts`), `${code}\nexport {};\n`);
  });
  const { status, output } = compile('typescript-7', files, { module: 'nodenext', types: ['node'], skipLibCheck: true }, folder);
  const errors = files.map((file) => output.split('\n').filter((line) => line.startsWith(`${file}(`)));
  if (status !== 0 && errors.every((lines) => lines.length === 0)) throw new Error(`The compiler failed: ${output}`);
  return errors;
}

/** Runs a block as an ES module against the installed package, and checks what it claims to print. */
export function runBlock(code: string, folder: string): Outcome {
  writeFileSync(join(folder, 'claim.mjs'), javascript(readFileSync(new URL('claim.ts', import.meta.url), 'utf8')));
  writeFileSync(join(folder, 'block.mjs'), javascript(withClaims(code)));
  return runNode(['block.mjs'], folder);
}

function javascript(typescript: string): string {
  return transformSync(typescript, { loader: 'ts', format: 'esm', target: 'node20' }).code;
}
