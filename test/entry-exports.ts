import ts from 'typescript';
import { withoutPackages } from './types/language.js';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es5.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
};

/** The declarations of other packages change neither a name nor a doc comment. */
const HOST = withoutPackages(ts.createCompilerHost(OPTIONS));

/** What entries export, and the compiler's knowledge of it. */
export interface EntryExports {
  readonly checker: ts.TypeChecker;
  /** The exports of all entries, in order. */
  readonly symbols: readonly ts.Symbol[];
}

/** Compiles entries and returns what they export. */
export function readEntryExports(entries: readonly string[]): EntryExports {
  const program = ts.createProgram(entries, OPTIONS, HOST);
  const checker = program.getTypeChecker();
  const symbols = entries.flatMap((entry) => {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    return module ? checker.getExportsOfModule(module) : [];
  });
  return { checker, symbols };
}
