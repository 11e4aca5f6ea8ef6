// Mutation testing: changes one expression after the other and looks whether a test fails. `npm run mutation -- render/body arn/glob.ts`
// runs what has changed since the last run; `--survivors` tries those again that survived; `--table` prints the table and runs nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Job, type Mutant, readProgress } from './job.js';
import { mutateFiles } from './mutate.js';
import { describe, hashOf, readResults, resultOf, type UnitResult, writeResults } from './results.js';
import { printTable } from './table.js';
import { type Unit, unitsOf } from './units.js';

const CACHE = '.cache/mutation';

const options = process.argv.slice(2);
const isAgain = options.includes('--survivors');
const units = unitsOf(options.filter((option) => !option.startsWith('--')));
if (!options.includes('--table')) for (const unit of units) await runUnit(unit);
console.log(printTable(units));

async function runUnit({ name, files, tests }: Unit): Promise<void> {
  const before = readResults(name);
  const wanted = files.filter((file) => (isAgain ? hasSurvivors(before, file) : before[file]?.hash !== hashOf(file)));
  if (wanted.length === 0) return;
  const all = await mutateFiles(wanted);
  const mutants = isAgain ? all.mutants.filter((mutant) => isSurvivor(before, mutant)) : all.mutants;
  console.error(`${name}: ${mutants.length} mutants in ${wanted.length} files`);
  const job = { ...all, mutants, tests, log: `${CACHE}/${fileName(name)}.log` };
  const start = process.hrtime.bigint();
  runJob(name, job);
  const progress = readProgress(readFileSync(job.log, 'utf8'));
  if (isAgain) for (const { id } of all.mutants.filter((mutant) => !isSurvivor(before, mutant))) progress.killed.set(id, 'before');
  const after = Object.fromEntries(wanted.map((file) => [file, resultOf(file, all.mutants, progress)]));
  writeResults(name, { ...keepExisting(before, files), ...after });
  writeFileSync(job.log, '');
  console.error(`${name}: ${progress.killed.size} killed of ${all.mutants.length}, ${Number(process.hrtime.bigint() - start) / 1e9} s`);
}

function hasSurvivors(results: UnitResult, file: string): boolean {
  const result = results[file];
  return result?.hash === hashOf(file) && result.survived.length > 0;
}

function isSurvivor(results: UnitResult, mutant: Mutant): boolean {
  return results[mutant.file]?.survived.some((line) => line.replace(/ \(not reached\)$/, '') === describe(mutant)) === true;
}

function keepExisting(results: UnitResult, files: readonly string[]): UnitResult {
  return Object.fromEntries(Object.entries(results).filter(([file]) => files.includes(file)));
}

/** Continues where an interrupted run of the same mutants stopped. */
function runJob(name: string, job: Job): void {
  const path = `${CACHE}/${fileName(name)}.json`;
  const text = JSON.stringify(job);
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(path) || !existsSync(job.log) || readFileSync(path, 'utf8') !== text) writeFileSync(job.log, '');
  writeFileSync(path, text);
  const env = { ...process.env, DRAWS: process.env['DRAWS'] ?? '20', MUTATION_JOB: path };
  for (let left = job.tests.length + job.mutants.length; left > 0; left -= 1) {
    const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', 'test/mutation/run-job.ts'], { stdio: 'inherit', env });
    if (status === 0) return;
    if (signal !== null) process.exit(1);
  }
}

function fileName(name: string): string {
  return name.replaceAll('/', '-');
}
