import { describe, expect, test } from 'vitest';
import { judgeFile, OPEN_CASES } from './judge.js';

/** Cases that fail on purpose, and the page or rule that explains why. */
const KNOWN: Readonly<Record<string, string>> = {};

const files = await Promise.all(OPEN_CASES.map(async (path) => [path.split('/').at(-1), await judgeFile(path)] as const));

describe.each(files)('%s', (_, all) => {
  const verdicts = all.filter(({ outcome }) => outcome !== 'not yet covered');

  test.each(verdicts.filter(({ id }) => !(id in KNOWN)).map((verdict) => [verdict.id, verdict] as const))('%s holds', (_, verdict) => {
    expect(verdict.outcome === 'failed' ? verdict.remarks : []).toEqual([]);
  });

  test('has no known failure that passes now', () => {
    expect(verdicts.filter(({ id, outcome }) => id in KNOWN && outcome === 'passed').map(({ id }) => id)).toEqual([]);
  });
});
