import { spawnSync } from 'node:child_process';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Handler } from '../runtime/handler-kind.js';
import type { ErrorTexts } from '../thrown.js';
import { loadCompiled } from './load-compiled.js';
import type { ServerMessage } from './messages.js';

/**
 * Loads a module and returns its handler: the named export, a property of the default export, or the default export itself if the name is
 * `handler`. Rejects if the module throws or exports no such function.
 */
export async function loadHandler({ file, name, compiled }: ServerMessage & { readonly kind: 'module' }): Promise<Handler> {
  const module: { readonly default?: unknown } = compiled === undefined ? await loadFile(file) : await loadCompiled(file, compiled);
  const handler = lookUp(module, name) ?? lookUp(module.default, name) ?? (name === 'handler' ? module.default : undefined);
  if (typeof handler !== 'function') throw new Error(`${file} doesn't export a function named ${name}. Export it, or name another export.`);
  return handler as Handler; // Lambda's runtime checks no more than that it is a function
}

/** Codes of the errors for TypeScript that Node.js cannot run, because it only removes types. */
const NEEDS_COMPILER: ReadonlySet<unknown> = new Set([
  'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING',
  'ERR_MODULE_NOT_FOUND',
  'ERR_UNSUPPORTED_DIR_IMPORT',
  'MODULE_NOT_FOUND',
]);

async function loadFile(file: string): Promise<object> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof Error && 'code' in error && NEEDS_COMPILER.has(error.code) && extname(file).endsWith('ts')) {
      const hint = `${error.message}. Node.js only removes types. For enums, path aliases and imports without a file extension, install esbuild in your project: npm install --save-dev esbuild`;
      throw Object.assign(new Error(hint, { cause: error }), { name: error.name, stack: `${error.name}: ${hint}` });
    }
    throw error;
  }
}

/** Looks up a property, but not what every object and function has, such as `constructor`. */
function lookUp(holder: unknown, name: string): unknown {
  if (typeof holder !== 'function' && (typeof holder !== 'object' || holder === null)) return undefined;
  return Object.hasOwn(holder, name) || !(name in Function.prototype) ? Reflect.get(holder, name) : undefined;
}

/** Adds the place to a syntax error: a caught one lacks its place, but Node's own check prints it. */
export function locateError(error: ErrorTexts, file: string): ErrorTexts {
  if (error.name !== 'SyntaxError') return error;
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
  const [place] = String(stderr).split(/\r?\n\r?\n/);
  return place ? { ...error, stack: `${place}\n${error.name}: ${error.message}` } : error;
}
