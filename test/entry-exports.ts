import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  strict: true,
  noEmit: true,
};

/** What entries export, and the compiler's knowledge of it. */
export interface EntryExports {
  readonly checker: ts.TypeChecker;
  /** The exports of all entries, in order. */
  readonly symbols: readonly ts.Symbol[];
}

/** Compiles entries and returns what they export. */
export function readEntryExports(entries: readonly string[]): EntryExports {
  const program = ts.createProgram(entries, OPTIONS);
  const checker = program.getTypeChecker();
  const symbols = entries.flatMap((entry) => {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    return module ? checker.getExportsOfModule(module) : [];
  });
  return { checker, symbols };
}
