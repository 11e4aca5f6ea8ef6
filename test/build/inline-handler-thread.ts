import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const THREAD = fileURLToPath(new URL('../../src/local/function/thread/handler-thread.ts', import.meta.url));
/** The file whose one constant is replaced: the source in tests, what tsup made of it in a build. */
const COMPILED = /[\\/]local[\\/]function[\\/]thread[\\/]compiled\.[jt]s$/;

/** What Rollup and vitest give to a plugin. */
interface PluginContext {
  addWatchFile(file: string): void;
}

/** Puts the compiled code of the handler's thread where `compiled.ts` declares it. A plugin for Rollup and for vitest. */
export const inlineHandlerThread = {
  name: 'inline-handler-thread',
  async load(this: PluginContext, id: string): Promise<string | undefined> {
    if (!COMPILED.test(id)) return undefined;
    const { outputFiles, metafile } = await build({
      entryPoints: [THREAD],
      bundle: true,
      // A thread that starts from text is CommonJS.
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      write: false,
      metafile: true,
    });
    for (const file of Object.keys(metafile.inputs)) this.addWatchFile(fileURLToPath(new URL(`../../${file}`, import.meta.url)));
    return `export const HANDLER_THREAD = ${JSON.stringify(outputFiles[0]?.text)};`;
  },
};
