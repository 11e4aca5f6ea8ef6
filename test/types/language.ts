import { resolve } from 'node:path';
import ts from 'typescript';

/** A program of files that needn't be on disk. */
export interface CompiledTexts {
  readonly program: ts.Program;
  /** The files, in the order of their texts. */
  readonly sources: readonly ts.SourceFile[];
}

/** Compiles source texts as if they were tests of this project, with the compiler options of its tests. */
export function compileTexts(texts: Readonly<Record<string, string>>): CompiledTexts {
  const program = ts.createProgram(Object.keys(texts), testOptions(), hostWith(texts, testOptions()));
  const sources = Object.keys(texts).flatMap((file) => program.getSourceFile(file) ?? []);
  return { program, sources };
}

/** The parsed files on disk. Programs with the same options share them: parsing the compiler's own declarations takes a second. */
const onDisk = new Map<string, ts.SourceFile | undefined>();

/** Returns a compiler host that has more files than the disk. Use it with the options of `testOptions`. */
export function hostWith(texts: Readonly<Record<string, string>>, settings: ts.CompilerOptions): ts.CompilerHost {
  const disk = ts.createCompilerHost(settings, true);
  return {
    ...disk,
    fileExists: (path) => texts[path] !== undefined || disk.fileExists(path),
    readFile: (path) => texts[path] ?? disk.readFile(path),
    getSourceFile: (path, language) => {
      const text = texts[path];
      if (text !== undefined) return ts.createSourceFile(path, text, language, true);
      if (!onDisk.has(path)) onDisk.set(path, disk.getSourceFile(path, language));
      return onDisk.get(path);
    },
  };
}

/** Returns a host that leaves the declarations of other packages empty, because they take long to read. */
export function withoutPackages(host: ts.CompilerHost): ts.CompilerHost {
  return {
    ...host,
    getSourceFile: (path, language) =>
      /\/node_modules\/(?!typescript\/lib\/)/.test(path) ? ts.createSourceFile(path, '', language) : host.getSourceFile(path, language),
  };
}

let options: ts.CompilerOptions | undefined;

/**
 * Returns the options of `test/tsconfig.json`, without the types of Node.js, which take long to read. Reading the options once matters: the
 * compiler lists every file of the project for it.
 */
export function testOptions(): ts.CompilerOptions {
  if (options === undefined) {
    const { config } = ts.readConfigFile(resolve('test/tsconfig.json'), ts.sys.readFile);
    options = { ...ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, resolve('test')).options, types: [] };
  }
  return options;
}
