import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { filesIn } from './files.js';

const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith('.json'));

describe('the public surface', () => {
  test('matches surface.txt, which `vitest -u` updates', async () => {
    const lists = entries.map((entry) => [entry.replace('.', manifest.name), ...names(entry).map((name) => `  ${name}`), ''].join('\n'));
    await expect(lists.join('\n')).toMatchFileSnapshot('surface.txt');
  });

  test.each(entries)('%s has named exports, and each of them exists', async (entry) => {
    vi.stubGlobal('expect', { extend: () => undefined }); // for `testing/jest`
    const module: Record<string, unknown> = await import(sourceOf(entry).replace('src/', '../src/'));
    const values = names(entry).filter((name) => !name.startsWith('type '));
    vi.unstubAllGlobals();
    expect(Object.keys(module).sort()).toEqual(values);
  });
});

describe('every type in src/types', () => {
  test('is exported by the root entry', () => {
    const types = filesIn('src/types', '.ts').flatMap(declaredNames);
    const surface = names('.');
    expect(types.filter((name) => !surface.includes(`type ${name}`))).toEqual([]);
  });
});

/** Lists what an entry exports. `type` marks names that don't exist at run time. Throws for an `export *`. */
function names(entry: string): string[] {
  const file = sourceOf(entry);
  const exported = statementsOf(file)
    .filter(ts.isExportDeclaration)
    .flatMap(({ exportClause, isTypeOnly }) => {
      if (!exportClause || !ts.isNamedExports(exportClause)) throw new Error(`${file} has an export without names.`);
      return exportClause.elements.map((element) => `${isTypeOnly || element.isTypeOnly ? 'type ' : ''}${element.name.text}`);
    });
  return exported.sort();
}

/** Lists the interfaces and types that a file declares and exports. */
function declaredNames(file: string): string[] {
  return statementsOf(file)
    .filter((statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map(({ name }) => name.text);
}

function statementsOf(file: string): ts.NodeArray<ts.Statement> {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest).statements;
}

function sourceOf(entry: string): string {
  return entry === '.' ? 'src/index.ts' : `src/${entry.slice(2)}/index.ts`;
}
