import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { LocalHandler } from '../local/api/local-route.js';
import { createModuleHandler, type ModuleHandler, type ModuleHandlerOptions } from '../local/function/module-handler.js';
import { chooseReader } from '../local/function/source/choose-reader.js';
import { UsageError } from './usage-error.js';

/** The modules of the command line, by what the user wrote: `handler.mjs#export`. */
export type ServedModules = ReadonlyMap<string, ServedModule>;

/** A module with a handler. */
export interface ServedModule {
  readonly module: ModuleHandler;
  /** `handler.mjs#handler`. */
  readonly label: string;
  /** The folders of its sources. If the file is a link, also the folder that it leads to. */
  readonly folders: readonly string[];
}

/** A route and its handler. */
export interface ServedRoute {
  readonly handler: LocalHandler<unknown>;
  /** `handler.mjs#handler`. */
  readonly label: string;
}

/**
 * Reads the routes of the command line, and opens their modules.
 *
 * @param texts `ROUTE` or `ROUTE=FILE#EXPORT`.
 * @param standard `FILE#EXPORT` for the routes without a file.
 * @param env environment variables of all handlers.
 * @throws UsageError if a file is missing, or is not used.
 */
export function openModules(
  texts: readonly string[],
  standard: string | undefined,
  env: Readonly<Record<string, string>>,
): { readonly routes: ReadonlyMap<string, ServedRoute>; readonly modules: ServedModules } {
  const routes = new Map<string, ServedRoute>();
  const modules = new Map<string, ServedModule>();
  for (const text of texts) {
    const at = text.indexOf('=');
    const [route, place] = at < 0 ? [text, standard] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (routes.has(route)) throw new UsageError(`Two --route options have the route '${route}'.`, 'Remove one of them.');
    if (place === undefined) throw new UsageError('There is no handler to serve.', 'Pass its file: apigw-proxy serve handler.mjs');
    const served = modules.get(place) ?? openModule(place, { env });
    modules.set(place, served);
    routes.set(route, { handler: served.module.handler, label: served.label });
  }
  if (standard !== undefined && !modules.has(standard)) {
    throw new UsageError(`No route uses '${standard}'.`, 'Remove it, or add a --route without a file.');
  }
  return { routes, modules };
}

/**
 * Opens the module of `FILE#EXPORT`.
 *
 * @throws UsageError if there is no such file, or nothing can read it.
 */
export function openModule(place: string, options: ModuleHandlerOptions): ServedModule {
  const { path, name } = splitPlace(place);
  const file = resolve(path);
  if (!existsSync(file)) throw new UsageError(`There is no file '${path}'.`, 'Pass the module that exports the handler.');
  if (statSync(file).isDirectory()) throw new UsageError(`'${path}' is a folder.`, 'Pass the module that exports the handler.');
  checkReadable(file);
  const folders = [realpathSync(dirname(file)), dirname(realpathSync(file))];
  return { module: createModuleHandler(file, name, options), label: `${path}#${name}`, folders };
}

/** Checks that something can read the file, if it is TypeScript. */
function checkReadable(file: string): void {
  const reader = chooseReader(file);
  if (reader.kind === 'missing') throw new UsageError(reader.reason, reader.fix);
}

/** Splits `FILE#EXPORT`. A file name may contain `#`: if there is such a file, all of it is the path; otherwise the last `#` separates. */
function splitPlace(place: string): { path: string; name: string } {
  const at = existsSync(resolve(place)) ? -1 : place.lastIndexOf('#');
  return at < 0 ? { path: place, name: 'handler' } : { path: place.slice(0, at), name: place.slice(at + 1) || 'handler' };
}
