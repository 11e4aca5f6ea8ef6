import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { linksOf } from '../docs/markdown.js';
import { documentationPages } from '../docs/pages.js';
import { filesIn } from '../files.js';
import { runNode } from './commands.js';

const home = join(inject('consumer'), 'node_modules/apigw-proxy');
const files = filesIn(home, '');
const read = (path: string): string => readFileSync(path, 'utf8');

describe('the tarball', () => {
  test('contains the built files, the readme, the changelog, the license, the documentation, and nothing else', () => {
    const others = files.map((path) => path.slice(home.length + 1)).filter((path) => !path.startsWith('dist/'));
    const examples = filesIn('docs/examples', '');
    const documentation = [...documentationPages(), ...examples, 'docs/images/translations.svg'].sort();
    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', ...documentation, 'package.json']);
  });

  test('has the target of every link in its documents, except large images', () => {
    const missing = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((file) => linksOf(read(file)).map(({ path }) => join(file, '..', path)))
      .filter((target) => !existsSync(target) && !/\/docs\/(?:images|performance)\/[\w-]+\.(?:png|svg)$/.test(target));
    expect(missing).toEqual([]);
  });

  test('is at most 1,055 kB, of which the documentation has 195', () => {
    expect(statSync(inject('tarball')).size).toBeLessThanOrEqual(1_055_000);
  });

  test('has nothing that publint reports', async () => {
    const { buffer } = new Uint8Array(readFileSync(inject('tarball')));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('has types that every kind of consumer finds', () => {
    const attw = resolve('node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, output } = runNode([attw, inject('tarball')], '.');
    expect(output).toContain('No problems found');
    expect(status).toBe(0);
  });

  test('contains no path of the computer that built it', () => {
    const paths = [resolve('.'), 'file://'];
    expect(files.filter((file) => paths.some((path) => read(file).includes(path)))).toEqual([]);
  });

  test('has declarations that import no package but the peers', () => {
    const declarations = files.filter((path) => /\.d\.c?ts$/.test(path));
    const imported = declarations.flatMap((path) => [...read(path).matchAll(/^(?! *\*).*(?:from |import\()['"]([^.'"][^'"]*)/gm)]);
    expect([...new Set(imported.map(([, name]) => name))].sort()).toEqual(['fast-check', 'node:http', 'node:stream', 'zod/v4']);
    expect(declarations.filter((path) => path.includes('/type-fest/')).length).toBeGreaterThan(0);
  });

  test('keeps the doc comments in the declarations', () => {
    const declarations = files
      .filter((path) => path.endsWith('.d.cts'))
      .map(read)
      .join('');
    const source = read('src/types/proxy-event-v2.ts');
    const comments = [...source.matchAll(/\/\*\* (.+?) \*\//g)].map((match) => match[1] ?? '');
    expect(comments.length).toBeGreaterThan(0);
    expect(comments.filter((comment) => !declarations.includes(comment))).toEqual([]);
  });
});

describe('package.json', () => {
  test('has no required dependency, so npx starts at once', () => {
    const meta: Readonly<Record<string, { optional: boolean }>> = manifest.peerDependenciesMeta;
    expect(Object.keys(manifest)).not.toContain('dependencies');
    expect(Object.keys(manifest.peerDependencies).filter((name) => meta[name]?.optional !== true)).toEqual([]);
  });
});

describe.each([
  'package-lock.json',
  'docs/site/package-lock.json',
  'test/bench/peers/package-lock.json',
  'test/mutation/package-lock.json',
])('%s', (file) => {
  test('names no registry, so any registry works', () => {
    expect(read(file)).not.toContain('"resolved"');
  });
});
