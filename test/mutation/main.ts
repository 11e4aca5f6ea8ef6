// Mutation testing: changes one expression after the other and looks whether a test fails. `npm run mutation -- render/body arn/glob.ts`
// runs what has changed since the last run; `--survivors` tries those again that survived; `--sample=60` tries 60 mutants of each folder that has
// no results; `--table` prints the table and runs nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { refusedByCompiler } from './compile.js';
import { type Job, type Mutant, readProgress } from './job.js';
import { mutateFiles } from './mutate.js';
import {
  chooseSample,
  describe,
  type FileResult,
  hashOf,
  type Outcome,
  readResults,
  removeSample,
  resultOf,
  stateOf,
  type UnitResult,
  writeResults,
  writeSample,
} from './results.js';
import { printTable } from './table.js';
import { type Unit, unitsOf } from './units.js';

const CACHE = '.cache/mutation';

const options = process.argv.slice(2);
const isAgain = options.includes('--survivors');
const units = unitsOf(options.filter((option) => !option.startsWith('--')));
const sampleSize = Number(options.find((option) => option.startsWith('--sample='))?.slice('--sample='.length) ?? 0);
if (!options.includes('--table')) for (const unit of units) await (sampleSize > 0 ? runSample(unit) : runUnit(unit));
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
  const { killed, reached, refused } = runMutants(name, { mutants, sources, tests, log });
  const resultFor = (file: string): FileResult => {
    const own = mutants.filter((mutant) => mutant.file === file);
    return resultOf(states.get(file) ?? stateOf(file), own, { killed, reached, refused }, isAgain ? before[file] : undefined);
  };
  const after = Object.fromEntries(wanted.map((file) => [file, resultFor(file)]));
  writeResults(name, { ...keepExisting(readResults(name)), ...after });
  removeSample(name);
  writeFileSync(log, '');
  console.error(`${name}: ${killed.size} killed, ${refused.size} refused by the compiler`);
}

async function runSample({ name, files, tests }: Unit): Promise<void> {
  if (Object.keys(readResults(name)).length > 0) return;
  const [first = ''] = files;
  const { commit } = stateOf(first);
  const { sources, mutants: all } = await mutateFiles(files);
  const mutants = chooseSample(all, sampleSize);
  console.error(`${name}: ${mutants.length} of ${all.length} mutants`);
  const log = `${CACHE}/sample-${fileName(name)}.log`;
  const outcome = runMutants(`sample/${name}`, { mutants, sources, tests, log });
  const results = files.map((file) => {
    const own = mutants.filter((mutant) => mutant.file === file);
    return { file, ...resultOf(stateOf(file), own, outcome) };
  });
  const sum = (key: 'killed' | 'refused'): number => results.reduce((total, result) => total + result[key], 0);
  const survived = results.flatMap(({ file, survived: lines }) => lines.map((line) => `${file} ${line}`));
  const counts = { mutants: all.length, tried: mutants.length, killed: sum('killed'), refused: sum('refused') };
  writeSample({ unit: name, commit, ...counts, survived });
  console.error(`${name}: ${counts.killed} of ${counts.tried} killed, ${counts.refused} refused by the compiler`);
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

/** Runs a job to its end, and asks the compiler about what no test noticed. */
function runMutants(name: string, job: Job): Outcome {
  runJob(name, job);
  const { killed, reached } = readProgress(readFileSync(job.log, 'utf8'));
  return { killed, reached, refused: refusedByCompiler(job.mutants.filter(({ id }) => !killed.has(id))) };
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
    if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(1);
  }
}

function isSameJob(before: Job, { mutants, sources }: Job): boolean {
  return JSON.stringify([before.mutants, before.sources]) === JSON.stringify([mutants, sources]);
}

function fileName(name: string): string {
  return name.replaceAll('/', '-');
}
