import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** The journey in TypeScript, as users would write it. */
export const JOURNEY = 'test/matrix/journey';

const isWindows = process.platform === 'win32';

/** Packs the library into a folder and returns the path of the tarball. */
export function packLibrary(folder: string): string {
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], '.')) as [{ filename: string }]; // npm's documented output
  return join(folder, filename);
}

/** Creates a project with the tarball and other packages, as `npm install` does it without flags. */
export function createProject(home: string, tarball: string, packages: Readonly<Record<string, string>>, scripts: boolean): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'matrix', private: true, type: 'module' }));
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  npm(['install', '--no-audit', '--no-fund', '--save-exact', `--ignore-scripts=${!scripts}`, tarball, ...wanted], home);
}

/** Writes the journey into a project as JavaScript, for platforms that don't read TypeScript. */
export function writeJourney(home: string): void {
  for (const name of readdirSync(JOURNEY)) {
    const { code } = transformSync(readFileSync(join(JOURNEY, name), 'utf8'), { loader: 'ts', format: 'esm', target: 'es2022' });
    writeFileSync(join(home, name.replace('.ts', '.js')), code);
  }
}

/** Runs a program in a project and returns what it printed. Throws what it printed if it fails. */
export function runProgram(home: string, program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${stderr}${stdout}`);
  return stdout;
}

/** Returns the path of a program that npm installed in a project. */
export function binaryOf(home: string, name: string): string {
  return join(home, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name);
}

/** Returns the path of the Node.js that npm installed in a project. */
export function nodeOf(home: string): string {
  return join(home, 'node_modules', NODE_PACKAGE, 'bin', isWindows ? 'node.exe' : 'node');
}

/** The package that has Node.js for this system. */
export const NODE_PACKAGE = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: isWindows, stdio: ['ignore', 'pipe', 'pipe'] });
}
