import { resolve } from 'node:path';
import ts from 'typescript';

/** A type of `src/types`: its name, and the file that exports it, without extension. */
export interface TypeName {
  readonly name: string;
  readonly file: string;
}

/** Types as the compiler sees them, in the order in which they were asked for. */
export interface CompiledTypes {
  readonly checker: ts.TypeChecker;
  readonly types: readonly ts.Type[];
}

const TYPES = resolve('src/types');
const PROBE = resolve(TYPES, 'probe.ts');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  // `Partial` and `Omit` are all that the types need of the platform, and a small library compiles fast.
  lib: ['lib.es5.d.ts'],
  types: [],
};

/**
 * Compiles types of `src/types`. Their type parameters have their defaults.
 *
 * @param texts files that replace those on disk or join them, by their name in `src/types`.
 * @throws Error if a type does not exist.
 */
export function compileTypes(names: readonly TypeName[], texts: Readonly<Record<string, string>> = {}): CompiledTypes {
  // The compiler fills in the defaults where a type is mentioned, so a file that does not exist mentions each of them.
  const probe = names.map(({ name, file }, index) => `type T${index} = import('./${file}.js').${name};`).join('\n');
  const virtual = new Map(Object.entries(texts).map(([name, text]) => [resolve(TYPES, name), text]));
  const program = ts.createProgram([PROBE], OPTIONS, hostOf(new Map([...virtual, [PROBE, probe]])));
  const source = program.getSourceFile(PROBE);
  const [problem] = program.getSemanticDiagnostics(source);
  if (!source || problem) throw new Error(ts.flattenDiagnosticMessageText(problem?.messageText ?? 'There is nothing to compile.', '\n'));
  const checker = program.getTypeChecker();
  return { checker, types: source.statements.filter(ts.isTypeAliasDeclaration).map(({ type }) => checker.getTypeFromTypeNode(type)) };
}

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const disk = ts.createCompilerHost(OPTIONS);
  return {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    getSourceFile: (path, language) => {
      const text = texts.get(path);
      return text === undefined ? disk.getSourceFile(path, language) : ts.createSourceFile(path, text, language);
    },
  };
}
