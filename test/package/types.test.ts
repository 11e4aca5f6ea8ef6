import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { findBlocks, forCommonJs } from '../docs/blocks.js';
import { COMPILERS, compile } from './commands.js';

const readme = readFileSync('README.md', 'utf8');
const example = findBlocks('README.md', readme)[0]?.code ?? '';
// The types of a test runner don't compile with every compiler and option: matchers.test.ts.
const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith('.json') && !entry.startsWith('./testing/'));

/** Entries that need the types of Node.js. All others need only those of the web platform. */
const NODE_ENTRIES = ['./local'];

const resolutions = [
  { resolution: 'nodenext', module: 'nodenext', files: ['example.mts', 'example.cts'] },
  { resolution: 'bundler', module: 'esnext', files: ['example.ts'] },
];

describe('the published types', () => {
  const cases = COMPILERS.flatMap((compiler) => resolutions.map((resolution) => ({ compiler, ...resolution })));

  test.each(cases)('compile with $compiler and moduleResolution $resolution', ({ compiler, module, resolution, files }) => {
    const folder = mkdtempSync(join(inject('consumer'), 'types-'));
    for (const file of files) {
      const code = file.endsWith('.cts') ? forCommonJs(example) : example;
      writeFileSync(join(folder, file), `${code}\n${importing(entries.filter((entry) => !NODE_ENTRIES.includes(entry)))}\n`);
    }
    const options = { module, moduleResolution: resolution, skipLibCheck: false, types: [], lib: ['es2022', 'dom', 'dom.iterable'] };
    expect(compile(compiler, files, options, folder)).toEqual({ status: 0, output: '' });
  });

  test.each(cases)(
    'of Node.js entries compile with $compiler and moduleResolution $resolution',
    ({ compiler, module, resolution, files }) => {
      const folder = mkdtempSync(join(inject('consumer'), 'types-'));
      for (const file of files) writeFileSync(join(folder, file), `${importing(NODE_ENTRIES)}\n`);
      const options = {
        module,
        moduleResolution: resolution,
        skipLibCheck: false,
        types: ['node'],
        lib: ['es2022', 'dom', 'dom.iterable'],
      };
      expect(compile(compiler, files, options, folder)).toEqual({ status: 0, output: '' });
    },
  );

  test('reject a wrong argument', () => {
    const folder = mkdtempSync(join(inject('consumer'), 'types-'));
    writeFileSync(join(folder, 'wrong.mts'), `import { renderResult } from '${manifest.name}';\nrenderResult({}, { target: 'v1' });\n`);
    const { status, output } = compile('typescript-7', ['wrong.mts'], { module: 'nodenext', types: [] }, folder);
    expect(output).toContain('wrong.mts(2');
    expect(status).not.toBe(0);
  });
});

function importing(names: readonly string[]): string {
  return names.map((entry, index) => `export * as entry${index} from '${entry.replace('.', manifest.name)}';`).join('\n');
}
