import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draws } from '../draws.js';
import { FOUND } from './found.js';
import { checkLaws } from './laws.js';
import { subjects } from './subjects.js';
import { TAKES_NOTHING } from './takes-nothing.js';

// A short run of `npm run fuzz`.

describe('a function with any arguments throws documented errors only, changes nothing, and gives the same twice', () => {
  test.each(subjects.map((subject) => [subject.names.slice(0, 3).join(', '), subject] as const))('%s', async (_, subject) => {
    await fc.assert(
      fc.asyncProperty(subject.args, async (args) => {
        await checkLaws(subject, args);
      }),
      { numRuns: draws(subject.share / 5) },
    );
  });

  test.each(FOUND)('found before: %s', async (_, name, args) => {
    for (const subject of subjects.filter(({ names }) => names.includes(name))) await checkLaws(subject, args);
  });
});

describe('the list of functions', () => {
  const exported = new Set(
    readFileSync('test/surface.txt', 'utf8')
      .split('\n')
      .filter((line) => /^ {2}[a-z]\w*$/.test(line) || line.endsWith('Schema'))
      .map((line) => line.trim())
      .filter((name) => !name.startsWith('type ')),
  );
  const listed = new Set([...subjects.flatMap(({ names }) => names), ...Object.keys(TAKES_NOTHING)]);

  test('has every exported function, or says why it takes no outside input', () => {
    expect([...exported].filter((name) => !listed.has(name))).toEqual([]);
  });

  test('has no other', () => {
    expect([...listed].filter((name) => !exported.has(name))).toEqual([]);
  });
});
