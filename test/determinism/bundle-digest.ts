import { buildSync } from 'esbuild';

/** Bundles the program that prints the hash, so that it runs anywhere. */
export function bundleDigest(outfile: string): void {
  buildSync({
    entryPoints: ['test/determinism/digest.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
}
