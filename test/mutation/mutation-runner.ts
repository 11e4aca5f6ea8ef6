import { appendFileSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type File, type FileSpecification, startTests, type Task, type Test } from '@vitest/runner';
import { vi } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';
import { type Job, type Report, readProgress } from './job.js';
import type { Switch } from './switch.js';

/** A mutant that runs this much oftener than the source without it is taken for an endless loop. */
const USUAL_RUNS = 20;
const LEAST_RUNS = 50_000;

globalThis.mutationSwitch ??= { active: undefined, limit: 0, hits: 0, counts: undefined } satisfies Switch;
const state = globalThis.mutationSwitch;
const job: Job = JSON.parse(readFileSync(process.env['MUTATION_JOB'] ?? '', 'utf8'));
const { killed } = readProgress(readFileSync(job.log, 'utf8'));

/** How often a test file reaches each mutant, and where. */
interface Reach {
  /** While modules are evaluated: such a mutant only acts if they are evaluated again. */
  readonly onImport: Map<string, number>;
  /** In hooks of the file, so that any test could notice. */
  readonly inHooks: Map<string, number>;
  readonly inTests: Map<string, Map<string, number>>;
  /** Tests that fail without any mutant. */
  readonly unusable: Set<string>;
}

/** The tests that run for one mutant. */
interface Attempt {
  readonly file: File;
  readonly tests: readonly string[];
  /** `undefined` runs the tests as they are. */
  readonly id: string | undefined;
  /** Evaluates all modules again, with the mutant. */
  readonly isFresh: boolean;
}
interface Verdict {
  /** The first test that failed. `undefined` if none did. */
  readonly failed: { readonly id: string; readonly name: string } | undefined;
  readonly hits: number;
}

/**
 * Runs each test file once as it is and notes which test reaches which mutant. Then, in the same process, it runs the file again for each
 * mutant that is still alive: only the tests that reach it, until one fails. Modules stay loaded, except where a mutant acts on import.
 */
export default class MutationRunner extends VitestTestRunner {
  private reach: Reach = emptyReach();

  onBeforeCollect(): void {
    vi.resetModules();
    this.reach = emptyReach();
    state.active = undefined;
    state.counts = this.reach.onImport;
  }

  onCollected(): void {
    state.counts = this.reach.inHooks;
  }

  override onBeforeTryTask(test: Test): void {
    state.counts = new Map();
    this.reach.inTests.set(test.id, state.counts);
    super.onBeforeTryTask(test);
  }

  override onAfterRunTask(test: Task): void {
    state.counts = this.reach.inHooks;
    if (test.result?.state === 'fail') this.reach.unusable.add(test.id);
    super.onAfterRunTask(test);
  }

  /** Vitest waits for it. */
  override onAfterRunFiles(files?: File[]): Promise<void> {
    super.onAfterRunFiles();
    state.counts = undefined;
    return runMutants(this, this.reach, files?.[0] as File);
  }
}

function emptyReach(): Reach {
  return { onImport: new Map(), inHooks: new Map(), inTests: new Map(), unusable: new Set() };
}

async function runMutants(runner: MutationRunner, reach: Reach, file: File): Promise<void> {
  const test = relative(process.cwd(), file.filepath);
  const { onImport, inHooks, inTests } = reach;
  const reached = new Set([onImport, inHooks, ...inTests.values()].flatMap((counts) => [...counts.keys()]));
  report({ type: 'reached', test, ids: [...reached], unusable: reach.unusable.size });
  for (const { id } of job.mutants) {
    if (!reached.has(id) || killed.has(id)) continue;
    report({ type: 'start', id });
    const { failed } = await runMutant(runner, reach, file, id);
    if (failed === undefined) continue;
    const by = `${test}: ${failed.name}`;
    killed.set(id, by);
    report({ type: 'killed', id, by });
  }
  report({ type: 'done', test });
}

/** Whether modules were evaluated with a mutant, or hold what one left behind. */
let isStale = false;

async function runMutant(runner: MutationRunner, reach: Reach, file: File, id: string): Promise<Verdict> {
  const tests = testsOf(reach, id);
  const fresh = { file, tests, id, isFresh: true };
  if (reach.onImport.has(id)) return attempt(runner, reach, fresh);
  const verdict = await attempt(runner, reach, { file, tests, id, isFresh: false });
  // A value in a cache hides the mutant.
  if (verdict.failed === undefined) return verdict.hits > 0 ? verdict : attempt(runner, reach, fresh);
  // A wrong value in a cache makes a test fail without the mutant too. It stems from this mutant or from an earlier one.
  const control = await attempt(runner, reach, { file, tests: [verdict.failed.id], id: undefined, isFresh: false });
  return control.failed === undefined ? verdict : attempt(runner, reach, fresh);
}

function testsOf({ onImport, inHooks, inTests, unusable }: Reach, id: string): string[] {
  const isForAll = onImport.has(id) || inHooks.has(id);
  return [...inTests].filter(([test, counts]) => !unusable.has(test) && (isForAll || counts.has(id))).map(([test]) => test);
}

async function attempt(runner: MutationRunner, reach: Reach, { file, tests, id, isFresh }: Attempt): Promise<Verdict> {
  if (isFresh || isStale) vi.resetModules();
  isStale = isFresh;
  if (tests.length === 0) return { failed: undefined, hits: 1 };
  const single = singleRun(runner, id);
  Object.assign(state, { active: isFresh ? id : undefined, hits: 0, limit: limitOf(reach, id) });
  const [result] = await startTests([specification(file, tests)], single.runner);
  state.active = undefined;
  const failed = single.failed() ?? (result?.result?.state === 'fail' ? { id: tests[0] ?? '', name: 'the whole file' } : undefined);
  return { failed, hits: state.hits };
}

function specification({ filepath }: File, testIds: readonly string[]): FileSpecification {
  return { filepath, fileTags: [], testLocations: undefined, testNamePattern: undefined, testIds: [...testIds], testTagsFilter: undefined };
}

function limitOf({ onImport, inHooks, inTests }: Reach, id = ''): number {
  const all = [onImport, inHooks, ...inTests.values()].map((counts) => counts.get(id) ?? 0);
  return Math.max(LEAST_RUNS, USUAL_RUNS * all.reduce((sum, count) => sum + count, 0));
}

/** A runner that tells Vitest nothing, and skips what comes after the first failure. */
function singleRun(runner: MutationRunner, id: string | undefined) {
  let first: Verdict['failed'];
  const plain = VitestTestRunner.prototype;
  const own = {
    onBeforeCollect: undefined,
    onTaskUpdate: async () => undefined,
    onCollectStart: plain.onCollectStart,
    onCollected: () => {
      state.active = id;
    },
    onBeforeTryTask: plain.onBeforeTryTask,
    onBeforeRunTask(this: VitestTestRunner, test: Task): Promise<void> {
      if (first !== undefined) test.mode = 'skip';
      return plain.onBeforeRunTask.call(this, test);
    },
    onAfterRunTask(this: VitestTestRunner, test: Task): void {
      if (test.result?.state === 'fail') first ??= { id: test.id, name: test.name };
      plain.onAfterRunTask.call(this, test);
    },
    onAfterRunFiles: plain.onAfterRunFiles,
  };
  return { runner: Object.assign(Object.create(runner), own) as VitestTestRunner, failed: () => first };
}

function report(line: Report): void {
  appendFileSync(job.log, `${JSON.stringify(line)}\n`);
}
