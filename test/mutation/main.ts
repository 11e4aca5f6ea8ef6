// Mutation testing: changes one expression after the other and looks whether a test fails. `npm run mutation -- render/body arn/glob.ts`
// runs what has changed since the last run; `--survivors` tries those again that survived; `--table` prints the table and runs nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { refusedByCompiler } from './compile.js';
import { type Job, type Mutant, readProgress } from './job.js';
import { mutateFiles } from './mutate.js';
import { describe, type FileResult, hashOf, readResults, resultOf, stateOf, type UnitResult, writeResults } from './results.js';
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
  const states = new Map(wanted.map((file) => [file, stateOf(file)]));
  const { sources, mutants: all } = await mutateFiles(wanted);
  const mutants = isAgain ? all.filter((mutant) => isSurvivor(before, mutant)) : all;
  console.error(`${name}: ${mutants.length} mutants in ${wanted.length} files`);
  const log = `${CACHE}/${fileName(name)}.log`;
  runJob(name, { mutants, sources, tests, log });
  const { killed, reached } = readProgress(readFileSync(log, 'utf8'));
  const refused = refusedByCompiler(mutants.filter(({ id }) => !killed.has(id)));
  const resultFor = (file: string): FileResult => {
    const own = mutants.filter((mutant) => mutant.file === file);
    return resultOf(states.get(file) ?? stateOf(file), own, { killed, reached, refused }, isAgain ? before[file] : undefined);
  };
  const after = Object.fromEntries(wanted.map((file) => [file, resultFor(file)]));
  writeResults(name, { ...keepExisting(readResults(name)), ...after });
  writeFileSync(log, '');
  console.error(`${name}: ${killed.size} killed, ${refused.size} refused by the compiler`);
}

function hasSurvivors(results: UnitResult, file: string): boolean {
  const result = results[file];
  return result?.hash === hashOf(file) && result.survived.length > 0;
}

function isSurvivor(results: UnitResult, mutant: Mutant): boolean {
  return results[mutant.file]?.survived.some((line) => line.replace(/ \(not reached\)$/, '') === describe(mutant)) === true;
}

function keepExisting(results: UnitResult): UnitResult {
  return Object.fromEntries(Object.entries(results).filter(([file]) => existsSync(file)));
}

/** Continues where an interrupted run of the same mutants stopped. */
function runJob(name: string, job: Job): void {
  const path = `${CACHE}/${fileName(name)}.json`;
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(path) || !existsSync(job.log) || !isSameJob(JSON.parse(readFileSync(path, 'utf8')), job)) writeFileSync(job.log, '');
  writeFileSync(path, JSON.stringify(job));
  const env = { ...process.env, DRAWS: process.env['DRAWS'] ?? '20', MUTATION_JOB: path };
  for (let left = job.tests.length + job.mutants.length; left > 0; left -= 1) {
    const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', 'test/mutation/run-job.ts'], { stdio: 'inherit', env });
    if (status === 0) return;
    if (signal !== null) process.exit(1);
  }
}

function isSameJob(before: Job, { mutants, sources }: Job): boolean {
  return JSON.stringify([before.mutants, before.sources]) === JSON.stringify([mutants, sources]);
}

function fileName(name: string): string {
  return name.replaceAll('/', '-');
}
