import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { runProgram, writeJourney } from '../project.js';
import type { Held } from '../row.js';

/** A program that bundles `handler.js` into `bundle/handler.mjs`, for each bundler. */
const BUNDLE: Readonly<Record<string, string>> = {
  esbuild: `import { build } from 'esbuild';
    await build({ entryPoints: ['handler.js'], bundle: true, format: 'esm', platform: 'node', minify: true, outfile: 'bundle/handler.mjs' });`,
  rollup: `import { rollup } from 'rollup';
    import { nodeResolve } from '@rollup/plugin-node-resolve';
    const bundle = await rollup({ input: 'handler.js', plugins: [nodeResolve()], onwarn: (warning) => { throw new Error(warning.message); } });
    await bundle.write({ file: 'bundle/handler.mjs', format: 'es' });`,
  webpack: `import webpack from 'webpack';
    ${pack('webpack')}`,
  rspack: `import { rspack } from '@rspack/core';
    ${pack('rspack')}`,
  vite: `import { build } from 'vite';
    await build({
      logLevel: 'warn',
      build: { lib: { entry: 'handler.js', formats: ['es'], fileName: () => 'handler.mjs' }, outDir: 'bundle' },
    });`,
};

const RUN = `import { handler } from './bundle/handler.mjs';
import { buildHttpEvent } from 'apigw-proxy';
const { statusCode, body } = await handler(buildHttpEvent({ json: { name: 'Ada' } }));
console.log(statusCode, body);`;

/** The largest size of the bundle, in bytes after gzip: only what the handler uses is in it. */
const LIMIT = 4600;

/** Bundles the handler, runs the bundle, and measures it. */
export function checkBundler(home: string, bundler: string): Held {
  writeJourney(home);
  writeFileSync(join(home, 'bundle.mjs'), BUNDLE[bundler] ?? '');
  writeFileSync(join(home, 'run.mjs'), RUN);
  runProgram(home, process.execPath, ['bundle.mjs']);
  const output = runProgram(home, process.execPath, ['run.mjs']);
  if (output !== '201 {"body":{"name":"Ada"}}\n') throw new Error(`the bundle printed ${output}`);
  const size = sizeOf(join(home, 'bundle', 'handler.mjs'));
  if (size > LIMIT) throw new Error(`the bundle has ${size} bytes; at most ${LIMIT} are expected`);
  return { remark: `${(size / 1000).toFixed(1)} kB` };
}

/** Returns the size after gzip, in bytes. esbuild minifies every bundle, so that the sizes compare. */
function sizeOf(file: string): number {
  return gzipSync(transformSync(readFileSync(file, 'utf8'), { format: 'esm', minify: true }).code).length;
}

/** webpack and Rspack have the same options. */
function pack(name: string): string {
  return `const stats = await new Promise((resolve, reject) => ${name}({
      mode: 'production',
      target: 'node20',
      entry: './handler.js',
      experiments: { outputModule: true },
      output: { path: process.cwd() + '/bundle', filename: 'handler.mjs', library: { type: 'module' } },
    }, (error, stats) => (error ? reject(error) : resolve(stats))));
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());`;
}
