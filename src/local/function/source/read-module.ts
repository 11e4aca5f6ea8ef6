import { chooseReader } from './choose-reader.js';
import { type CompiledModule, compileModule } from './compile-module.js';
import { readAsset } from './read-asset.js';

/**
 * Reads a handler's module if Node.js cannot run it as it is, or would run it as something else than on Lambda.
 *
 * @param file absolute path of the module.
 * @returns the compiled module, or `undefined` if Node.js loads the file itself.
 * @throws Error if nothing here can read the module, or it cannot be compiled.
 */
export async function readModule(file: string): Promise<CompiledModule | undefined> {
  const reader = chooseReader(file);
  if (reader.kind === 'missing') throw Object.assign(new Error(`${reader.reason} ${reader.fix}`), { stack: undefined });
  return reader.kind === 'esbuild' ? compileModule(file, reader.path) : readAsset(file);
}
