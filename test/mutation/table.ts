import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { markdownTable } from '../markdown-table.js';
import { type FileResult, hashOf, RESULTS, readResults, SAMPLES, type SampleResult, type UnitResult } from './results.js';
import type { Unit } from './units.js';

const HEAD = ['folder', 'mutants', 'killed', 'refused', 'share', 'commit'];

/**
 * One line for each unit: the share of mutants that a test noticed, of those that the compiler accepts or a test noticed, and the commits
 * whose tests ran.
 */
export function printTable(units: readonly Unit[]): string {
  return tableOf(
    [...HEAD, 'changed since'],
    units.map(({ name, files }) => {
      const results = readResults(name);
      const stale = files.filter((file) => results[file]?.hash !== hashOf(file)).length;
      return [name, ...cellsOf(Object.values(results)), stale === 0 ? '' : `${stale} files`];
    }),
  );
}

/** The figures of every unit that has run, whatever has changed since. */
export function printFigures(): string {
  const all = readdirSync(RESULTS).map((file): UnitResult => JSON.parse(readFileSync(`${RESULTS}/${file}`, 'utf8')));
  const rows = all
    .filter((results) => Object.keys(results).length > 0)
    .map((results) => [unitOf(results), ...cellsOf(Object.values(results))]);
  return tableOf(HEAD, [
    ...rows,
    [
      'all',
      ...cellsOf(
        all.flatMap((results) => Object.values(results)),
        false,
      ),
    ],
  ]);
}

/** The figures of the samples, by folder of `src`. */
export function printSamples(): string {
  const all = existsSync(SAMPLES)
    ? readdirSync(SAMPLES).map((file): SampleResult => JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8')))
    : [];
  if (all.length === 0) return '';
  const folders = [...new Set(all.map(({ unit }) => unit.split('/')[0] ?? ''))];
  return tableOf(
    ['folder', 'mutants', 'tried', 'killed', 'refused', 'share', 'commit'],
    folders.map((folder) => {
      const own = all.filter(({ unit }) => unit.split('/')[0] === folder);
      const cells = cellsOf(own.map((sample) => ({ ...sample, mutants: sample.tried })));
      return [folder, `${own.reduce((sum, { mutants }) => sum + mutants, 0)}`, ...cells];
    }),
  );
}

/** How many mutants of each kind survived, most first. */
export function countSurvivors(): [kind: string, count: number][] {
  const counts = new Map<string, number>();
  for (const file of readdirSync(RESULTS)) {
    const results: UnitResult = JSON.parse(readFileSync(`${RESULTS}/${file}`, 'utf8'));
    for (const line of Object.values(results).flatMap(({ survived }) => survived)) {
      const kind = line.split(' ')[1] ?? '';
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** `src/render/body/a.ts` → `render/body`. */
function unitOf(results: UnitResult): string {
  const [file = ''] = Object.keys(results);
  return file.split('/').slice(1, -1).slice(0, 2).join('/');
}

type Counts = Pick<FileResult, 'mutants' | 'killed' | 'refused' | 'commit'>;

function cellsOf(results: readonly Counts[], namesCommits = true): string[] {
  const sum = (count: (result: Counts) => number): number => results.reduce((total, result) => total + count(result), 0);
  const [mutants, killed, refused] = [sum((result) => result.mutants), sum((result) => result.killed), sum((result) => result.refused)];
  const share = mutants === 0 ? '' : `${((100 * killed) / (mutants - refused)).toFixed(1)} %`;
  const commits = [...new Set(results.map(({ commit }) => commit))].sort().join(', ');
  return [`${mutants}`, `${killed}`, `${refused}`, share, namesCommits ? commits : ''];
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(head, rows, (name) => !['folder', 'commit', 'changed since'].includes(name));
}
