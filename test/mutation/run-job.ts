// Runs one job in a process of its own, which can be stopped: `tsx test/mutation/run-job.ts`, with the job's file in MUTATION_JOB.
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node';
import { inlineHandlerThread } from '../build/inline-handler-thread.js';
import { inlineInspectPage } from '../build/inline-inspect-page.js';
import { type Job, type Report, readProgress } from './job.js';

/** In seconds of CPU time, so that a busy computer doesn't matter. */
const LONGEST_MUTANT = 10;
const LONGEST_FILE = 90;
/** In seconds, for a mutant that waits forever. The seconds in which the process is stopped don't count. */
const LONGEST_WAIT = 200;
/** In bytes. Modules that are evaluated again and again leave memory behind. */
const MOST_MEMORY = 1.5e9;

const job: Job = JSON.parse(readFileSync(process.env['MUTATION_JOB'] ?? '', 'utf8'));
const { done } = readProgress(readFileSync(job.log, 'utf8'));
const tests = job.tests.filter((test) => !done.has(test));
if (tests.length === 0) process.exit(0); // the job was interrupted at its end

class GivenOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => tests.findIndex((test) => moduleId.endsWith(`/${test}`));
    return [...files].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

const mutated = {
  name: 'mutated-sources',
  enforce: 'pre' as const,
  load: (id: string): string | undefined => job.sources[id],
};

const vitest = await createVitest(
  'test',
  {
    config: false,
    watch: false,
    include: tests,
    setupFiles: ['test/draws.ts', 'test/mutation/draws.ts'],
    runner: 'test/mutation/mutation-runner.ts',
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 10_000,
    expect: { poll: { timeout: 3000 } },
    sequence: { sequencer: GivenOrder },
    silent: true,
    reporters: [{}],
  },
  {
    plugins: [mutated, inlineHandlerThread, inlineInspectPage],
    resolve: {
      alias: [
        { find: /^apigw-proxy$/, replacement: fileURLToPath(new URL('../../src/index.ts', import.meta.url)) },
        { find: /^apigw-proxy\/(.+)$/, replacement: fileURLToPath(new URL('../../src/$1/index.ts', import.meta.url)) },
      ],
    },
  },
);
watch();
await vitest.start();
process.exit(tests.every((test) => readProgress(readFileSync(job.log, 'utf8')).done.has(test)) ? 0 : giveUp());

/** Notes what ended the worker before all tests were done. Another process goes on behind it. */
function giveUp(): number {
  const { running, done } = readProgress(readFileSync(job.log, 'utf8'));
  const test = tests.find((name) => !done.has(name)) ?? '';
  const report: Report = running === undefined ? { type: 'done', test } : { type: 'stuck', id: running };
  appendFileSync(job.log, `${JSON.stringify(report)}\n`);
  return 1;
}

function watch(): void {
  let size = 0;
  let cpu = 0;
  let ticks = 0;
  let memory = 0;
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const now = statSync(job.log).size;
    ticks += 1;
    const { rss } = process.memoryUsage();
    if (now !== size) [size, cpu, ticks, memory] = [now, user + system, 0, rss];
    const isGrowing = rss - memory > MOST_MEMORY / 3; // a mutant without end
    if (rss > MOST_MEMORY && !isGrowing) process.exit(1);
    const seconds = (user + system - cpu) / 1e6;
    if (seconds < LONGEST_MUTANT && ticks < LONGEST_WAIT && rss < MOST_MEMORY) return;
    const { running } = readProgress(readFileSync(job.log, 'utf8'));
    if (running === undefined && seconds < LONGEST_FILE && ticks < LONGEST_WAIT && rss < MOST_MEMORY) return;
    process.exit(giveUp());
  }, 1000).unref();
}
