import { hashOf, readResults } from './results.js';
import type { Unit } from './units.js';

interface Row {
  mutants: number;
  killed: number;
  refused: number;
  /** Files that have changed since, or were never mutated. */
  stale: number;
  readonly commits: Set<string>;
}

/**
 * One line for each unit: the share of mutants that a test noticed, of those that the compiler accepts or a test noticed, and the commits
 * whose tests ran.
 */
export function printTable(units: readonly Unit[]): string {
  const lines = units.map((unit) => `| ${unit.name} | ${cells(rowOf(unit)).join(' | ')} |`);
  return [
    '| folder | mutants | killed | refused | share | commit | changed since |',
    '| --- | ---: | ---: | ---: | ---: | --- | ---: |',
    ...lines,
  ].join('\n');
}

function rowOf({ name, files }: Unit): Row {
  const results = readResults(name);
  const row: Row = { mutants: 0, killed: 0, refused: 0, stale: 0, commits: new Set() };
  for (const file of files) {
    const result = results[file];
    if (result?.hash !== hashOf(file)) row.stale += 1;
    if (result === undefined) continue;
    row.mutants += result.mutants;
    row.killed += result.killed;
    row.refused += result.refused;
    row.commits.add(result.commit);
  }
  return row;
}

function cells({ mutants, killed, refused, stale, commits }: Row): (string | number)[] {
  const share = mutants === 0 ? '' : `${((100 * killed) / (mutants - refused)).toFixed(1)} %`;
  return [mutants, killed, refused, share, [...commits].join(', '), stale === 0 ? '' : `${stale} files`];
}
