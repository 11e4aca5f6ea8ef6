import { resolve } from 'node:path';
import ts from 'typescript';

/** A program of one file, which needn't be on disk. */
export interface CompiledText {
  readonly program: ts.Program;
  readonly source: ts.SourceFile;
}

/** Compiles source text as a file of this project's tests, with their options. */
export function compileText(file: string, text: string): CompiledText {
  const options = testOptions();
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (path, language) =>
      path === file ? ts.createSourceFile(path, text, language, true) : disk.getSourceFile(path, language),
  };
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} was not compiled.`);
  return { program, source };
}

/** Returns the options of `test/tsconfig.json`. */
export function testOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(resolve('test/tsconfig.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, resolve('test')).options;
}
