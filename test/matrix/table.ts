import { stripVTControlCharacters } from 'node:util';
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
  const head = ['platform', 'version', 'works', 'remark'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |')).join('\n');
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
