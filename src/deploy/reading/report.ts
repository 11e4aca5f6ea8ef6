import type { Finding } from '../deployment.js';

/** Collects what a reader does not carry over. */
export interface Report {
  /** Adds something that cannot be carried out here, or that the reader does not know. */
  unsupported(path: readonly string[], what: string): void;
  /** Adds something that has no effect on what a client sees here. */
  optional(path: readonly string[], what: string): void;
}

/** What a report has collected, in the order of the file as it was read. */
export interface Findings {
  readonly unsupported: readonly Finding[];
  readonly optional: readonly Finding[];
}

/**
 * Creates a report and the lists that it fills. The same sentence at the same place counts once.
 *
 * @param lineOf returns the line of a path in the file. Default: no lines.
 */
export function createReport(lineOf: (path: readonly string[]) => number | undefined = () => undefined): {
  readonly report: Report;
  readonly findings: Findings;
} {
  const findings = { unsupported: [] as Finding[], optional: [] as Finding[] };
  const seen = new Set<string>();
  const add = (list: Finding[], path: readonly string[], what: string): void => {
    const where = path.join('.');
    const mark = `${where}\n${what}`;
    if (seen.has(mark)) return;
    seen.add(mark);
    const line = lineOf(path);
    list.push({ where, what, ...(line === undefined ? {} : { line }) });
  };
  const report: Report = {
    unsupported: (path, what) => add(findings.unsupported, path, what),
    optional: (path, what) => add(findings.optional, path, what),
  };
  return { report, findings };
}
