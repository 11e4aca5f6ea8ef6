import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The compilers that check what users install, as folders in `node_modules`. Every run uses the newest one. `npm run test:compat` adds the
 * oldest supported one and those in between.
 */
export const COMPILERS: readonly string[] = [
  'typescript-7',
  ...(process.env['COMPAT'] ? ['typescript', 'typescript-5.9', 'typescript-floor'] : []),
];

/** How a child process ended: its exit status and everything it printed. */
export interface Outcome {
  status: number | null;
  output: string;
}

/** Runs Node.js with these arguments in a folder. */
export function runNode(args: readonly string[], cwd: string): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { status, output: `${stdout}${stderr}` };
}

/** Type-checks files in a folder with one of the TypeScript versions in `node_modules`. */
export function compile(compiler: string, files: readonly string[], options: Record<string, unknown>, cwd: string): Outcome {
  const compilerOptions = { target: 'es2022', strict: true, exactOptionalPropertyTypes: true, noEmit: true, pretty: false, ...options };
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  return runNode([resolve('node_modules', compiler, 'bin/tsc'), '-p', '.'], cwd);
}
