import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type BuildOptions, build } from 'esbuild';
import { filesIn } from '../files.js';

const run = promisify(execFile);

/** The folder of the packages that only the benchmark needs. */
const PEERS = resolve('test/bench/peers');

/** A folder in which the packed library is installed, next to the packages that it is compared with. */
export interface Workspace {
  readonly folder: string;
  /** Size of the tarball, in bytes. */
  readonly packedSize: number;
  /** How many packages `npm install apigw-proxy` installs. */
  readonly installed: number;
  /** Runs a file of the workspace in a new process, and returns what it prints. */
  run(file: string, args: readonly string[], flags?: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Installs the library as users do, and compiles the parts of the benchmark that run in their own processes. */
export async function createWorkspace(): Promise<Workspace> {
  if (!existsSync('dist/index.js')) throw new Error('`dist` is missing. Run `npm run build` first.');
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'bench-')));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bench', private: true }));
  const packedSize = await install(folder);
  const installed = await countPackages(folder);
  await linkPackages(resolve('node_modules'), folder);
  if (await installPeers()) await linkPackages(join(PEERS, 'node_modules'), folder);
  await compile(folder);
  const runFile: Workspace['run'] = async (file, args, flags = []) => {
    const { stdout } = await run(process.execPath, [...flags, join(folder, file), ...args], { cwd: folder, maxBuffer: 1e8 });
    return stdout;
  };
  await runFile('write-ajv.mjs', []);
  return {
    folder,
    packedSize,
    installed,
    run: runFile,
    remove: () => rm(folder, { recursive: true }),
  };
}

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--omit-lockfile-registry-resolved'];

/** Packs and installs the library. Returns the size of the tarball. */
async function install(folder: string): Promise<number> {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  const [tarball] = JSON.parse(stdout) as [{ filename: string; size: number }]; // npm's documented output: one entry per packed folder
  await run('npm', ['install', '--offline', ...QUIET, join(folder, tarball.filename)], { cwd: folder });
  return tarball.size;
}

async function countPackages(folder: string): Promise<number> {
  const lock = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as { packages: object }; // npm's format
  return Object.keys(lock.packages).length;
}

/** Installs the packages that only the benchmark needs. Returns `false` if there are none. */
async function installPeers(): Promise<boolean> {
  if (await peersAreInstalled()) return true;
  try {
    await run('npm', ['ci', ...QUIET], { cwd: PEERS });
    return true;
  } catch {
    console.warn('Some packages could not be installed. The tables show them as "not installed".');
    return existsSync(join(PEERS, 'node_modules'));
  }
}

/** Whether the packages were installed after the last change of the lockfile. npm writes its own lockfile when it has installed everything. */
async function peersAreInstalled(): Promise<boolean> {
  const written = join(PEERS, 'node_modules/.package-lock.json');
  return existsSync(written) && (await stat(written)).mtimeMs >= (await stat(join(PEERS, 'package-lock.json'))).mtimeMs;
}

/** Makes all packages of a `node_modules` folder available, unless the workspace has them. */
async function linkPackages(from: string, folder: string): Promise<void> {
  const names = (await readdir(from)).filter((name) => !name.startsWith('.'));
  for (const name of names) {
    const scoped = name.startsWith('@') ? (await readdir(join(from, name))).map((each) => `${name}/${each}`) : [name];
    for (const each of scoped) await link(join(from, each), join(folder, 'node_modules', each));
  }
}

async function link(from: string, place: string): Promise<void> {
  if (existsSync(place)) return;
  await mkdir(join(place, '..'), { recursive: true });
  await symlink(await realpath(from), place, 'junction');
}

/** Compiles them to JavaScript that imports the installed packages. */
async function compile(folder: string): Promise<void> {
  const options: BuildOptions = {
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    // Without the paths of our tsconfig.json, which lead to `src`.
    tsconfigRaw: {},
  };
  const files = filesIn('test/bench/processes', '.ts');
  const guards = [resolve('test/bench/rows/hand-guards.ts')];
  await Promise.all([
    build({ ...options, entryPoints: files, format: 'esm', outExtension: { '.js': '.mjs' } }),
    build({ ...options, entryPoints: guards, format: 'esm', outExtension: { '.js': '.mjs' } }),
    build({ ...options, entryPoints: guards, format: 'cjs', outExtension: { '.js': '.cjs' } }),
  ]);
}
