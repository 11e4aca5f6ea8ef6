import { resolve } from 'node:path';
import ts from 'typescript';

/** A type in `src/types`: its name, and the file that exports it, without extension. */
export interface TypeName {
  readonly name: string;
  readonly file: string;
}

/** Compiled types, in the order of their names. */
export interface CompiledTypes {
  readonly checker: ts.TypeChecker;
  readonly types: readonly ts.Type[];
  /** The declared names, whose doc comments are those that users see. */
  readonly symbols: readonly (ts.Symbol | undefined)[];
}

const TYPES = resolve('src/types');
const PROBE = resolve(TYPES, 'probe.ts');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  // The types only need `Partial` and `Omit`, and a small library compiles fast.
  lib: ['lib.es5.d.ts'],
  types: [],
};

/**
 * Compiles types in `src/types`, with the defaults of their type parameters.
 *
 * @param texts More files in `src/types`, by name. They replace those on disk.
 * @throws Error if a type doesn't exist.
 */
export function compileTypes(names: readonly TypeName[], texts: Readonly<Record<string, string>> = {}): CompiledTypes {
  // The compiler only fills in the defaults where a type is used. This file, which is not on disk, uses each type.
  const probe = names.map(({ name, file }, index) => `type T${index} = import('./${file}.js').${name};`).join('\n');
  const virtual = new Map(Object.entries(texts).map(([name, text]) => [resolve(TYPES, name), text]));
  const program = ts.createProgram([PROBE], OPTIONS, hostOf(new Map([...virtual, [PROBE, probe]])));
  const source = program.getSourceFile(PROBE);
  const [problem] = program.getSemanticDiagnostics(source);
  if (!source || problem) throw new Error(ts.flattenDiagnosticMessageText(problem?.messageText ?? 'There is nothing to compile.', '\n'));
  const checker = program.getTypeChecker();
  const nodes = source.statements.filter(ts.isTypeAliasDeclaration).map(({ type }) => type);
  return { checker, types: nodes.map((node) => checker.getTypeFromTypeNode(node)), symbols: nodes.map((node) => symbolOf(node, checker)) };
}

function symbolOf(node: ts.TypeNode, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = ts.isImportTypeNode(node) && node.qualifier ? checker.getSymbolAtLocation(node.qualifier) : undefined;
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const DISK = ts.createCompilerHost(OPTIONS);
/** The parsed files on disk. All programs share them. */
const PARSED = new Map<string, ts.SourceFile | undefined>();

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    ...DISK,
    fileExists: (path) => texts.has(path) || DISK.fileExists(path),
    getSourceFile: (path, language) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!PARSED.has(path)) PARSED.set(path, DISK.getSourceFile(path, language));
      return PARSED.get(path);
    },
  };
}
