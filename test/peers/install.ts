import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { filesIn } from '../files.js';
import { NODE_PACKAGE, nodeOf } from '../matrix/project.js';

const run = promisify(execFile);

/** Where the peers are installed. Git ignores it. */
const CACHE = resolve('.cache/peers');

/** The Node.js that runs the peers, because some of them need a newer one than this library. */
export const PEER_NODE = '24.21.0';

/** Installs packages in a folder of their own, unless they are there already, and returns it. */
export async function installPackages(name: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const home = join(CACHE, name.replaceAll('/', '+'));
  const manifest = JSON.stringify({ name: 'peer', private: true, dependencies: packages });
  if (isInstalled(home, manifest)) return home;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), manifest);
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'], { cwd: home, maxBuffer: 1e8 });
  writeFileSync(join(home, DONE), manifest);
  return home;
}

/** Holds the manifest that npm has installed completely. */
const DONE = '.installed.json';

function isInstalled(home: string, manifest: string): boolean {
  return existsSync(join(home, DONE)) && readFileSync(join(home, DONE), 'utf8') === manifest;
}

/** Installs Node.js and returns the path of its binary. */
export async function installNode(): Promise<string> {
  return nodeOf(await installPackages('node', { [NODE_PACKAGE]: PEER_NODE }));
}

/** Compiles the programs that run beside a peer into its folder, so that they find its packages. */
export async function compilePrograms(home: string): Promise<void> {
  await build({
    entryPoints: filesIn('test/peers/processes', '.ts'),
    outdir: join(home, 'processes'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    target: 'node22',
    tsconfigRaw: {}, // without the paths of our tsconfig.json, which lead to `src`
  });
}
