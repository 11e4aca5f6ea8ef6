import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../files.js';
import { applyMutant } from './compile.js';
import { readProgress } from './job.js';
import { chooseSample, describe as describeMutant, resultOf } from './results.js';
import { HEADER, HEADER_OF_STRYKER } from './switch.js';
import { TESTED_IN, unitsOf } from './units.js';

describe('unitsOf', () => {
  test('has every source in one unit, but types, the program itself and what runs as text', () => {
    const files = unitsOf([]).flatMap((unit) => unit.files);
    expect(new Set(files).size).toBe(files.length);
    const others = filesIn('src', '.ts').filter((file) => !files.includes(file) && file !== 'src/cli/bin.ts');
    const folders = new Set(others.map((file) => file.split('/').slice(1, -1).join('/')));
    expect([...folders].filter((folder) => !/^(|types|aws-lambda|local\/inspect\/page.*|local\/function\/thread.*)$/.test(folder))).toEqual(
      [],
    );
  });

  test('selects folders and files', () => {
    expect(unitsOf(['render/body', 'arn/glob.ts']).map(({ name }) => name)).toEqual(['arn', 'render/body']);
    expect(unitsOf(['arn/glob.ts']).map(({ files }) => files)).toEqual([['src/arn/glob.ts']]);
    expect(unitsOf(['ar'])).toEqual([]);
  });

  test('starts with the tests of the same folder', () => {
    const [unit] = unitsOf(['local/authorize']);
    expect(unit?.tests[0]).toMatch(/^test\/local\/authorize\//);
    expect(new Set(unit?.tests).size).toBe(unit?.tests.length);
  });

  test.each(Object.values(TESTED_IN).flat())('knows the tests in %s', (place) => {
    expect(existsSync(`test/${place}`)).toBe(true);
  });
});

describe('readProgress', () => {
  const lines = [
    { type: 'reached', test: 'a.test.ts', ids: ['1', '2', '3'], unusable: 0 },
    { type: 'start', id: '1' },
    { type: 'killed', id: '1', by: 'a test' },
    { type: 'start', id: '2' },
    { type: 'start', id: '3' },
    { type: 'stuck', id: '3' },
    { type: 'done', test: 'a.test.ts' },
    { type: 'start', id: '2' },
  ];
  const log = lines.map((line) => `${JSON.stringify(line)}\n`).join('');

  test('knows what was killed, what is done and what was running', () => {
    const { killed, reached, done, tried, running } = readProgress(`${log}{"type":"start","id":"4"}\n{"type":"kil`);
    expect([[...killed], [...reached], [...done], [...tried], running]).toEqual([
      [
        ['1', 'a test'],
        ['3', 'time limit'],
      ],
      ['1', '2', '3'],
      ['a.test.ts'],
      ['2'],
      '4',
    ]);
  });

  test('counts what survived, and what no test reached', () => {
    const mutants = ['1', '2', '3', '4'].map((id) => ({
      ...{ id, file: 'package.json', line: Number(id), column: 1 },
      ...{ kind: 'EqualityOperator', original: 'a\n  === b', replacement: 'a !== b' },
    }));
    const state = { hash: '0', commit: '1' };
    const outcome = { ...readProgress(log), refused: new Set<string>() };
    const { survived, ...counts } = resultOf(state, mutants, outcome);
    expect(counts).toEqual({ ...state, mutants: 4, killed: 2, refused: 0 });
    const change = 'EqualityOperator a === b → a !== b';
    expect(survived).toEqual([`2:1 ${change}`, `4:1 ${change} (not reached)`]);
    const again = { killed: new Map([['2', 'a test']]), reached: new Set(['2']), refused: new Set(['4']) };
    const left = mutants.filter(({ id }) => id === '2' || id === '4');
    expect(resultOf(state, left, again, counts)).toEqual({ ...state, mutants: 4, killed: 3, refused: 1, survived: [] });
    const withTwin = { ...again, killed: new Map([...again.killed, ['1', 'a test'] as const]) };
    expect(resultOf(state, [...left, ...mutants.slice(0, 1)], withTwin, counts)).toMatchObject({ killed: 3, refused: 1 });
    expect(mutants.map(describeMutant)[1]).toBe(survived[0]);
  });
});

test('chooseSample takes as many as are wanted, from everywhere', () => {
  const all = Array.from({ length: 10 }, (_, index) => index);
  expect(chooseSample(all, 4)).toEqual([0, 3, 5, 8]);
  expect(chooseSample(all, 10)).toEqual(all);
  expect(chooseSample(all, 20)).toEqual(all);
});

test('applyMutant changes the one place', () => {
  const source = 'const a = 1;\nconst b = 1 + 1;\n';
  const at = { id: '0', file: 'a.ts', line: 2, column: 15, kind: 'any' };
  expect(applyMutant(source, { ...at, original: '1', replacement: '22' })).toBe('const a = 1;\nconst b = 1 + 22;\n');
});

test("HEADER replaces Stryker's", () => {
  const code =
    'function stryNS_9fa48() {\n}\nfunction stryCov_9fa48() {\n}\nfunction stryMutAct_9fa48(id) {\n  {\n  }\n}\nexport const a = 1;\n';
  expect(code.replace(HEADER_OF_STRYKER, HEADER)).toBe(`${HEADER}export const a = 1;\n`);
});
