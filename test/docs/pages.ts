import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { filesIn } from '../files.js';
import { linksOf } from './markdown.js';

/** What builds the site. Its packages and its output contain documents, too. */
const SITE = 'site';

/** Returns the pages of the documentation: all Markdown files in `docs/`, as `docs/local.md`. */
export function documentationPages(): string[] {
  return readdirSync('docs', { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === SITE ? [] : filesIn(`docs/${entry.name}`, '.md');
      return entry.name.endsWith('.md') ? [`docs/${entry.name}`] : [];
    })
    .sort();
}

/** Returns how many links lead from the start page to each page. A page that no link leads to is missing. */
export function clicksFrom(start: string): Map<string, number> {
  const clicks = new Map([[start, 0]]);
  for (const [page, count] of clicks) {
    for (const next of pagesLinkedFrom(page)) if (!clicks.has(next)) clicks.set(next, count + 1);
  }
  return clicks;
}

function pagesLinkedFrom(page: string): string[] {
  return linksOf(readFileSync(page, 'utf8'))
    .map(({ path }) => posix.join(posix.dirname(page), path))
    .filter((path) => path.endsWith('.md') && existsSync(path));
}
