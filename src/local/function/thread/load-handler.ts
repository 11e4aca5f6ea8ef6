import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Handler } from '../runtime/handler-kind.js';
import type { ErrorTexts } from '../thrown.js';

/**
 * Loads a module and returns its handler: the named export, a property of the default export, or the default export itself if the name is
 * `handler`. Rejects if the module throws or exports no such function.
 */
export async function loadHandler(file: string, name: string): Promise<Handler> {
  const module: { readonly default?: unknown } = await import(pathToFileURL(file).href);
  const handler = lookUp(module, name) ?? lookUp(module.default, name) ?? (name === 'handler' ? module.default : undefined);
  if (typeof handler !== 'function') throw new Error(`${file} doesn't export a function named ${name}. Export it, or name another export.`);
  return handler as Handler; // Lambda's runtime checks no more than that it is a function
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
