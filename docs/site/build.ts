// Builds the documentation site into docs/site/dist: `npm run docs`.
//
// VitePress reads docs/site/pages: a copy of docs/, and the API pages that TypeDoc generates from the doc comments. `--no-api` leaves the API
// pages out, which is much faster.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { documentationPages } from '../../test/docs/pages.js';
import { filesIn } from '../../test/files.js';
import { entryName } from './.vitepress/sidebar.js';
import { checkSearch } from './check-search.js';

const SITE = 'docs/site';
const PAGES = `${SITE}/pages`;
const FILES = ['images', 'performance', 'examples'];

rmSync(PAGES, { recursive: true, force: true });
for (const page of documentationPages()) copyPage(page);
for (const folder of FILES) cpSync(`docs/${folder}`, `${PAGES}/${folder}`, { recursive: true });
run('typescript/bin/tsc', '-p', '.');
if (!process.argv.includes('--no-api')) writeApiPages();
run('vitepress/bin/vitepress.js', 'build', '.');
cpSync('docs/examples', `${SITE}/dist/examples`, { recursive: true });
checkSearch(`${SITE}/dist`);

/** Generates the pages of every entry. TypeDoc names entries by their folders; readers know them by what they import. */
function writeApiPages(): void {
  const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith('.json'));
  run('typedoc/bin/typedoc', ...entries.map((entry) => `../../src/${entry.slice(1)}/index.ts`));
  for (const file of filesIn(`${PAGES}/api`, '.md')) rewrite(file, nameEntry);
  rewrite(`${PAGES}/api/index.md`, (text) =>
    text
      .replace(/\[([\w/-]+)\]\(/g, (_, folder: string) => `[${entryName(folder)}](`)
      .replace('## Modules', 'What each entry exports. For tasks, see the [documentation](../index.md).'),
  );
}

/** Writes the name of the entry into the first line, which has the path to the page, and into the heading of the entry's own page. */
function nameEntry(text: string): string {
  const [start, folder] = /^\[API\]\([^)]*\) \/ \[?([\w/-]+)/.exec(text) ?? [];
  if (start === undefined || folder === undefined) return text;
  return `${start.slice(0, -folder.length)}${entryName(folder)}${text.slice(start.length)}`.replace(
    `\n# ${folder}\n`,
    `\n# ${entryName(folder)}\n`,
  );
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** A forge shows the README.md of a folder; the site shows its index. */
function copyPage(page: string): void {
  const target = page.replace('docs/', `${PAGES}/`).replace(/README\.md$/, 'index.md');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(page, 'utf8').replace(/(\]\((?:[\w.-]+\/)*)README\.md/g, '$1index.md'));
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [`node_modules/${program}`, ...args], { cwd: SITE, stdio: 'inherit' });
}
