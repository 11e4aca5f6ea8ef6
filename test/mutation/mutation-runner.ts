import { appendFileSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type File, type FileSpecification, startTests, type Task, type Test } from '@vitest/runner';
import { vi } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';
import { type Job, type Report, readProgress } from './job.js';
import type { Switch } from './switch.js';

/** A mutant that runs this much oftener than the source without it is taken for an endless loop. */
const USUAL_RUNS = 20;
const LEAST_RUNS = 5000;

globalThis.mutationSwitch ??= { active: undefined, limit: 0, hits: 0, counts: undefined } satisfies Switch;
const state = globalThis.mutationSwitch;
const job: Job = JSON.parse(readFileSync(process.env['MUTATION_JOB'] ?? '', 'utf8'));
const { killed, test: interrupted, tried } = readProgress(readFileSync(job.log, 'utf8'));
const fileOf = new Map(job.mutants.map(({ id, file }) => [id, resolve(file)]));

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
  readonly failed: { readonly id: string; readonly name: string; readonly isLate: boolean } | undefined;
  readonly hits: number;
}

/**
 * Runs each test file once as it is and notes which test reaches which mutant. Then, in the same process, it runs the file again for each
 * mutant that is still alive: only the tests that reach it, until one fails. Modules stay loaded, except where a mutant acts on import.
 */
export default class MutationRunner extends VitestTestRunner {
  private reach: Reach = emptyReach();

  onBeforeCollect(): void {
    keepFetched(modulesOf(this));
    vi.resetModules();
    stale.clear();
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
  if (test !== interrupted) tried.clear(); // tests were added since
  for (const { id } of job.mutants) {
    if (!reached.has(id) || killed.has(id) || tried.has(id)) continue;
    report({ type: 'start', id });
    const { failed } = await runMutant(runner, reach, file, id);
    if (failed === undefined) continue;
    const by = `${test}: ${failed.name}`;
    killed.set(id, by);
    report({ type: 'killed', id, by });
  }
  report({ type: 'done', test });
  tried.clear();
}

/** Sources that were evaluated with a mutant, or hold what one left behind. */
const stale = new Set<string>();

async function runMutant(runner: MutationRunner, reach: Reach, file: File, id: string): Promise<Verdict> {
  const tests = testsOf(reach, id);
  const verdict = await runOnce(runner, reach, { file, tests, id, isFresh: reach.onImport.has(id) });
  // The process may have been stopped for a while. A mutant that makes a test late does so again.
  return verdict.failed?.isLate === true ? runOnce(runner, reach, { file, tests, id, isFresh: true }) : verdict;
}

async function runOnce(runner: MutationRunner, reach: Reach, wanted: Attempt): Promise<Verdict> {
  const verdict = await attempt(runner, reach, wanted);
  if (wanted.isFresh) return verdict;
  const fresh = { ...wanted, isFresh: true };
  // A value in a cache hides the mutant.
  if (verdict.failed === undefined) return verdict.hits > 0 ? verdict : attempt(runner, reach, fresh);
  // A wrong value in a cache makes a test fail without the mutant too. It stems from this mutant or from an earlier one.
  const control = await attempt(runner, reach, { ...wanted, tests: [verdict.failed.id], id: undefined });
  return control.failed === undefined ? verdict : attempt(runner, reach, fresh);
}

function testsOf({ onImport, inHooks, inTests, unusable }: Reach, id: string): string[] {
  const isForAll = onImport.has(id) || inHooks.has(id);
  return [...inTests].filter(([test, counts]) => !unusable.has(test) && (isForAll || counts.has(id))).map(([test]) => test);
}

async function attempt(runner: MutationRunner, reach: Reach, { file, tests, id, isFresh }: Attempt): Promise<Verdict> {
  if (isFresh) stale.add(fileOf.get(id ?? '') ?? '');
  resetDependents(modulesOf(runner));
  if (!isFresh) stale.clear();
  if (tests.length === 0) return { failed: undefined, hits: 1 };
  const single = singleRun(runner, id);
  Object.assign(state, { active: isFresh ? id : undefined, hits: 0, limit: limitOf(reach, id) });
  const [result] = await startTests([specification(file, tests)], single.runner);
  state.active = undefined;
  const failed =
    single.failed() ?? (result?.result?.state === 'fail' ? { id: tests[0] ?? '', name: 'the whole file', isLate: false } : undefined);
  return { failed, hits: state.hits };
}

/** What is used of Vite's module runner. */
interface Modules {
  readonly evaluatedModules: {
    readonly idToModuleMap: ReadonlyMap<string, ModuleNode>;
    readonly fileToModulesMap: ReadonlyMap<string, ReadonlySet<ModuleNode>>;
  };
  getModuleInformation(url: string, importer: string | undefined, cached: ModuleNode | undefined): Promise<ModuleNode>;
}
interface ModuleNode {
  readonly importers: ReadonlySet<string>;
  readonly meta?: object;
  promise: unknown;
  exports: unknown;
  evaluated: boolean;
}

function modulesOf(runner: VitestTestRunner): Modules {
  return (runner as unknown as { readonly moduleRunner: Modules }).moduleRunner;
}

/** Keeps what Vite has fetched. Fetching a module again takes longer than evaluating it, and sources don't change here. */
function keepFetched(modules: Modules): void {
  if (Object.hasOwn(modules, 'getModuleInformation')) return;
  const fetch = modules.getModuleInformation.bind(modules);
  modules.getModuleInformation = async (url, importer, cached) => (cached?.meta === undefined ? fetch(url, importer, cached) : cached);
}

/** Lets every module be evaluated again that imports a stale source, directly or not. */
function resetDependents({ evaluatedModules }: Modules): void {
  const found = new Set([...stale].flatMap((file) => [...(evaluatedModules.fileToModulesMap.get(file) ?? [])]));
  for (const node of found) {
    Object.assign(node, { promise: undefined, exports: undefined, evaluated: false });
    for (const importer of node.importers) {
      const dependent = evaluatedModules.idToModuleMap.get(importer);
      if (dependent !== undefined) found.add(dependent);
    }
  }
}

function specification({ filepath }: File, testIds: readonly string[]): FileSpecification {
  return { filepath, fileTags: [], testLocations: undefined, testNamePattern: undefined, testIds: [...testIds], testTagsFilter: undefined };
}

function limitOf({ onImport, inHooks, inTests }: Reach, id = ''): number {
  const all = [onImport, inHooks, ...inTests.values()].map((counts) => counts.get(id) ?? 0);
  return Math.max(LEAST_RUNS, USUAL_RUNS * all.reduce((sum, count) => sum + count, 0));
}

/** Whether a test failed for its time limit. */
function isLate({ result }: Task): boolean {
  return result?.errors?.some(({ message }) => message.includes('timed out')) === true;
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
      if (test.result?.state === 'fail') first ??= { id: test.id, name: test.name, isLate: isLate(test) };
      plain.onAfterRunTask.call(this, test);
    },
    onAfterRunFiles: plain.onAfterRunFiles,
  };
  return { runner: Object.assign(Object.create(runner), own) as VitestTestRunner, failed: () => first };
}

function report(line: Report): void {
  appendFileSync(job.log, `${JSON.stringify(line)}\n`);
}
