import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { findBlocks, forCommonJs, withClaims } from '../docs/blocks.js';
import { type Outcome, runNode } from './commands.js';

const example = findBlocks('README.md', readFileSync('README.md', 'utf8'))[0]?.code ?? '';
const claim = readFileSync('test/docs/claim.ts', 'utf8');
// The entries of a runner only work in that runner: matchers.test.ts.
const entries = Object.keys(manifest.exports)
  .filter((entry) => !entry.startsWith('./testing/'))
  .map((entry) => entry.replace('.', manifest.name));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(inject('consumer'), 'formats-'));
});

describe('the README example', () => {
  test.each([
    ['ESM', 'esm', 'mjs'],
    ['CommonJS', 'cjs', 'cjs'],
  ] as const)('runs as %s and prints what it claims', (_, format, extension) => {
    expect(example).toContain(`from '${manifest.name}'`);
    const { status, output } = runAs(format, extension);
    expect(status, output).toBe(0);
  });
});

describe('an entry', () => {
  test.each(entries.filter((entry) => !entry.endsWith('.json')))('%s has the same exports for import and require', (entry) => {
    const code = `import * as m from '${entry}'; import { createRequire } from 'node:module';
      const names = (o) => Object.keys(o).filter((key) => key !== 'default' && key !== 'module.exports').sort().join();
      const required = names(createRequire(import.meta.url)('${entry}'));
      if ((required === '' && !'${entry}'.endsWith('/aws-lambda')) || names(m) !== required) throw new Error(names(m) + ' / ' + required);`;
    writeFileSync(join(folder, 'entry.mjs'), code);
    expect(runNode(['entry.mjs'], folder)).toEqual({ status: 0, output: '' });
  });
});

function runAs(format: 'esm' | 'cjs', extension: 'mjs' | 'cjs'): Outcome {
  const options = { loader: 'ts', format, target: 'node20' } as const;
  const checked = withClaims(example).replace('./claim.mjs', `./claim.${extension}`);
  const code = format === 'cjs' ? forCommonJs(checked) : checked;
  writeFileSync(join(folder, `claim.${extension}`), transformSync(claim, options).code);
  writeFileSync(join(folder, `example.${extension}`), transformSync(code, options).code);
  return runNode([`example.${extension}`], folder);
}
