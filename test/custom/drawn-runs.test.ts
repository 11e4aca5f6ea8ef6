import { describe, expect, test } from 'vitest';
import { readDrawnRuns } from './oracle/drawn-runs.js';
import { KINDS } from './oracle/kinds.js';

const AT_ONCE = 50;

describe.each(Object.entries(KINDS))('the engine answers as Java does: %s', (kind, { ours }) => {
  const runs = readDrawnRuns(kind);
  const parts = Array.from({ length: Math.ceil(runs.length / AT_ONCE) }, (_, part) => runs.slice(part * AT_ONCE, (part + 1) * AT_ONCE));

  test.each(parts.map((part, index) => [index * AT_ONCE, part] as const))('from draw %d on', (_, part) => {
    for (const [draw, answer] of part) {
      const found = ours(draw);
      expect([draw, 'answer' in found ? found.answer : null]).toEqual([draw, answer]);
    }
  });
});
