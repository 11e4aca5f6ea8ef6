import { basename } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Makes a minified bundle for each name. esbuild reads the modules once for all of them.
 *
 * @param folder where the code is, as far as its imports are concerned.
 * @returns the code of each bundle by name.
 */
export async function bundleEach(
  folder: string,
  names: readonly string[],
  contentsOf: (name: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const entries: Plugin = {
    name: 'entries',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
      onLoad({ filter: /./, namespace: 'entry' }, ({ path }) => ({ contents: contentsOf(path), resolveDir: folder }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: names.map((name) => ({ in: `entry:${name}`, out: name })),
    outdir: 'out',
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    minify: true,
    write: false,
    plugins: [entries],
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path, '.js'), text]));
}
