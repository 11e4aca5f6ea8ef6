import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Profile, topOf } from './profiler.js';
import { bundles, type Program, sourceOf } from './rows/programs.js';
import type { Rounds } from './statistics.js';
import type { Workspace } from './workspace.js';

/** Bundles programs as esbuild does by default, minified. Returns their sizes after gzip, in bytes, which are the same on every computer. */
export async function measureBundles({ folder }: Workspace): Promise<Rounds> {
  const sizes: Record<string, number[]> = {};
  for (const program of bundles) {
    const { outputFiles } = await build({ ...OPTIONS, stdin: { contents: sourceOf(program, 'esm'), resolveDir: folder } });
    sizes[program.name] = [gzipSync(outputFiles[0]?.contents ?? '').length];
  }
  return sizes;
}

const OPTIONS = { bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node20', write: false, metafile: true } as const;

/** Returns the source files that are most of a bundle. They come from `src`, because the published files are chunks. */
export async function profileBundle(name: string): Promise<Profile> {
  const program: Program | undefined = bundles.find((each) => each.name === name);
  if (!program) throw new Error(`There is no program ${name}.`);
  const { metafile } = await build({ ...OPTIONS, stdin: { contents: sourceOf(program, 'esm'), resolveDir: process.cwd() } });
  const [output] = Object.values(metafile.outputs);
  return topOf([Object.fromEntries(Object.entries(output?.inputs ?? {}).map(([file, { bytesInOutput }]) => [file, bytesInOutput]))]);
}
