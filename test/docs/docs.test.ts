import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { filesIn } from '../files.js';
import { findBlocks } from './blocks.js';
import { runBlocks, typeErrors } from './run.js';

const documents = ['README.md', 'CHANGELOG.md', ...filesIn('docs', '.md')];
const read = (file: string): string => readFileSync(file, 'utf8');
const blocks = [...documents, ...filesIn('src', '.ts')].flatMap((file) => findBlocks(file, read(file)));
const examples = blocks.filter(({ runs }) => runs);

describe('a document', () => {
  test.each(documents)('%s links only to files that exist', (file) => {
    const targets = [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(join(file, '..', target)))).toEqual([]);
  });
});

describe('an example in the documentation', () => {
  let folder: string;
  let errors: string[][];
  let outcomes: string[];
  beforeAll(() => {
    folder = mkdtempSync(join(inject('consumer'), 'docs-'));
    errors = typeErrors(
      blocks.map(({ code }) => code),
      folder,
    );
    outcomes = runBlocks(
      examples.map(({ code }) => code),
      folder,
    );
  });

  test.each(blocks.map(({ place }, index) => [place, index] as const))('compiles: %s', (_, index) => {
    expect(errors[index]).toEqual([]);
  });

  test.each(examples.map(({ place }, index) => [place, index] as const))('prints what it claims: %s', (_, index) => {
    expect(outcomes[index]).toBe('');
  });
});
