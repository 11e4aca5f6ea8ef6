import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import type { Mutant } from './job.js';

/**
 * Returns the ids of the mutants that the compiler refuses: `npm test` notices those without a test. Unused names don't count, because
 * nearly every change of a block leaves some.
 */
export function refusedByCompiler(mutants: readonly Mutant[]): Set<string> {
  const changed = new Map<string, { readonly text: string; readonly version: number }>();
  const service = ts.createLanguageService(hostOf(changed, [...new Set(mutants.map(({ file }) => resolve(file)))]));
  const refused = mutants.filter((mutant, index) => {
    const path = resolve(mutant.file);
    changed.set(path, { text: applyMutant(readFileSync(path, 'utf8'), mutant), version: index + 1 });
    const hasErrors = service.getSyntacticDiagnostics(path).length > 0 || service.getSemanticDiagnostics(path).length > 0;
    changed.delete(path);
    return hasErrors;
  });
  return new Set(refused.map(({ id }) => id));
}

/** Returns a source with one mutant in it. */
export function applyMutant(source: string, { line, column, original, replacement }: Mutant): string {
  const before = source.split('\n', line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const start = before + column - 1;
  return source.slice(0, start) + replacement + source.slice(start + original.length);
}

type Changed = ReadonlyMap<string, { readonly text: string; readonly version: number }>;

function hostOf(changed: Changed, files: readonly string[]): ts.LanguageServiceHost {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [...files] }, ts.sys, process.cwd());
  return {
    getScriptFileNames: () => [...files],
    getScriptVersion: (path) => `${changed.get(path)?.version ?? 0}`,
    getScriptSnapshot: (path) => {
      const text = changed.get(path)?.text ?? ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getCompilationSettings: () => ({ ...options, types: ['node'], noUnusedLocals: false, noUnusedParameters: false }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
}
