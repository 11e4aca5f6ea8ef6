import { resolve } from 'node:path';
import ts from 'typescript';

/** A program of one file, which needn't be on disk. */
export interface CompiledText {
  readonly program: ts.Program;
  readonly source: ts.SourceFile;
}

/** Compiles source text as a file of this project's tests, with their options. */
export function compileText(file: string, text: string): CompiledText {
  const program = ts.createProgram([file], testOptions(), hostWith(file, text, testOptions()));
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} was not compiled.`);
  return { program, source };
}

/** The parsed files on disk. Programs with the same options share them: parsing the compiler's own declarations takes a second. */
const onDisk = new Map<string, ts.SourceFile | undefined>();

/** Returns a compiler host that has one more file than the disk. Use it with the options of `testOptions`. */
export function hostWith(file: string, text: string, settings: ts.CompilerOptions): ts.CompilerHost {
  const disk = ts.createCompilerHost(settings, true);
  return {
    ...disk,
    fileExists: (path) => path === file || disk.fileExists(path),
    readFile: (path) => (path === file ? text : disk.readFile(path)),
    getSourceFile: (path, language) => {
      if (path === file) return ts.createSourceFile(path, text, language, true);
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
