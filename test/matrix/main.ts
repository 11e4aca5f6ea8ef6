// Installs the packed library on many platforms and runs a small journey there: `npm run matrix`, or `npm run matrix -- bun`.
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProject, packLibrary } from './project.js';
import type { Outcome, Row } from './row.js';
import { ROWS } from './rows.js';
import { exitStatus, printTable, selectRows } from './table.js';

if (!existsSync('dist/index.js')) throw new Error('`dist` is missing. Run `npm run build` first.');

const root = realpathSync(mkdtempSync(join(tmpdir(), 'matrix-')));
const outcomes: Outcome[] = [];
try {
  const tarball = packLibrary(root);
  for (const [index, row] of selectRows(ROWS, process.argv[2]).entries()) {
    outcomes.push(await runRow(row, join(root, String(index)), tarball));
  }
} finally {
  rmSync(root, { recursive: true });
}
console.log(outcomes.length === 0 ? `No row has '${process.argv[2]}' in its name.` : `\n${printTable(outcomes)}`);
process.exitCode = exitStatus(outcomes);

/** Prints the whole report of a failure, which the table shortens to one line. */
async function runRow({ platform, version, packages, scripts = false, check }: Row, home: string, tarball: string): Promise<Outcome> {
  console.error(`${platform} ${version} …`);
  try {
    createProject(home, tarball, packages, scripts);
    return { platform, version, ...(await check(home)) };
  } catch (error) {
    const difference = error instanceof Error ? error.message : String(error);
    console.error(difference);
    return { platform, version, difference };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
