import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Budget, judge } from '../budgets.js';
import type { Result } from '../result.js';
import { drawBars } from './bars.js';
import { drawGrowth } from './lines.js';
import { pageOf } from './page.js';
import { image, logScale, text } from './svg.js';
import { resultText, verdictText } from './text.js';

const NAME = 'Check a REST event';
const BASE = 'JSON.parse of the event';
const RESULT: Result = {
  name: NAME,
  unit: 'µs',
  base: BASE,
  owners: { [BASE]: 'limit', guard: 'ours', schema: 'ours', zod: 'peer', 'ajv, standalone': 'peer' },
  missing: ['ajv, standalone'],
  measured: [
    { [BASE]: [10, 10, 10], guard: [1, 1, 1], schema: [2, 2, 2], zod: [20, 20, 20] },
    { [BASE]: [10, 10, 10], guard: [1.2, 1.2, 1.2], schema: [2, 2, 2], zod: [20, 20, 20] },
  ],
};
const BUDGET: Budget = { row: 'Check a REST event with a guard', group: NAME, of: 'guard', per: BASE, most: 0.2, unit: 'J' };

describe('judge', () => {
  test.each([
    ['a ratio below its limit', BUDGET, true],
    ['a ratio above its limit', { ...BUDGET, most: 0.1 }, false],
    ['a ratio above the least one', { ...BUDGET, of: 'zod', per: 'guard', most: undefined, least: 15 }, true],
    ['a ratio below the least one', { ...BUDGET, of: 'zod', per: 'guard', most: undefined, least: 25 }, false],
    ['a cost', { ...BUDGET, per: undefined, most: 1 }, false],
    ['a group that was not measured', { ...BUDGET, group: 'another' }, false],
    ['a contender that is not installed', { ...BUDGET, of: 'ajv, standalone' }, false],
  ])('judges %s', (_, budget, met) => {
    expect(judge(budget as Budget, [RESULT]).met).toBe(met); // `undefined` stands for an absent field
  });
});

describe('the printed tables', () => {
  test('show every contender, the missing ones included', () => {
    const lines = resultText(RESULT).split('\n');
    expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
      [`${NAME} (× ${BASE})`],
      [BASE, '1', '10 µs'],
      ['guard', '0.110 ± 0.008', '1.10 µs'],
      ['schema', '0.200', '2 µs'],
      ['zod', '2', '20 µs'],
      ['ajv, standalone', 'not installed'],
    ]);
  });

  test('mark each budget', () => {
    expect(verdictText(judge(BUDGET, [RESULT]))).toMatch(/^✓ Check a REST event with a guard +0\.110 ± 0\.008 J +≤ 0\.2 J$/);
    expect(verdictText(judge({ ...BUDGET, most: 0.1 }, [RESULT]))).toMatch(/^✗ /);
    expect(verdictText(judge({ ...BUDGET, group: 'another' }, [RESULT]))).toMatch(/^✗ .*not measured/);
  });
});

describe('the page', () => {
  const machine = { cpu: 'Some CPU', cores: 2, system: 'linux x64', node: '20.19.0', packages: { zod: '4.0.0' } };
  const page = pageOf({
    machine,
    results: [RESULT],
    verdicts: [judge(BUDGET, [RESULT]), judge({ ...BUDGET, row: 'Check a REST event with a schema', most: 0.1 }, [RESULT])],
    profiles: { 'Check a REST event with a schema': [{ name: 'slowFunction in chunks/base.js', part: 0.425 }] },
  });

  test('starts with what the library costs beside others', () => {
    expect(page).toContain('| check a REST event | a schema: 2 µs | zod: 20 µs | 10 × faster |');
  });

  test('says what it was measured with', () => {
    expect(page).toContain('On Some CPU, 2 cores, linux x64, with Node.js 20.19.0.');
    expect(page).toContain('Versions: zod 4.0.0.');
  });

  test('lists every budget, and the profile of those that are not met', () => {
    expect(page).toContain('meets 1 of 2');
    expect(page).toContain('| ✓ | Check a REST event with a guard | 0.110 ± 0.008 J | ≤ 0.2 J |');
    expect(page).toContain('| ✗ | Check a REST event with a schema | 0.110 ± 0.008 J | ≤ 0.1 J |');
    expect(page).toMatch(/^\* \*\*Check a REST event with a schema\.\*\* .+ Most of the time: `slowFunction in chunks\/base\.js` 43 %\.$/m);
  });

  test('shows packages that are not installed', () => {
    expect(page).toMatch(/^\| ajv, standalone \| not installed \|/m);
  });

  test('has as many cells in each row of a table as in its head', () => {
    const counts = page
      .split(/\n\n/)
      .filter((block) => block.startsWith('|'))
      .map((block) => new Set(block.split('\n').map((line) => line.split(' | ').length)).size);
    expect(counts.length).toBeGreaterThan(5);
    // The second line of a table has `|` without spaces.
    expect(counts.filter((count) => count > 2)).toEqual([]);
  });
});

describe('an image', () => {
  const growth = { axis: 'headers', sizes: [1, 10], series: { guard: () => () => 0, toEvent: () => () => 0 } };
  const measured = [{ 'guard, 1': [1], 'guard, 10': [10], 'toEvent, 1': [5], 'toEvent, 10': [50] }];

  test.each([
    ['of bars', drawBars('Validate', [RESULT])],
    ['of lines', drawGrowth('Growth', [[growth, measured]])],
    ['of nothing', drawBars('Nothing', [])],
    ['of a group without figures', drawBars('Empty', [{ ...RESULT, measured: [] }])],
  ])('%s is well-formed', (_, svg) => {
    expect(faultOf(svg)).toBe('');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('is well-formed whatever the words are', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(faultOf(image(words, 10, 10, [text(0, 0, words)]))).toBe('');
      }),
    );
  });

  test('is readable on dark pages', () => {
    expect(drawBars('Validate', [RESULT])).toContain('prefers-color-scheme: dark');
  });

  test('shows each contender, and the missing ones in words', () => {
    const svg = drawBars('Validate', [RESULT]);
    for (const name of Object.keys(RESULT.owners)) expect(svg).toContain(`>${name}</text>`);
    expect(svg).toContain('>not installed</text>');
    expect(svg).toContain('>0.110 × (1.10 µs)</text>');
  });
});

describe('logScale', () => {
  test('has a tick for each power of ten', () => {
    expect(logScale([0.02, 3], 0, 300).ticks).toEqual([0.01, 0.1, 1, 10]);
  });

  test('places values in proportion to their logarithm', () => {
    const { place } = logScale([0.1, 10], 0, 200);
    expect([0.1, 1, 10].map(place)).toEqual([0, 100, 200]);
  });

  test('has two ticks for equal values, and for none', () => {
    expect(logScale([1, 1], 0, 100).ticks).toEqual([1, 10]);
    expect(logScale([], 0, 100).ticks).toEqual([1, 10]);
  });
});

/** Returns what makes a text no well-formed XML: an open tag, a raw `&` or `<`, an attribute without quotes. Returns `''` if nothing does. */
function faultOf(svg: string): string {
  const open: string[] = [];
  let rest = svg;
  while (rest !== '') {
    const [token, close, name = '', empty] = /^<(\/?)([a-z]+)(?: [\w:-]+="[^"<&]*")*(\/?)>|^(?:[^<&]|&#\d+;)+/.exec(rest) ?? [''];
    if (token === '') return `unexpected: ${rest.slice(0, 40)}`;
    if (close === '/' && open.pop() !== name) return `unexpected </${name}>`;
    if (close === '' && name !== '' && empty === '') open.push(name);
    rest = rest.slice(token.length);
  }
  return open.length === 0 ? '' : `open: ${open.join(', ')}`;
}
