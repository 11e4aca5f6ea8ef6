/** A change of one expression in the source. */
export interface Mutant {
  readonly id: string;
  /** From the root of the repository: `src/arn/glob.ts`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Stryker's name of the change: `ConditionalExpression`. */
  readonly kind: string;
  readonly original: string;
  readonly replacement: string;
}

/** What one process does: the mutants, and the test files in the order in which they run. */
export interface Job {
  readonly mutants: readonly Mutant[];
  readonly tests: readonly string[];
  /** Each line is a `Report`. A process that continues an interrupted job reads it. */
  readonly log: string;
  /** Each source with all of its mutants, by absolute path. */
  readonly sources: Readonly<Record<string, string>>;
}

/** One line of the log. */
export type Report =
  | { readonly type: 'reached'; readonly test: string; readonly ids: readonly string[]; readonly unusable: number }
  | { readonly type: 'start'; readonly id: string }
  | { readonly type: 'killed'; readonly id: string; readonly by: string }
  | { readonly type: 'stuck'; readonly id: string }
  | { readonly type: 'done'; readonly test: string };

/** What the log of a job tells so far. */
export interface Progress {
  readonly killed: Map<string, string>;
  readonly reached: Set<string>;
  readonly done: Set<string>;
  /** The test file that isn't done yet. */
  test: string | undefined;
  /** The mutants that ran in it. */
  readonly tried: Set<string>;
  /** The mutant that ran last. */
  running: string | undefined;
}

/** Sums up a log. The last line can be cut off if the process was stopped. */
export function readProgress(log: string): Progress {
  const progress: Progress = {
    killed: new Map(),
    reached: new Set(),
    done: new Set(),
    test: undefined,
    tried: new Set(),
    running: undefined,
  };
  for (const line of log.split('\n').slice(0, -1)) addReport(progress, JSON.parse(line) as Report);
  return progress;
}

function addReport(progress: Progress, report: Report): void {
  if (report.type === 'reached') {
    for (const id of report.ids) progress.reached.add(id);
    if (report.test !== progress.test) progress.tried.clear();
    progress.test = report.test;
  } else if (report.type === 'killed') progress.killed.set(report.id, report.by);
  else if (report.type === 'stuck') progress.killed.set(report.id, 'time limit');
  else if (report.type === 'done') {
    progress.done.add(report.test);
    progress.tried.clear();
  }
  if (report.type === 'start' && progress.running !== undefined) progress.tried.add(progress.running);
  progress.running = report.type === 'start' ? report.id : undefined;
}
