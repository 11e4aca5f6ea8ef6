import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { COMPILERS, compile } from './commands.js';

/** An import from the sources by which users import the package: the root or an entry. */
const OF_ENTRY = /'\.\.\/\.\.\/src\/(?:(\w+)\/)?index\.js'/g;
/** An import of a file of this project that isn't in the package. */
const OF_FILE = /from '\.\.?\//;

/** The type tests that import only what users can import, as the text of a user's file by its name. */
const tests = new Map(
  readdirSync('test/types')
    .filter((name) => name.endsWith('.test-d.ts'))
    .map((name): [string, string] => [name.replace('.test-d.ts', '.mts'), asConsumer(readFileSync(join('test/types', name), 'utf8'))])
    .filter(([, text]) => !OF_FILE.test(text)),
);

describe('the type tests, compiled against the published types', () => {
  test('include the whole journey and its mistakes', () => {
    expect([...tests.keys()]).toEqual(
      expect.arrayContaining(['authorizers.mts', 'compose.mts', 'mistakes.mts', 'refine.mts', 'routes.mts']),
    );
  });

  // A mistake that compiles fails too: its `@ts-expect-error` is then unused.
  test.each(COMPILERS)('pass with %s', (compiler) => {
    const folder = mkdtempSync(join(inject('consumer'), 'type-tests-'));
    for (const [name, text] of tests) writeFileSync(join(folder, name), text);
    const options = { module: 'nodenext', skipLibCheck: true, types: ['node'], lib: ['es2023', 'dom', 'dom.iterable'], ...STRICTER };
    expect(compile(compiler, [...tests.keys()], options, folder)).toEqual({ status: 0, output: '' });
  });
});

/** Options that this project has in addition to `strict`. */
const STRICTER = { noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true };

function asConsumer(text: string): string {
  return text.replace(OF_ENTRY, (_, entry?: string) => `'${manifest.name}${entry === undefined ? '' : `/${entry}`}'`);
}
