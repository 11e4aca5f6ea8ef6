import { extname } from 'node:path';
import { findEsbuild } from './find-esbuild.js';

/** Who reads a handler's module. */
export type SourceReader =
  /** Node.js, which runs JavaScript, and may be able to remove types. */
  | { readonly kind: 'node' }
  /** esbuild, which the project has at this path. */
  | { readonly kind: 'esbuild'; readonly path: string }
  /** Nobody: what is wrong, and what to do. */
  | { readonly kind: 'missing'; readonly reason: string; readonly fix: string };

/** Extensions of modules that Node.js cannot run as they are. */
const COMPILED: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts', '.tsx', '.jsx']);
/** Extensions of modules whose types Node.js can remove. */
const STRIPPED: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts']);

/**
 * Chooses who reads a handler's module. esbuild comes first: most projects deploy what it makes, so path aliases and `enum` work as on AWS.
 *
 * @param file path of the module.
 */
export function chooseReader(file: string): SourceReader {
  const extension = extname(file);
  if (!COMPILED.has(extension)) return { kind: 'node' };
  const path = findEsbuild(file);
  if (path !== undefined) return { kind: 'esbuild', path };
  if (STRIPPED.has(extension) && stripsTypes()) return { kind: 'node' };
  const other = STRIPPED.has(extension) ? ', or use Node.js 22.18 or later' : '';
  return {
    kind: 'missing',
    reason: `Node.js ${process.versions.node} can't run ${extension} files such as '${file}'.`,
    fix: `Install esbuild in your project${other}: npm install --save-dev esbuild`,
  };
}

/** Whether this Node.js removes types: 22.18, 23.6 and later do, unless a flag forbids it. */
function stripsTypes(): boolean {
  return Boolean(Reflect.get(process.features, 'typescript'));
}
