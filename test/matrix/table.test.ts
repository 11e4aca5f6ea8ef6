import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Outcome } from './row.js';
import { ROWS } from './rows.js';
import { exitStatus, printTable, selectRows } from './table.js';

const HELD: Outcome = { platform: 'Bun', version: '1.4.5', remark: '4 kB' };
const PLAIN: Outcome = { platform: 'workerd', version: '4.0.0' };
const FAILED: Outcome = { platform: 'Deno', version: '2.9.6', difference: '\nat file.js:1\n\u001b[31mError\u001b[0m: a | b\n' };

describe('selectRows', () => {
  test.each([
    ['bun', ['Bun']],
    ['typescript 5.4', ['TypeScript']],
    ['no such platform', []],
  ])('finds the rows for %s', (word, platforms) => {
    expect(selectRows(ROWS, word).map(({ platform }) => platform)).toEqual(platforms);
  });

  test('returns all rows without a word', () => {
    expect(selectRows(ROWS)).toEqual(ROWS);
  });
});

describe('printTable', () => {
  test('has a line for each outcome, and the error in the report of a failure', () => {
    expect(printTable([HELD, PLAIN, FAILED]).split('\n')).toEqual([
      '| platform | version | works | remark |',
      '| --- | --- | --- | --- |',
      '| Bun | 1.4.5 | yes | 4 kB |',
      '| workerd | 4.0.0 | yes | |',
      '| Deno | 2.9.6 | no | Error: a \\| b |',
    ]);
  });
});

describe('exitStatus', () => {
  test.each<[readonly Outcome[], 0 | 1]>([
    [[HELD], 0],
    [[HELD, FAILED], 1],
    [[], 1],
  ])('of %j is %i', (outcomes, status) => {
    expect(exitStatus(outcomes)).toBe(status);
  });
});

describe('the rows', () => {
  test('have exact versions, so that two runs install the same', () => {
    const versions = ROWS.flatMap(({ version, packages }) => [version, ...Object.values(packages)]);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('are in the documentation', () => {
    const page = readFileSync('docs/bundles.md', 'utf8');
    const missing = ROWS.filter(({ platform, version }) => !page.includes(`| ${platform} | ${version} | yes |`));
    expect(missing.map(({ platform, version }) => `${platform} ${version}`)).toEqual([]);
  });
});
