import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

/** The modules of the package yaml that don't need Node.js. */
const YAML = new URL('../../node_modules/yaml/browser/index.js', import.meta.url);

/** Returns whether a module belongs to the package yaml. */
export function isYaml(id: string): boolean {
  return /[\\/]node_modules[\\/]yaml[\\/]/.test(id);
}

/** Copies the package yaml into the build, minified, so that users install one package. A plugin for Rollup. */
export const bundleYaml = {
  name: 'bundle-yaml',
  resolveId(source: string): string | undefined {
    return source === 'yaml' ? fileURLToPath(YAML) : undefined;
  },
  async transform(code: string, id: string): Promise<{ code: string; map: null } | undefined> {
    if (!isYaml(id)) return undefined;
    const { code: minified } = await transform(code, { minify: true, target: 'node20' });
    return { code: minified, map: null };
  },
};

/** The license of what the build contains. */
export const YAML_LICENSE = new URL('../../node_modules/yaml/LICENSE', import.meta.url);
