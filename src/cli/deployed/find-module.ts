import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DeployedFunction } from '../../deploy/deployment.js';

/** Where a function's code is. */
export interface FoundModule {
  /** Path of the module. */
  readonly file: string;
  /** Name of the export. */
  readonly name: string;
}

/** What a module's file can be called. A source comes before what was made of it. */
const ENDS: readonly string[] = ['.ts', '.mts', '.cts', '.tsx', '.jsx', '.js', '.mjs', '.cjs', '/index.ts', '/index.js', '/index.mjs', ''];

/**
 * Finds the file of a function's handler, as Lambda's runtime does, and sources beside it.
 *
 * @param folder the folder of the template.
 * @returns the module, or why there is none.
 */
export function findModule(folder: string, { handler, codeUri = '.', source }: DeployedFunction): FoundModule | string {
  if (handler === undefined) return 'It has no handler.';
  const dot = handler.indexOf('.', handler.lastIndexOf('/') + 1);
  const [module, name] = [handler.slice(0, Math.max(0, dot)), handler.slice(dot + 1)];
  if (module === '' || name === '') return `'${handler}' is not a handler. Write it as FILE.EXPORT.`;
  const places = [...(source === undefined ? [] : [join(folder, source)]), ...ENDS.map((end) => join(folder, codeUri, module + end))];
  const file = places.find(isFile);
  return file === undefined
    ? `There is no file '${relative(folder, join(folder, codeUri, module))}' with the extension .ts, .js, .mjs or .cjs.`
    : { file, name };
}

/** A path through a file, such as the one in an archive `app.zip`, is no file either. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
