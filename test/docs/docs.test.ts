import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { SECTIONS } from '../../docs/site/.vitepress/sidebar.js';
import { filesIn } from '../files.js';
import { findBlocks } from './blocks.js';
import { GENERATED } from './generated/pages.js';
import { headingsOf, linksOf } from './markdown.js';
import { clicksFrom, documentationPages } from './pages.js';
import { QUESTIONS } from './questions.js';
import { runBlocks, typeErrors } from './run.js';

const pages = documentationPages();
const documents = ['README.md', 'CHANGELOG.md', ...pages];
const read = (file: string): string => readFileSync(file, 'utf8');
const blocks = [...documents, ...filesIn('src', '.ts')].flatMap((file) => findBlocks(file, read(file)));
const examples = blocks.filter(({ runs }) => runs);

describe('a document', () => {
  test.each(documents)('%s links only to files and headings that exist', (file) => {
    const broken = linksOf(read(file)).filter(({ path, anchor }) => {
      const target = path === '' ? file : posix.join(posix.dirname(file), path);
      if (!existsSync(target) || statSync(target).isDirectory()) return true;
      return anchor !== undefined && !anchorsOf(target).has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe('a page', () => {
  // What is outside of docs/ is neither on the site nor in the package, except what is named here.
  test.each(pages)('%s links only to what is in docs/', (file) => {
    const targets = linksOf(read(file)).map(({ path }) => posix.join(posix.dirname(file), path));
    expect(targets.filter((target) => target.startsWith('..') || !target.startsWith('docs'))).toEqual([]);
  });

  const clicks = clicksFrom('docs/README.md');
  test.each(pages)('%s is at most two clicks from the start page', (file) => {
    expect(clicks.get(file), 'Link it from docs/README.md.').toBeLessThanOrEqual(2);
  });
});

describe('the sidebar of the site', () => {
  test('lists every page once, and only pages that exist', () => {
    const listed = SECTIONS.flatMap((section) => Object.keys(section.pages)).map((page) => (page === 'index' ? 'README' : page));
    const files = pages.map((page) => /^docs\/([\w.-]+)\.md$/.exec(page)?.[1]).filter((page) => page !== undefined);
    expect(listed.sort()).toEqual(files.sort());
  });
});

describe('a generated page', () => {
  test.each(Object.entries(GENERATED))('%s is up to date', (file, page) => {
    expect(read(file) === page(), 'Run `npm run pages`.').toBe(true);
  });
});

describe('a question', () => {
  test.each(QUESTIONS)('%s is answered', (_, answer) => {
    const [file = '', anchor = ''] = answer.split('#');
    expect(anchorsOf(`docs/${file}`)).toContain(anchor);
  });
});

function anchorsOf(file: string): Set<string> {
  return new Set(headingsOf(read(file)).map(({ anchor }) => anchor));
}

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
