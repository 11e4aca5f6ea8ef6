import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Script } from 'node:vm';
import type { CompiledModule } from './compile-module.js';

/** The folder of an asset that CDK made. It is inside of the project here, but alone on Lambda. */
const ASSET = /^(.*[\\/]asset\.[0-9a-f]{16,})[\\/]/;

/**
 * Reads a module of a CDK asset as Lambda's Node.js does, where no `package.json` of the project says what it is: as CommonJS.
 *
 * @param file absolute path of the module.
 * @returns the module, or `undefined` if Node.js loads it here as on Lambda.
 */
export function readAsset(file: string): CompiledModule | undefined {
  const asset = ASSET.exec(file)?.[1];
  if (asset === undefined || extname(file) !== '.js' || hasManifest(dirname(file), asset)) return undefined;
  const code = readFileSync(file, 'utf8');
  return isCommonJs(code) ? { code, format: 'cjs', sources: [file] } : undefined;
}

function hasManifest(folder: string, top: string): boolean {
  return existsSync(join(folder, 'package.json')) || (folder !== top && hasManifest(dirname(folder), top));
}

/** Whether Node.js can compile code in the function that it wraps a CommonJS module in. */
function isCommonJs(code: string): boolean {
  try {
    return new Script(`(function (exports, require, module, __filename, __dirname) { ${code.replace(/^#!.*/, '')}\n})`) !== undefined;
  } catch {
    return false;
  }
}
