import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PAGE = fileURLToPath(new URL('../../src/local/inspect/page/', import.meta.url));
/** The file whose one constant is replaced: the source in tests, what tsup made of it in a build. */
const COMPILED = /[\\/]local[\\/]inspect[\\/]page-code\.[jt]s$/;

/** What Rollup and vitest give to a plugin. */
interface PluginContext {
  addWatchFile(file: string): void;
}

/** Puts the script and the style sheet of the inspection page where `page-code.ts` declares them. A plugin for Rollup and for vitest. */
export const inlineInspectPage = {
  name: 'inline-inspect-page',
  async load(this: PluginContext, id: string): Promise<string | undefined> {
    if (!COMPILED.test(id)) return undefined;
    const { outputFiles, metafile } = await build({
      entryPoints: { script: `${PAGE}main.ts`, style: `${PAGE}page.css` },
      outdir: 'page',
      bundle: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      minify: true,
      charset: 'utf8',
      write: false,
      metafile: true,
    });
    for (const file of Object.keys(metafile.inputs)) this.addWatchFile(fileURLToPath(new URL(`../../${file}`, import.meta.url)));
    const [script, style] = ['script.js', 'style.css'].map((name) => outputFiles.find(({ path }) => path.endsWith(name))?.text);
    return `export const PAGE_CODE = ${JSON.stringify({ script, style })};`;
  },
};
