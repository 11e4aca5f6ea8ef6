import { stripVTControlCharacters } from 'node:util';
import { markdownTable } from '../markdown-table.js';
import type { Outcome, Row } from './row.js';

/** Returns the rows whose platform and version contain a word, in any case. Without a word, all of them. */
export function selectRows(rows: readonly Row[], word = ''): readonly Row[] {
  return rows.filter(({ platform, version }) => `${platform} ${version}`.toLowerCase().includes(word.toLowerCase()));
}

/** Prints outcomes as a Markdown table, as in `docs/bundles.md`. */
export function printTable(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ platform, version, remark = '', difference }) => [
    platform,
    version,
    difference === undefined ? 'yes' : 'no',
    difference === undefined ? remark : toCell(difference),
  ]);
  return markdownTable(['platform', 'version', 'works', 'remark'], lines);
}

/** Returns the exit status: 1 if a row failed or if no row was selected. */
export function exitStatus(outcomes: readonly Outcome[]): 0 | 1 {
  return outcomes.length > 0 && outcomes.every(({ difference }) => difference === undefined) ? 0 : 1;
}

/** A program's report would break the table, so a cell has one line of it: the first that names an error, or the first at all. */
function toCell(difference: string): string {
  const lines = stripVTControlCharacters(difference)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const line = lines.find((text) => /error/i.test(text)) ?? lines[0] ?? 'failed and printed nothing';
  return line.trim().replaceAll('|', '\\|');
}
