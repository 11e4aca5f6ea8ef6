import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { compile, runNode } from '../package/commands.js';
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

/**
 * Runs blocks as ES modules against the installed package, in one process, and checks what they claim to print. Returns for each an empty
 * string, or what went wrong.
 */
export function runBlocks(blocks: readonly string[], folder: string): string[] {
  const outcomes = join(folder, 'outcomes.jsonl');
  writeFileSync(outcomes, '');
  for (const name of ['claim', 'runner']) {
    const code = javascript(readFileSync(new URL(`${name}.ts`, import.meta.url), 'utf8'));
    writeFileSync(join(folder, `${name}.mjs`), code.replace('./claim.js', './claim.mjs'));
  }
  blocks.forEach((code, index) => {
    writeFileSync(join(folder, `example${index}.mjs`), javascript(withClaims(code)));
  });
  const { status, output } = runNode(['runner.mjs', String(blocks.length)], folder);
  const lines = readFileSync(outcomes, 'utf8').split('\n').slice(0, -1);
  return blocks.map((_, index) => JSON.parse(lines[index] ?? JSON.stringify(`the process ended with ${status} before the end: ${output}`)));
}

function javascript(typescript: string): string {
  return transformSync(typescript, { loader: 'ts', format: 'esm', target: 'node20' }).code;
}
