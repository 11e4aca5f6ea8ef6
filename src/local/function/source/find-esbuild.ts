import { createRequire } from 'node:module';

/**
 * Finds the esbuild that a handler's project has: its own, or the one that its tsx brings.
 *
 * @param file path of the handler's module.
 * @returns path of esbuild's main file, or `undefined` if the project has none.
 */
export function findEsbuild(file: string): string | undefined {
  const tsx = tryToResolve('tsx/package.json', file);
  return tryToResolve('esbuild', file) ?? (tsx && tryToResolve('esbuild', tsx));
}

function tryToResolve(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}
